"""One list of films gives one catalogue in whatever form Wikidata saved it, in bounded memory."""

import csv
import gzip
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import Imported, import_catalogue
from knowledge.catalogue.formats.sniff import format_of
from knowledge.catalogue.kept_index import index_of, known_film
from knowledge.catalogue.records import Record
from knowledge.catalogue.store import Known
from tests.films import NO_FILMS

CODES = {"FSK": ("0", "6", "12", "16", "18"), "MPA": ("G", "PG", "PG-13", "R")}
ENTITY = "http://www.wikidata.org/entity/"
Rows = list[dict[str, str]]
COLUMNS: tuple[str, ...] = ("film", "filmLabel", "altLabel", "date", "duration", "fsk")
FILMS: Rows = [
    dict(zip(COLUMNS, row, strict=True))
    for row in (
        (f"{ENTITY}Q484048", "Amélie", "Le Fab|Amelie", "2001-04-25T00:00:00Z", "122", "FSK 6"),
        (f"{ENTITY}Q484048", "Amélie", 'Die "fabelhafte" Welt', "2001-04-25T00:00:00Z", "122", "FSK 6"),
        (f"{ENTITY}Q42198", "Heat", "Köln, 1995", "1995-12-15T00:00:00Z", "170", "FSK 99"),
        (f"{ENTITY}Q1", "", "", "", "", ""),
        (f"{ENTITY}Q484048", "Amélie", "アメリ", "2001-04-25T00:00:00Z", "122", "FSK 12"),
    )
]
KNOWN = Known(
    "Q484048", "Amélie", 2001, 0, 122, ("Le Fab", "Amelie", 'Die "fabelhafte" Welt', "アメリ"),
    (("FSK", "6", "wikidata"), ("FSK", "12", "wikidata")), ("wikidata",),
)  # fmt: skip


def as_csv(rows: Rows) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_list(rows: Rows) -> str:
    return json.dumps(rows, ensure_ascii=False)


def as_sparql(rows: Rows) -> str:
    bound = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
    return json.dumps({"head": {"vars": COLUMNS}, "results": {"bindings": bound}})


def pretty(form: Callable[[Rows], str]) -> Callable[[Rows], str]:
    return lambda rows: json.dumps(json.loads(form(rows)), indent=2)


FORMS = {
    "csv": as_csv,
    "list": as_list,
    "sparql": as_sparql,
    "pretty list": pretty(as_list),
    "pretty sparql": pretty(as_sparql),
}


def taken(path: Path, into: Path) -> Imported:
    return import_catalogue(path, into, lambda _: None, CODES, NO_FILMS)[0]


@pytest.mark.parametrize("begin", [b"", b"\xef\xbb\xbf"], ids=["", "with a mark"])
@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "gzipped"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_films(tmp_path: Path, form: str, zipped: bool, begin: bytes) -> None:
    whole = begin + FORMS[form](FILMS).encode()
    path, into = tmp_path / "query", tmp_path / "catalogue"
    path.write_bytes(gzip.compress(whole) if zipped else whole)
    done = taken(path, into)
    assert (done.format, done.changed) == ("wikidata", 2)
    assert done.refused == {"no title": 1, "rating FSK '99': the board has no such code": 1}
    assert known_film(into, "Q484048") == KNOWN
    heat = known_film(into, "Q42198")
    assert heat is not None
    assert (heat.names, heat.ratings) == (("Köln, 1995",), ())
    before = index_of(into, NO_FILMS)
    assert taken(path, into).changed == 0
    assert index_of(into, NO_FILMS) == before


@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "gzipped"])
@pytest.mark.parametrize("form", sorted(set(FORMS) - {"csv"}))
def test_a_result_that_is_cut_off_leaves_the_old_catalogue_whole(
    tmp_path: Path, form: str, zipped: bool
) -> None:
    path, into = tmp_path / "query", tmp_path / "catalogue"
    path.write_text(as_list(FILMS[:2]), encoding="utf-8")
    taken(path, into)
    before, known = index_of(into, NO_FILMS), known_film(into, "Q484048")
    many = [{**FILMS[2], "film": f"{ENTITY}Q{number}"} for number in range(500, 5000)]
    whole = FORMS[form]([*FILMS, *many]).encode()
    packed = gzip.compress(whole) if zipped else whole
    path.write_bytes(packed[: len(packed) * 2 // 3])
    with pytest.raises((EOFError, ValueError)):
        taken(path, into)
    assert (index_of(into, NO_FILMS), known_film(into, "Q484048")) == (before, known)
    assert known_film(into, "Q500") is None


def test_what_is_no_object_in_a_list_is_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "query.json"
    path.write_text(json.dumps([*FILMS[:2], 5, None]), encoding="utf-8")
    done = taken(path, tmp_path / "catalogue")
    assert (done.taken, done.refused) == (1, {"no JSON object": 2})


def test_a_broken_archive_and_an_open_quotation_are_refused(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(as_csv(FILMS * 5000).encode(), 1))
    packed[len(packed) // 2 : len(packed) // 2 + 200] = bytes(200)
    path = tmp_path / "query.csv.gz"
    path.write_bytes(packed)
    with pytest.raises((OSError, ValueError)):
        taken(path, tmp_path / "catalogue")
    path.write_text(as_csv(FILMS) + '"' + as_csv(FILMS[:1] * 3000).replace('"', ""), encoding="utf-8")
    with pytest.raises(ValueError, match="no whole table"):
        taken(path, tmp_path / "catalogue")


MEGABYTE = 1 << 20
LONG = 50 * MEGABYTE


def long_list(separator: str) -> Iterator[str]:
    """Films on and on, each with a long text that no one needs."""
    about = "all that happens in it " * 400
    yield "["
    for number in range(LONG // len(about)):
        row = {"film": f"{ENTITY}Q{number}", "filmLabel": f"Film {number}", "description": about}
        yield ("," if number else "") + separator + json.dumps(row)
    yield "]"


def long_sparql(separator: str) -> Iterator[str]:
    yield '{"head": {"vars": []},' + separator + '"results": {"bindings": '
    yield from long_list(separator)
    yield "}}"


@pytest.mark.parametrize("separator", ["", "\n  "], ids=["one line", "many lines"])
@pytest.mark.parametrize("write", [long_list, long_sparql])
def test_a_file_of_50_megabytes_is_read_in_8(
    tmp_path: Path, write: Callable[[str], Iterator[str]], separator: str
) -> None:
    path = tmp_path / "query.json"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(write(separator))
    assert path.stat().st_size > LONG
    tracemalloc.start()
    try:
        form = format_of(path)
        films = sum(isinstance(line, Record) for line in form.read(path, lambda _: None))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (form.name, films) == ("wikidata", LONG // (23 * 400))
    assert peak < 8 * MEGABYTE
