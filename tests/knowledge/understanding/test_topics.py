"""The words of a topic are found as the data has them, in every language."""

import tomllib

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.phrases import PHRASES
from knowledge.titles.titles import Titles
from knowledge.topic_phrases import TopicPhrases, stem
from knowledge.understanding.understand import Understanding


def said(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text."""
    return "it" in TopicPhrases.of({"it": [pattern]}, {}).said(text.split())


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(is|was) it", "was it"),
        ("how [very|really] long", "how long"),
        ("how [very|really] long", "how very long"),
        ("does _ die", "does the old dog die"),
        ("scar*", "scariest"),
        ("über", "Uber"),
        ("a (b [c]|d) e", "a b c e"),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert said(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), [("does _ die", "does a b c d die"), ("scar", "scary")])
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert not said(pattern, text)


def test_every_language_has_words_for_its_topics() -> None:
    topics = set(read_vocabulary().topics)
    for tongue in ("de", "es", "fr"):
        table = tomllib.loads((PHRASES / f"{tongue}.toml").read_text(encoding="utf-8"))
        assert set(table["topics"]) <= topics
        assert len(table["topics"]) > len(topics) / 2


@pytest.mark.parametrize(
    "forms",
    [("fight", "fights", "fighting"), ("snake", "snakes"), ("murder", "murdered", "murders")],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("typed", ["violnt", "violennt"])
def test_a_topic_is_known_though_its_word_is_misspelt(
    typed: str, understanding: Understanding, titles: Titles
) -> None:
    reading = understanding.read(f"is luca {typed}?")
    assert reading.movie == titles.exact("Luca")[0]
    assert reading.topics == ("violence",)
