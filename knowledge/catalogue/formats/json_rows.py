"""JSON as rows: a long list entry by entry, or an object a line. What a key means is not known here."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

import ijson  # pyright: ignore[reportMissingTypeStubs]  # it has no types; what it gives is cast here

from knowledge.catalogue.formats.columns import names, plain
from knowledge.catalogue.formats.text_reader import LONGEST
from knowledge.catalogue.records import RefusedRow, Row, Rows

V = TypeVar("V")
DEEPEST = 32
"""Lists and objects in each other; a text has fewer."""
DEEPEST_TEXT = 4
NO_OBJECT = "no JSON object"
_TEXTS = ("value", "title", "name", "titles", "results", "label")
"""The keys that hold the text of an object, the most telling first."""
_RELEASES = "release_dates"


def list_in(pieces: Iterable[str]) -> str | None:
    """Where a whole JSON text has its list of films, as `rows_at` takes it; None where it has none.

    Reads the text to its end. ValueError where it is no JSON, is cut off, or goes too deep.
    """
    events = _events(_Feed(pieces))
    found = None
    for place, event, _ in cast("Iterator[tuple[str, str, object]]", ijson.parse(events)):
        if event == "start_array" and place.lower() in names().lists:
            found = place
            break
    for _ in events:
        pass
    return found


def rows_at(pieces: Iterable[str], place: str) -> Rows:
    """The entries of the list at this place, each with its number. `list_in` has read the text before."""
    feed = _Feed(pieces)
    entries = cast("Iterator[object]", ijson.items(feed, f"{place}.item" if place else "item"))
    for at, entry in enumerate(_plainly(entries), 1):
        feed.since = 0
        yield _numbered(entry, at)


def rows_by_line(lines: Iterable[str]) -> Rows:
    """The objects of a text that has one a line."""
    for at, line in enumerate(lines, 1):
        if line.strip():
            yield _numbered(parsed(line), at)


def parsed(line: str) -> object:
    """The value that a line of JSON is; None where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _numbered(entry: object, at: int) -> tuple[int, Row] | RefusedRow:
    return (
        (at, row_of(cast("Mapping[str, Any]", entry)))
        if isinstance(entry, dict)
        else RefusedRow(NO_OBJECT, at)
    )


def row_of(entry: Mapping[str, Any]) -> dict[str, str]:
    """An object as plain heads and cells."""
    row: dict[str, str] = {}
    for key, value in entry.items():
        head = plain(key)
        if head in names().lifted and isinstance(value, dict) and "value" not in value:
            row |= row_of(cast("Mapping[str, Any]", value))
        else:
            row[head] = _text(cast("object", value), DEEPEST_TEXT)
    return {**row, **dict(_codes(entry.get(_RELEASES)))}


def _text(value: object, deep: int) -> str:
    match value:
        case None:
            return ""
        case list() | dict() if not deep:
            return ""
        case list():
            return "\n".join(_text(each, deep - 1) for each in cast("list[object]", value))
        case dict():
            held = cast("dict[str, object]", value)
            return _text(next((held[key] for key in _TEXTS if key in held), None), deep - 1)
        case _:
            return str(value)


def _codes(releases: object) -> Iterator[tuple[str, str]]:
    """What boards decided, by the head of each, as TMDB tells it by country."""
    for country in _tables(releases, "results"):
        head = names().countries.get(str(country.get("iso_3166_1")))
        rated = [each for each in _tables(country, _RELEASES) if each.get("certification")]
        if head and rated:
            yield head, str(rated[0]["certification"])
            yield f"{head}descriptors", _text(cast("object", rated[0].get("descriptors")), DEEPEST_TEXT)


def _tables(held: object, key: str) -> list[dict[str, Any]]:
    """The objects of a list in an object; none where either is something else."""
    found = cast("dict[str, Any]", held).get(key) if isinstance(held, dict) else None
    listed = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("dict[str, Any]", each) for each in listed if isinstance(each, dict)]


def _plainly(read: Iterator[V]) -> Iterator[V]:
    """The same; what the library says of broken JSON becomes a ValueError."""
    try:
        yield from read
    except ijson.JSONError as error:
        raise ValueError(f"this is no whole JSON: {str(error).splitlines()[0].strip()}") from error


class _Feed:
    """Pieces of text as the library reads them: in bytes, and not on and on without an entry."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self.since = 0
        """Bytes since the last entry."""

    def read(self, size: int) -> bytes:
        """The next piece; nothing where only that is asked for."""
        piece = next(self._pieces, "").encode() if size else b""
        self.since += len(piece)
        if self.since > LONGEST:
            raise ValueError(f"a film is longer than {LONGEST:,} letters, or the JSON is broken there")
        return piece


def _events(feed: _Feed) -> Iterator[tuple[str, object]]:
    depth = 0
    events = cast("Iterator[tuple[str, object]]", ijson.basic_parse(feed))
    for event, value in _plainly(events):
        feed.since = 0
        depth += (event in ("start_map", "start_array")) - (event in ("end_map", "end_array"))
        if depth > DEEPEST:
            raise ValueError(f"lists stand more than {DEEPEST} deep in each other, as in no list of films")
        yield event, value
