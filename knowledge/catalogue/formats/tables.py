"""Tables with a head line (TSV, CSV) and Wikidata's results, also in JSON: columns are known by name."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from knowledge.catalogue.formats import fields
from knowledge.catalogue.formats.entries import entries
from knowledge.catalogue.formats.opening import Progress, lines, pieces
from knowledge.catalogue.records import Line, Record, Refused

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("imdb_id", "imdb", "imdbid", "id", "tconst", "film", "item", "movie"),
    "title": ("title", "filmlabel", "itemlabel", "movielabel", "label", "name"),
    "year": ("year", "date", "publicationdate", "releasedate", "release_date", "released"),
    "votes": ("votes", "vote_count", "numvotes"),
    "names": (
        "also_known_as",
        "aka",
        "titles",
        "othertitles",
        "other_titles",
        "altlabel",
        "aliases",
        "filmaltlabel",
    ),
    "runtime": ("runtime", "runtime_min", "runtime_minutes", "duration", "minutes"),
}
BOARDS: Mapping[str, str] = {
    "mpa": "MPA", "mpaa": "MPA", "mpa_rating": "MPA", "mparating": "MPA", "bbfc": "BBFC",
    "bbfcrating": "BBFC", "fsk": "FSK", "fskrating": "FSK", "acb": "ACB", "kijkwijzer": "Kijkwijzer",
    "kijkwijzerrating": "Kijkwijzer", "eirin": "EIRIN", "kmrb": "KMRB", "cnc": "CNC", "icaa": "ICAA",
    "classind": "ClassInd", "ifco": "IFCO", "oflc": "OFLC(NZ)", "chvrs": "CHVRS",
}  # fmt: skip
NEEDED = ("id", "title")
ROWS = ("results", "bindings")
"""Where SPARQL's results have their rows."""
_RESULTS = re.compile(r'\s*(?:\[|\{\s*"(?:head|results)")')
Row = Mapping[str, str]


def is_table(head: str) -> bool:
    """A head line that names at least an id and a title."""
    columns = set(_columns(head))
    return all(columns & set(COLUMNS[field]) for field in NEEDED)


def is_results(start: str) -> bool:
    """The start of a list in JSON, or of SPARQL's results."""
    return _RESULTS.match(start) is not None


def _columns(head: str) -> list[str]:
    parts = next(csv.reader([head], delimiter=apart(head)), list[str]())
    return [column.casefold().lstrip("?") for column in parts]


def apart(head: str) -> str:
    """What stands between columns."""
    return "\t" if "\t" in head else ","


def read_table(path: Path, progress: Progress) -> Iterator[Line]:
    """The films of a TSV or CSV file, one a line; neighbouring lines about one film are one."""
    source = lines(path, progress)
    head = next(source, "")
    # In TSV a quotation mark is a letter like any other.
    quoting = csv.QUOTE_NONE if apart(head) == "\t" else csv.QUOTE_MINIMAL
    names = _columns(head)
    rows = _cells(csv.reader(source, delimiter=apart(head), quoting=quoting))
    return _grouped(_line(dict(zip(names, row, strict=False)), len(row) < len(names) // 2) for row in rows)


def _cells(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise ValueError(f"this is no whole table: {error}") from error


def read_results(path: Path, progress: Progress) -> Iterator[Line]:
    """The films of a Wikidata result in JSON, of either form that its query page saves."""
    return _grouped(map(_entry, entries(pieces(path, progress), ROWS)))


def _entry(found: object) -> Line:
    if not isinstance(found, dict):
        return Refused("no JSON object")
    row = cast("dict[str, object]", found)
    return _line({key.casefold(): _value(value) for key, value in row.items()}, False)


def _value(value: object) -> str:
    """SPARQL's results wrap every value."""
    return str(cast("dict[str, object]", value).get("value", "")) if isinstance(value, dict) else str(value)


def _line(row: Row, broken: bool) -> Line:
    if broken:
        return Refused("the line is too short")
    film_id, title = fields.film_id(_of(row, "id")), fields.name(_of(row, "title"))
    if film_id is None:
        return Refused("no id")
    if title is None:
        return Refused("no title")
    ratings = ((BOARDS[key], fields.code(BOARDS[key], text)) for key, text in row.items() if key in BOARDS)
    return Record(
        film_id,
        title,
        fields.year(_of(row, "year")),
        fields.count(_of(row, "votes")),
        fields.minutes(_of(row, "runtime")),
        fields.names(_of(row, "names")),
        tuple((board, code) for board, code in ratings if code),
    )


def _of(row: Row, field: str) -> str:
    """The first filled column of that meaning."""
    filled = (row[column].strip() for column in COLUMNS[field] if row.get(column))
    return next(filled, "")


def _grouped(found: Iterable[Line]) -> Iterator[Line]:
    held: Record | None = None
    for line in found:
        if isinstance(line, Record) and held is not None and line.id == held.id:
            held = held.and_more(line)
            continue
        if held is not None:
            yield held
        held = line if isinstance(line, Record) else None
        if isinstance(line, Refused):
            yield line
    if held is not None:
        yield held
