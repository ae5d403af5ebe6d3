"""Spreadsheets as people have them: a template that comes back, and every fault with its row and column."""

import csv
import io
from datetime import date
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # It has types, and says so nowhere.

from knowledge.curation.faults import Faulty
from knowledge.curation.plain_columns import columns
from knowledge.curation.plain_rows import Defaults
from knowledge.curation.uploaded import UploadedEntry, read_entries
from knowledge.curation.workbook import TEMPLATES, workbook_rows
from knowledge.entry import Level
from knowledge.library import Library
from tests.films import VOCABULARY, film

BOARD = VOCABULARY.boards["MPA"]
COLUMNS = columns(VOCABULARY, BOARD)
EMPTY = Library.of((), VOCABULARY)
DEFAULTS = Defaults(date(2026, 11, 30), "None was found.")
WHALE = {
    "title": "The Tin Whale",
    "year": "1999",
    "rating": "PG",
    "one_line": "A whale made of tin.",
    "scary": "moderate",
    "scary_says": "It rattles.",
    "violence": "None",
    "an_animal_is_hurt": "yes",
    "an_animal_is_hurt_says": "A gull is dented.",
    "needles": "no",
    "talk_1": "Why tin?",
    "talk_2": "Why a whale?",
    "source_1": "A review",
    "source_1_link": "https://example.org/whale",
}


def as_csv(*rows: dict[str, str], apart: str = ",") -> bytes:
    file = io.StringIO(newline="")
    heads = list(dict.fromkeys(head for row in rows for head in row))
    writer = csv.DictWriter(file, heads, restval="", delimiter=apart)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def as_xlsx(*rows: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    book: Any
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        heads = list(dict.fromkeys(head for row in rows for head in row))
        sheet.write_row(0, 0, heads)
        for place, row in enumerate(rows, 1):
            for column, head in enumerate(heads):
                cell = row.get(head, "")
                sheet.write(place, column, int(cell) if cell.isdigit() else cell)
    return file.getvalue()


def read(data: bytes, name: str = "films.csv", library: Library = EMPTY) -> tuple[UploadedEntry, ...]:
    return read_entries(name, data, library, BOARD, DEFAULTS)


def told(one: UploadedEntry) -> dict[str, str]:
    return {head: wrong.key for head, wrong in one.faults}


@pytest.mark.parametrize("name", ["films.csv", "films.xlsx"])
def test_a_row_with_plain_heads_is_an_entry(name: str) -> None:
    data = (as_csv if name.endswith("csv") else as_xlsx)(WHALE)
    (one,) = read(data, name)
    assert one.faults == ()
    movie = one.movie
    assert movie is not None
    assert (movie.id, movie.pitch, movie.talk_about) == (
        "the-tin-whale-1999",
        "A whale made of tin.",
        ("Why tin?", "Why a whale?"),
    )
    levels = {one.topic: (one.level, one.says) for one in movie.findings}
    assert levels == {
        "fear": (Level.MODERATE, "It rattles."),
        "violence": (Level.NONE, "None was found."),
        "animal_harm": (Level.PRESENT, "A gull is dented."),
        "needles": (Level.NONE, "None was found."),
    }
    assert [(one.board, one.code) for one in movie.ratings] == [("MPA", "PG")]
    assert {key for one in movie.findings for key in one.sources} == {"a-review"} == set(movie.facts_from)
    assert movie.provenance.written_on == DEFAULTS.today


@pytest.mark.parametrize(("cell", "board", "code"), [("FSK 12", "FSK", "12"), ("MPA PG-13", "MPA", "PG-13")])
def test_a_rating_may_name_its_board(cell: str, board: str, code: str) -> None:
    (one,) = read(as_csv({**WHALE, "rating": cell}))
    assert one.movie is not None
    assert [(rating.board, rating.code) for rating in one.movie.ratings] == [(board, code)]


def test_every_fault_is_told_at_once_with_its_row_and_column() -> None:
    wrong = {
        **WHALE,
        "rating": "PG-14",
        "scary": "awful",
        "source_1_link": "example.org",
        "minutes": "an hour",
        "swearing": "mild",
    }
    good, bad, untitled = read(as_csv(WHALE, wrong, {"year": "2001", "scary": "mild"}))
    assert good.movie is not None
    assert (bad.place, bad.movie) == ("row 3", None)
    assert told(bad) == {
        "rating": "unknown_code",
        "scary": "unknown_choice",
        "source_1_link": "wrong_form",
        "minutes": "not_so",
        "swearing_says": "missing",
    }
    assert bad.draft is not None
    assert set(bad.draft.wrong) == {"sources", "glance", "rating.MPA", "finding.fear"}
    assert untitled.draft is None
    assert told(untitled) == dict.fromkeys(("title", "scary_says", "one_line", "source_1"), "missing")


def test_a_row_whose_year_is_wrong_tells_its_other_faults_as_well() -> None:
    (one,) = read(as_csv({**WHALE, "year": "nineteen", "scary": "awful"}))
    assert (one.movie, one.draft) == (None, None)
    assert told(one) == {"year": "not_so", "scary": "unknown_choice"}


def test_a_sheet_that_was_taken_changes_nothing_when_it_comes_again() -> None:
    (first,) = read(as_csv(WHALE))
    assert first.movie is not None
    sources = {
        key: source.model_copy(update={"seen_on": DEFAULTS.today})
        for key, source in first.movie.sources.items()
    }
    there = first.movie.model_copy(update={"sources": sources})
    library = Library.of([there], VOCABULARY)
    (again,) = read(as_csv(WHALE), library=library)
    assert again.movie == there
    (other,) = read(as_csv({**WHALE, "source_1_link": "https://example.org/other"}), library=library)
    assert other.movie is not None
    assert len(other.movie.sources) == 2


def test_what_keeps_a_row_from_being_published_is_named_by_its_column() -> None:
    (one,) = read(as_csv({"title": "The Tin Whale", "year": "1999", "scary": "mild"}))
    assert told(one) == {"scary_says": "missing", "one_line": "missing", "source_1": "missing"}
    assert one.draft is not None
    assert one.draft.wrong == {}


def test_heads_that_nobody_knows_are_all_told_with_what_is_near() -> None:
    with pytest.raises(Faulty, match=r"'scry_moments'; did you mean 'scary_moments'(?s:.*)'colour'"):
        read(as_csv({**WHALE, "scry_moments": "mild", "colour": "blue"}))


def test_a_film_that_is_here_keeps_what_no_column_speaks_of() -> None:
    movie = film().model_copy(update={"cast": ("Ada Tin",)})
    row = {"title": movie.title, "year": str(movie.year), "minutes": "99"}
    (one,) = read(as_csv(row), library=Library.of([movie], VOCABULARY))
    assert one.movie == movie.model_copy(update={"runtime": 99})


def test_a_sheet_that_windows_saved_with_semicolons_and_without_utf_8_is_the_same() -> None:
    row = {**WHALE, "title": "Le Café Noir – “Zwölf”", "source_1": "Élise"}
    (one,) = read(as_csv(row, apart=";"))
    saved = as_csv(row, apart=";").decode("utf-8-sig").encode("cp1252")
    assert one.movie
    assert read(saved) == (one,)
    with pytest.raises(Faulty, match="not in UTF-8"):
        read(saved + b"\x81")


def test_two_rows_of_one_film_are_told_of_each_other() -> None:
    one, two = read(as_csv(WHALE, WHALE))
    assert one.movie is not None
    assert (two.movie, told(two)) == (None, {"id": "id_taken"})


@pytest.mark.parametrize("ending", TEMPLATES)
def test_the_template_holds_an_example_that_is_no_film(ending: str) -> None:
    data = TEMPLATES[ending](COLUMNS, {})
    assert read(data, f"template.{ending}") == ()


@pytest.mark.parametrize("ending", TEMPLATES)
def test_the_example_of_the_template_is_right_by_itself(ending: str) -> None:
    data = TEMPLATES[ending]([*COLUMNS], {})
    heads, ((_, cells),) = (
        workbook_rows(data, "t.xlsx")
        if ending == "xlsx"
        else (lambda rows: (rows[0], [(2, rows[1])]))(list(csv.reader(io.StringIO(data.decode("utf-8-sig")))))
    )
    row = dict(zip(heads, cells, strict=True)) | {"title": "The Paper Boat"}
    (one,) = read(as_csv(row))
    assert one.faults == ()
    assert one.movie is not None


def test_a_workbook_that_unpacks_to_too_much_or_is_none_is_refused() -> None:
    with pytest.raises(Faulty, match="no workbook"):
        read(b"PK nothing", "films.xlsx")


def test_a_cell_that_a_spreadsheet_would_run_is_refused_at_its_column() -> None:
    (one,) = read(as_csv({**WHALE, "one_line": "=HYPERLINK(1)"}))
    assert one.movie is None
    assert told(one)["one_line"] == "formula"
