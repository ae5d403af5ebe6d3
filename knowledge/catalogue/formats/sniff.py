"""Which format a file is, by its first lines and never by its name."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import cast

from knowledge.catalogue.formats.columns import FileSource, Layout, all_heads, knows, layout, source_of
from knowledge.catalogue.formats.delimited import LOOKED_AT, head_of, rows_of
from knowledge.catalogue.formats.ids import own_prefix
from knowledge.catalogue.formats.json_rows import list_in, parsed, row_of, rows_at, rows_by_line
from knowledge.catalogue.formats.links import links_of
from knowledge.catalogue.formats.rows import line_of
from knowledge.catalogue.formats.text_reader import Progress, first_lines, lines, pieces
from knowledge.catalogue.records import Line, RefusedRow, Rows, grouped

Reader = Callable[[Path, Progress], Rows]
SEEN = 3
"""Films of JSON by which a file is known."""
SHOWN = 60
WANTED = (
    "it has no head line with an id and a title (such as imdb_id, tconst, Const, tmdbId or id, and title or "
    "Name), is no file of IMDb's (title.basics, title.akas, title.ratings), no JSON lines of TMDB's and no "
    "list of films in JSON"
)


class UnknownFormat(ValueError):
    """The file is none that a catalogue can be read from. Says what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its kind, and how its rows are read."""

    source: FileSource
    rows: Reader
    counted: str
    """What a row is: a line, or a film of a list."""
    heads: frozenset[str] | None = None
    """Of all rows; None where each has its own."""

    @property
    def name(self) -> str:
        """Its name, which is also the name of the source."""
        return self.source.name

    @property
    def only_known(self) -> bool:
        """It tells more about films of other files and brings none itself."""
        return self.source.only_known

    def read(self, path: Path, progress: Progress) -> Iterator[Line]:
        """The films, and the rows that give none; neighbouring rows about one film are one."""
        today, file, links = date.today(), own_prefix(path.name.split(".")[0]), links_of(path, self.source)

        @lru_cache(256)
        def how(heads: frozenset[str]) -> Layout:
            return layout(self.source, heads, file, links)

        return grouped(
            row
            if isinstance(row, RefusedRow)
            else line_of(row[1], how(self.heads or frozenset(row[1])), row[0], today)
            for row in self.rows(path, progress)
        )


def format_of(path: Path) -> Format:
    """The format of a file. UnknownFormat, OSError, EOFError."""
    try:
        start = first_lines(path, LOOKED_AT)
        first = next((line.strip() for line in start if line.strip()), "")
        if not first:
            raise ValueError(f"is empty; {WANTED}")
        return _json(path, first) if first[0] in "[{" else _table(start, first)
    except ValueError as error:
        raise UnknownFormat(str(error)) from error


def _json(path: Path, first: str) -> Format:
    line = parsed(first)
    film = row_of(cast("Mapping[str, object]", line)) if isinstance(line, dict) else {}
    if knows(film, "id") and (knows(film, "title") or knows(film, "original")):
        return _format(film, first, "line", lambda path, progress: rows_by_line(lines(path, progress)))
    place = list_in(pieces(path, _silent))
    if place is None:
        raise ValueError(f"is JSON that begins with {first[:SHOWN]!r} and has no list of films; {WANTED}")

    def rows(path: Path, progress: Progress) -> Rows:
        return rows_at(pieces(path, progress), place)

    some = [row[1] for row in islice(rows(path, _silent), SEEN) if not isinstance(row, RefusedRow)]
    if not some:
        raise ValueError(f"has a list without any films; {WANTED}")
    cells = "".join(cell for row in some for cell in row.values())
    return _format(set[str]().union(*some), cells, "film", rows)


def _table(start: list[str], first: str) -> Format:
    head = head_of(start)
    if head is None or all_heads().isdisjoint(head.columns):
        raise ValueError(f"begins with {first[:SHOWN]!r}; {WANTED}")

    def rows(path: Path, progress: Progress) -> Rows:
        return rows_of(lines(path, progress), head)

    format_ = _format(head.columns, "".join(start[head.line :]), "line", rows)
    return replace(format_, heads=frozenset(head.columns))


def _format(heads: Collection[str], cells: str, counted: str, rows: Reader) -> Format:
    """The kind of file with these heads. ValueError where no film can be taken from it."""
    source = source_of(heads, cells)
    if source.wanted:
        raise ValueError(source.wanted)
    has_id = source.by_title or knows(heads, "id")
    has_title = source.only_known or knows(heads, "title") or knows(heads, "original")
    if has_id and has_title:
        return Format(source, rows, counted)
    found = "an id and no title" if has_id else "a title and no id" if has_title else "no id and no title"
    raise ValueError(f"names {found} in its head ({', '.join(heads)[:SHOWN]}); {WANTED}")


def _silent(part: float) -> None:
    del part
