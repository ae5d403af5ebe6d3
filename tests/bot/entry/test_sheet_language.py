"""A spreadsheet speaks the moderator's language, and is understood in every one."""

import csv
import io
from datetime import date

import pytest

from bot.entry.sheet_language import head_of, in_language, sheet_words
from bot.ui.phrases import ENGLISH, Languages, read_words
from knowledge.curation.faults import Problem, english
from knowledge.curation.plain_columns import columns, plain
from knowledge.curation.plain_heads import Heads
from knowledge.curation.plain_rows import Defaults
from knowledge.curation.uploaded import UploadedEntry, read_entries
from knowledge.curation.workbook import TEMPLATES
from knowledge.entry import Movie
from knowledge.library import Library
from tests.films import VOCABULARY

LANGUAGES = Languages()
BOARD = VOCABULARY.boards["MPA"]
SHEET = columns(VOCABULARY, BOARD)
DEFAULTS = Defaults(date(2026, 11, 30), "None was found.")
ROW = {
    "title": "The Tin Whale",
    "year": "1999",
    "rating": "PG",
    "one_line": "A whale made of tin.",
    "scary_moments": "moderate",
    "scary_moments_says": "It rattles.",
    "violence": "none",
    "an_animal_is_hurt": "yes",
    "an_animal_is_hurt_says": "A gull is dented.",
    "needles": "no",
    "talk_1": "Why tin?",
    "source_1": "A review",
    "source_1_link": "https://example.org/whale",
}


def read(data: bytes, reader: str, name: str = "films.csv") -> tuple[UploadedEntry, ...]:
    words = sheet_words(VOCABULARY, LANGUAGES, LANGUAGES[reader])
    return read_entries(name, data, Library.of((), VOCABULARY), BOARD, DEFAULTS, words)


def written(row: dict[str, str], language: str) -> bytes:
    """The row with heads and levels as the language calls them."""
    words = sheet_words(VOCABULARY, LANGUAGES, LANGUAGES[language])
    file = io.StringIO(newline="")
    csv.writer(file).writerows(
        [[words.called(head) for head in row], [words.called(cell) for cell in row.values()]]
    )
    return file.getvalue().encode()


def _english(key: str, **values: object) -> str:
    return english()[key].format_map(values)


def in_english(wrong: Problem) -> str:
    return wrong.words(_english)


def movie_of(data: bytes, reader: str) -> Movie:
    (one,) = read(data, reader)
    assert one.faults == ()
    assert one.movie is not None
    return one.movie


@pytest.mark.parametrize("language", read_words())
def test_a_row_in_any_language_is_the_same_entry_whoever_reads_it(language: str) -> None:
    assert movie_of(written(ROW, language), "en") == movie_of(written(ROW, ENGLISH), "de")


def test_no_head_of_one_language_means_another_column_in_another() -> None:
    meant: dict[str, set[str]] = {}
    for say in LANGUAGES:
        for column in SHEET:
            meant.setdefault(plain(head_of(column, VOCABULARY, say)), set()).add(column.head)
    assert {head: names for head, names in meant.items() if len(names) > 1} == {}


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("ending", TEMPLATES)
def test_the_template_of_any_language_comes_back_and_holds_no_film(language: str, ending: str) -> None:
    say = LANGUAGES[language]
    words = sheet_words(VOCABULARY, LANGUAGES, say)
    data = TEMPLATES[ending](in_language(SHEET, words, say), {})
    assert read(data, "en", f"template.{ending}") == ()


@pytest.mark.parametrize("language", read_words())
def test_the_example_of_the_template_is_right_by_itself(language: str) -> None:
    say = LANGUAGES[language]
    words = sheet_words(VOCABULARY, LANGUAGES, say)
    sheet = in_language(SHEET, words, say)
    cells = {one.head: one.example for one in sheet} | {words.called("title"): "The Paper Boat"}
    file = io.StringIO(newline="")
    csv.writer(file).writerows([list(cells), list(cells.values())])
    assert movie_of(file.getvalue().encode(), language).title == "The Paper Boat"


def test_faults_name_the_columns_and_what_may_stand_there_in_the_readers_words() -> None:
    (one,) = read(written({**ROW, "scary_moments": "awful", "one_line": "", "source_1": ""}, "de"), "de")
    told = {head: wrong.words(_english) for head, wrong in one.faults}
    assert "nein, leicht, mäßig, stark" in told["gruselige_szenen"]
    assert "ein_satz" in told
    (one,) = read(written({"title": "A", "year": "1999", "scary_moments": "mild"}, "fr"), "fr")
    assert {head for head, _ in one.faults} == {"moments_effrayants_phrase", "une_phrase", "source_1"}


def test_a_head_that_nobody_knows_is_told_what_is_near_in_the_readers_words() -> None:
    words = sheet_words(VOCABULARY, LANGUAGES, LANGUAGES["de"])
    wrong = Heads(VOCABULARY, BOARD, words).problem("gruselige_szene")
    assert "gruselige_szenen" in in_english(wrong)
