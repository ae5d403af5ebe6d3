"""What Usher says stands in one place, in plain English. Which keys the code builds: test_keys.py."""

import string
from datetime import date
from pathlib import Path

import pytest

from bot.film.draw import draw
from bot.ui.cldr import plural_form
from bot.ui.phrases import ENGLISH, Languages, Phrases, phrase_of, read_words
from knowledge.answering.answer import answer
from knowledge.curation.faults import english
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.reading import ASIDES as KINDS
from tests.films import VOCABULARY, harmless

WORDS = read_words()
ROOT = Path(__file__).parents[3]
SAID, UNDERSTOOD = ROOT / "bot" / "ui" / "locales", ROOT / "knowledge" / "data" / "phrases"


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def blanks_by_phrase(language: str) -> dict[str, set[str]]:
    """The blanks of each phrase, all its forms together."""
    found: dict[str, set[str]] = {}
    faults = {f"fault.{key}": text for key, text in english().items()} if language == ENGLISH else {}
    for key, text in {**WORDS[language], **faults}.items():
        if not key.startswith(("topics.", "level_of.", "country.")):
            found.setdefault(phrase_of(key), set()).update(blanks(text))
    return found


@pytest.mark.parametrize("language", WORDS)
def test_a_translation_has_the_blanks_of_english(language: str) -> None:
    """But for a number, which a word may say."""
    asked = blanks_by_phrase(ENGLISH)
    for phrase, found in blanks_by_phrase(language).items():
        assert found ^ asked[phrase] <= {"count"}, phrase


def test_no_line_breaks_between_a_french_quote_and_its_signs() -> None:
    assert [key for key, text in WORDS["fr"].items() if "« " in text or " »" in text] == []


@pytest.mark.parametrize("language", WORDS)
def test_what_is_counted_has_a_form_for_every_number(language: str) -> None:
    forms = {plural_form(number, WORDS[language]["language.cldr"]) for number in range(1000)}
    for key in WORDS[language]:
        phrase, form = phrase_of(key), key.split(".")[2:]
        if form == ["one"]:
            assert {f"{phrase}.{one}" for one in forms} <= set(WORDS[language])
        elif form:
            assert f"{phrase}.other" in WORDS[language]


@pytest.mark.parametrize(
    ("language", "one", "two", "listed", "day", "country"),
    [
        ("en", "1 voice", "2 voices", "a, b and c", "15 September 2010", "the United Kingdom"),
        ("de", "1 Stimme", "2 Stimmen", "a, b und c", "15. September 2010", "Vereinigtes Königreich"),
        ("es", "1 opinión", "2 opiniones", "a, b y c", "15 de septiembre de 2010", "Reino Unido"),
        ("fr", "1 avis", "2 avis", "a, b et c", "15 septembre 2010", "Royaume-Uni"),
    ],
)
def test_each_language_counts_and_lists_by_its_own_rules(
    language: str, one: str, two: str, listed: str, day: str, country: str
) -> None:
    say = Languages()[language]
    assert [say("voice.count", count=count) for count in (1, 2)] == [one, two]
    assert (say.join("abc"), say.day(date(2010, 9, 15)), say.country("GB")) == (listed, day, country)
    assert say.join("*") == r"\*"


@pytest.mark.parametrize("language", WORDS)
def test_nothing_is_shouted(language: str) -> None:
    assert [key for key, text in WORDS[language].items() if "!" in text.replace("!r}", "")] == []


def test_a_language_that_nobody_translated_is_answered_in_english() -> None:
    languages = Languages()
    assert languages["xx-XX"]("level.none") == languages["en-US"]("level.none") == "none"


def test_a_key_that_does_not_exist_is_an_error(say: Phrases) -> None:
    with pytest.raises(KeyError):
        say("no.such_key")


@pytest.mark.parametrize("kind", [*KINDS, "unclear"])
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


def test_a_language_is_the_words_it_says_and_the_words_it_understands() -> None:
    """Two files, and no other place that names it."""
    said, understood = ({path.stem for path in folder.glob("*.toml")} for folder in (SAID, UNDERSTOOD))
    assert said == understood == set(WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_phrases_that_are_kept_are_those_of_their_files(language: str, tmp_path: Path) -> None:
    def said() -> tuple[str, ...]:
        say = Languages(beside=tmp_path)[language]
        return say("level.none"), say.topic("fear", ""), say.label("begin.open", name="Coco"), say.language

    plain = Languages()[language]
    whole = plain("level.none"), plain.topic("fear", ""), plain.label("begin.open", name="Coco"), language
    assert [said() for _ in ("made", "kept")] == [whole] * 2
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"torn")
    assert said() == whole


def test_a_language_that_is_added_as_a_file_is_spoken(tmp_path: Path) -> None:
    text = (SAID / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "en.toml").write_text(text, encoding="utf-8")
    polish = text.replace('cldr = "en-GB"', 'cldr = "pl"').replace(
        'count.one = "{count} voice"', 'count.one = "{count} głos"\ncount.few = "{count} głosy"'
    )
    (tmp_path / "pl.toml").write_text(polish, encoding="utf-8")
    say = Languages(tmp_path)["pl"]
    assert [say("voice.count", count=count) for count in (1, 3, 5)] == ["1 głos", "3 głosy", "5 voices"]
    assert say.join("abc") == "a, b i c"
