"""The same films come out of a file however it was written; what cannot be read is refused with reasons."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.formats.sniff import UnknownFormat, format_of
from knowledge.catalogue.records import Line, Record
from tests.films import NO_FILMS

TITLES = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" ,;|'"), min_size=1, max_size=20
).map(lambda text: " ".join(f"A{text} B".split()))
FILMS = st.lists(
    st.tuples(st.integers(1, 10**7), TITLES, st.integers(1900, 2020)),
    min_size=1,
    max_size=6,
    unique_by=lambda film: film[0],
)
HEADS = (
    ("imdb_id", "title", "year"),
    ("Const", "Title", "Year"),
    (" tconst ", "primaryTitle", "startYear"),
    ("IMDb ID", " Name ", "Release Date"),
)
CODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data: bytes, name: str = "films.csv") -> list[Line]:
    with TemporaryDirectory() as room:
        path = Path(room) / name
        path.write_bytes(data)
        return list(format_of(path).read(path, lambda _: None))


def zipped(data: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("films.csv", data)
    return whole.getvalue()


PACKED: dict[str, Callable[[bytes], bytes]] = {"not": bytes, "gzip": gzip.compress, "zip": zipped}


@QUICK
@given(
    FILMS,
    st.sampled_from(HEADS),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(CODINGS),
    st.sampled_from(sorted(PACKED)),
    st.booleans(),
)
def test_the_same_rows_give_the_same_films_however_they_are_written(
    films: list[tuple[int, str, int]],
    heads: tuple[str, ...],
    apart: str,
    end: str,
    coding: str,
    packed: str,
    said: bool,
) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=apart, lineterminator=end)
    writer.writerow(heads)
    writer.writerows((f"tt{number:07}", title, year) for number, title, year in films)
    whole = (f"sep={apart}{end}" if said else "") + text.getvalue()
    found = read(PACKED[packed](whole.encode(coding)))
    assert found == [Record(f"tt{number:07}", title, year) for number, title, year in films]


@pytest.mark.parametrize(
    ("says", "data"),
    {
        r"line 3 is not in UTF-8; as Windows-1252 it has 'tt0211915,Amélie,2001' there; save .* as UTF-8": (
            "id,title,year\ntt0113277,Heat,1995\ntt0211915,Amélie,2001\n".encode("cp1252")
        ),
        r"line 2 is not in UTF-8": "id,title\rtt0211915,Amélie\r".encode("cp1252"),
        "is empty": b"",
        "is empty; it has no head": b"\xef\xbb\xbf\n \n",
        "begins with 'Dear diary,'": b"Dear diary,\nit rained.\n",
        "begins with '<!DOCTYPE html>'": b"<!DOCTYPE html>\n<title>Sign in</title>\n",
        "a title and no id in its head": b"Title,Year\nHeat,1995\n",
        "an id and no title in its head": b"imdb_id,year\ntt0113277,1995\n",
        "'title' stands twice": b"id,title,Title\ntt0113277,Heat,Heat\n",
        "import movies.csv": b"movieId,imdbId,tmdbId\n1,0114709,862\n",
        "what people rated": b"userId,movieId,rating,timestamp\n1,1,4.0,964982703\n",
        "the films are in title.basics": b"nconst\tprimaryName\tbirthYear\nnm0000001\tFred Astaire\t1899\n",
        "episodes of series": b"tconst\tparentTconst\tseasonNumber\ntt0041951\ttt0041038\t1\n",
        "line 3: this is no whole table: a quotation mark": (
            b'id,title\ntt0113277,Heat\ntt0211915,"Am\ntt0112641,Casino\n'
        ),
        "without any films": b"[]",
        "has no list of films": b'{"page": 1, "status_message": "Invalid API key"}',
        "no whole JSON": b'[{"id": "tt0113277", "title": "Heat"},',
        "deep in each other": b"[" * 200_000,
        "a list without": b"[1, 2, null]",
        "is packed with xz": b"\xfd7zXZ\0\0",
        "old Excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a database": b"SQLite format 3\0",
        "cannot be unpacked": b"PK\x03\x04 and no more",
    }.items(),
)
def test_what_cannot_be_read_is_refused_with_what_was_found(says: str, data: bytes) -> None:
    with pytest.raises((ValueError, EOFError), match=says):
        read(data)


def packed_with(*names: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in names:
            archive.writestr(name, "id,title\ntt0113277,Heat\n")
    return whole.getvalue()


def test_a_zip_of_several_files_and_a_workbook_say_what_to_do() -> None:
    with pytest.raises(UnknownFormat, match=r"a zip of 2 files \(ml/movies.csv, ml/links.csv\); unpack it"):
        read(packed_with("ml/movies.csv", "ml/links.csv"))
    with pytest.raises(UnknownFormat, match="an Excel workbook; save it as 'CSV UTF-8'"):
        read(packed_with("[Content_Types].xml", "xl/workbook.xml"))
    assert read(packed_with("films.csv", "__MACOSX/._films.csv")) == [Record("tt0113277", "Heat")]


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(OSError, match=r"folder|No such file"):
            import_catalogue(path, tmp_path / "catalogue", lambda _: None, {}, NO_FILMS)


@QUICK
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"id,title,year\n{text}".encode()))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    try:
        found = read(data)
    except (OSError, EOFError, ValueError):
        return
    assert all(line.id and line.title for line in found if isinstance(line, Record))


DAYS = {
    "1995-12-15": 1995,
    "15/12/1995": 1995,
    "12/15/1995": 1995,
    "03/04/1995": 1995,
    "15.12.1995": 1995,
    "15-Dec-1995": 1995,
    "December 15, 1995": 1995,
    "1995-12-15T00:00:00Z|1994-01-01": 1994,
    "1995.0": 1995,
    "12/15/95": None,
    "34999": None,
    "": None,
}


@pytest.mark.parametrize("written", DAYS)
def test_a_day_gives_its_year_however_a_spreadsheet_wrote_it(written: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("id", "title", "release_date"), ("tt0113277", "Heat", written)])
    assert read(text.getvalue().encode()) == [Record("tt0113277", "Heat", DAYS[written])]


def test_a_date_of_logging_is_no_year() -> None:
    assert read(b"Date,id,Title,Year\n2024-03-01,tt0113277,Heat,\n") == [Record("tt0113277", "Heat")]


@pytest.mark.parametrize("ahead", [f"{date.today().year + 2}-01-01", f"01/02/{date.today().year + 2}"])
def test_a_film_of_a_day_to_come_is_refused(ahead: str) -> None:
    [line] = read(f"id,title,release_date\ntt0113277,Heat,{ahead}\n".encode())
    assert not isinstance(line, Record)
