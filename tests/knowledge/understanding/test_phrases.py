"""Patterns are read as they are written, in every language."""

import pytest

from knowledge.understanding.patterns import find_all, tree
from knowledge.understanding.phrases import Phrases
from knowledge.understanding.stems import stem
from knowledge.understanding.tokens import tokenise


def labels(pattern: str, text: str) -> list[tuple[int, int]]:
    """Where a pattern is found."""
    return [(hit.start, hit.end) for hit in find_all(tree([("it", pattern)]), tokenise(text))]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(is|was) it", "was it"),
        ("how [very|really] long", "how long"),
        ("how [very|really] long", "how very long"),
        ("does _ die", "does the old dog die"),
        ("scar*", "scariest"),
        ("^ hello $", "hello"),
        ("über", "Uber"),
        ("a (b [c]|d) e", "a b c e"),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert labels(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("does _ die", "does it. I die"),
        ("does _ die", "does a b c d die"),
        ("scar", "scary"),
        ("^ hello $", "hello you"),
    ],
)
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert not labels(pattern, text)


@pytest.mark.parametrize("pattern", ["(a|b", "a)", "[a", "a (b|[c) d]"])
def test_a_bracket_that_is_not_closed_is_said(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        tree([("it", pattern)])


def test_every_language_has_its_phrases(phrases: Phrases) -> None:
    assert [tongue.language for tongue in phrases.tongues] == ["en", "de", "es", "fr"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("is it ok for kids", "en"),
        ("ist das für kinder geeignet", "de"),
        ("¿es apta para niños?", "es"),
        ("c'est adapté aux enfants ?", "fr"),
        ("", "en"),
        ("xyzzy", "en"),
    ],
)
def test_the_language_is_told_by_its_words(text: str, language: str, phrases: Phrases) -> None:
    assert phrases.tongue_of(tokenise(text)).language == language


@pytest.mark.parametrize(
    "forms",
    [("fight", "fights", "fighting"), ("scary", "scarier", "scariest"), ("murder", "murdered", "murderer")],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1
