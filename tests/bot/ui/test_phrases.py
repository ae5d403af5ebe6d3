"""What Usher says stands in one place, in plain English. Which keys the code builds: test_keys.py."""

import string

import pytest

from bot.film.draw import draw
from bot.ui.phrases import ENGLISH, Languages, Phrases, read_words
from knowledge.answering.answer import answer
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.understanding.asides import GRAVEST
from tests.films import VOCABULARY, harmless

WORDS = read_words()


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", WORDS)
def test_a_translation_has_no_key_and_no_blank_of_its_own(language: str) -> None:
    english = WORDS[ENGLISH]
    for key, text in WORDS[language].items():
        if key.startswith("topics."):
            continue
        assert key in english, key
        assert blanks(text) <= blanks(english[key]), key


@pytest.mark.parametrize("language", WORDS)
def test_nothing_is_shouted(language: str) -> None:
    assert [key for key, text in WORDS[language].items() if "!" in text] == []


def test_a_language_that_nobody_translated_is_answered_in_english() -> None:
    languages = Languages()
    assert languages["xx-XX"]("level.none") == languages["en-US"]("level.none") == "none"


def test_a_key_that_does_not_exist_is_an_error(say: Phrases) -> None:
    with pytest.raises(KeyError):
        say("no.such_key")


@pytest.mark.parametrize("kind", [*GRAVEST, "age", "unclear"])
def test_every_aside_that_understanding_knows_has_a_word(say: Phrases, kind: str) -> None:
    assert say(f"aside.{kind}")


@pytest.mark.parametrize(
    ("age", "said"), [(1, "a 1-year-old"), (7, "a 7-year-old"), (8, "an 8-year-old"), (11, "an 11-")]
)
def test_an_eight_year_old_is_not_a_eight_year_old(say: Phrases, age: int, said: str) -> None:
    shelf = Library.of([harmless()], VOCABULARY)
    question = Question(Intent.SUITABILITY, harmless().id, (age,))
    assert said in draw(answer(question, shelf), question, say, VOCABULARY.topics).text


def test_a_value_is_escaped_once_and_a_label_not_at_all(say: Phrases) -> None:
    once = say("reason.asked", topic="*a*", level="b", says="c")
    assert once == r"**\*a\***, b: c"
    assert say("find.none", sought=once) == f"**“{once}” is not in my list.**"
    assert say.label("begin.open", name="M*A*S*H") == "Open M*A*S*H"
