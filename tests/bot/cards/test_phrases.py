"""What Usher says stands in one place, in plain English, and every key that the code uses is there."""

import re
import string
from pathlib import Path

import pytest

from bot.cards.phrases import ENGLISH, Languages, Phrases, read_words
from bot.cards.suitable import verdict_line
from knowledge.understanding.asides import GRAVEST
from knowledge.verdicts import AgeVerdict, Verdict

BOT = Path(__file__).parents[3] / "bot"
WORDS = read_words()
LITERAL = re.compile(r"""say\(\s*"([a-z_]+\.[a-z_]+)""")


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_key_that_the_code_uses_is_there() -> None:
    used = {key for path in BOT.rglob("*.py") for key in LITERAL.findall(path.read_text(encoding="utf-8"))}
    assert len(used) > 50
    assert used <= set(WORDS[ENGLISH])


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
    assert said in verdict_line(AgeVerdict(age, Verdict.FITS, (), (), ()), 0, say)
