"""An entry's row comes back from a spreadsheet as it was sent there, however the spreadsheet wrote it."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.curation.csv_cells import DAYS
from knowledge.curation.export import to_csv
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.curation.toml_models import read_movie
from knowledge.curation.upload import read_upload
from knowledge.dates import possible_days
from knowledge.entry import Movie
from knowledge.library import Library

EMPTY = Library.of([], read_vocabulary())
SHIPPED = read_movie((DATA / "movies/never-let-me-go-2010.toml").read_text(encoding="utf-8"), "shipped")
FILM = SHIPPED.model_copy(update={"alternatives": ()})
ROWS = list(csv.reader(io.StringIO(to_csv([FILM]).removeprefix("\ufeff"), newline="")))


def saved(rows: list[list[str]], apart: str = ",", end: str = "\r\n", begin: str = "") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=apart, lineterminator=end).writerows(rows)
    return (begin + text.getvalue()).encode()


def with_days(write: str) -> list[list[str]]:
    """The rows with each day written otherwise."""
    days = [place for place, key in enumerate(ROWS[0]) if key.rpartition(".")[2] in DAYS]
    assert days
    again = list(ROWS[1])
    for place in days:
        again[place] = date.fromisoformat(again[place]).strftime(write) if again[place] else ""
    return [ROWS[0], again]


def read(data: bytes) -> tuple[Movie, ...]:
    return read_upload("x.csv", data, EMPTY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("apart", [",", ";", "\t", "|"])
@pytest.mark.parametrize("said", [True, False])
def test_a_row_is_read_whatever_stands_between_cells_and_lines(apart: str, end: str, said: bool) -> None:
    begin = f"\ufeff{end}sep={apart}{end}" if said else "\ufeff"
    assert read(saved(ROWS, apart, end, begin)) == (FILM,)


def test_heads_may_have_blanks_and_capitals_and_rows_may_end_in_empty_cells() -> None:
    rows = [[f" {key.upper()} " for key in ROWS[0]], [*ROWS[1], "", ""]]
    assert read(saved(rows)) == (FILM,)


@pytest.mark.parametrize(
    "write", ["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d-%b-%Y", "%B %d, %Y", "%Y-%m-%d 00:00:00"]
)
def test_a_day_is_read_where_it_can_mean_that_day_only(write: str) -> None:
    assert read(saved(with_days(write))) == (FILM,)


@pytest.mark.parametrize("write", ["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"])
def test_a_day_that_can_mean_two_is_refused_with_both(write: str) -> None:
    rows = with_days("%Y-%m-%d")
    place = ROWS[0].index("released.theatrical")
    for day in (date(2010, 4, 3), date(2010, 9, 15)):
        rows[1][place] = day.strftime(write)
        if day.day > 12:
            assert read(saved(rows))[0].released.theatrical == day
            continue
        with pytest.raises(Faulty, match=r"can mean two days; write 2010-0[34]-0[34] or 2010-0[34]-0[34]"):
            read(saved(rows))


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["/", "-", "."]))
def test_no_day_is_read_as_another_one(day: date, apart: str) -> None:
    first, last = (
        f"{day.day}{apart}{day.month}{apart}{day.year}",
        f"{day.month}{apart}{day.day}{apart}{day.year}",
    )
    assert day in possible_days(first)
    if apart != ".":
        assert set(possible_days(first)) == set(possible_days(last))
        assert len(possible_days(first)) == (1 if day.day > 12 or day.day == day.month else 2)


@pytest.mark.parametrize(
    "text", ["", "soon", "2010", "40436", "13/07/10", "31/02/2010", "2010-13-01", "Smarch 3, 2010"]
)
def test_what_is_no_day_means_none(text: str) -> None:
    assert possible_days(text) == ()


@pytest.mark.parametrize("ending", ["csv", "json", "toml"])
def test_the_line_that_is_not_in_utf_8_is_named_and_shown(ending: str) -> None:
    data = "# one\n# two\ntitle = 'Amélie'\n".encode("cp1252")
    with pytest.raises(Faulty) as caught:
        read_upload(f"x.{ending}", data, EMPTY)
    [fault] = caught.value.faults
    assert fault.key == "line 3"
    assert "as Windows-1252 it has \"title = 'Amélie'\" there" in fault.says
    with pytest.raises(Faulty, match=r"UTF-16; save the file as UTF-8 \(in Excel: 'CSV UTF-8'\)"):
        read_upload(f"x.{ending}", data.decode("cp1252").encode("utf-16"), EMPTY)
