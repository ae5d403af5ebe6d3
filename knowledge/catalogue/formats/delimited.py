"""Tables with a head line, whatever stands between their cells. What a column means is not known here."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from knowledge.catalogue.formats.columns import all_heads, plain
from knowledge.catalogue.records import RefusedRow, Rows

TAB = "\t"
SEPARATORS = f"{TAB};,|"
SAID = "sep="
"""Excel's first line that names the separator."""
LOOKED_AT = 12
"""Lines in which the head is looked for; some lists say before it what they are."""
TOO_SHORT, TOO_LONG, AGAIN = (
    "the line is too short",
    "more cells than the head line has",
    "the head line again",
)
_MARKS = frozenset('"<')
_TYPED = re.compile(r'"(.*)"(?:@[\w-]+|\^\^<[^<>]*>)|<(https?://[^<>]*)>')
_END = "\x04"
"""Stands behind the last line, and is not seen as a row where a quotation mark is still open."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head line of a table: which it is, from 1; what stands between its cells; they, and plain."""

    line: int
    apart: str
    cells: tuple[str, ...]
    columns: tuple[str, ...]


def head_of(start: Sequence[str]) -> Head | None:
    """The head among the first lines: the one whose columns are known best. None where there is no line."""
    said = next((line.strip().removeprefix(SAID)[:1] for line in start[:1] if line.startswith(SAID)), "")
    candidates = (
        _head(number, line, apart)
        for number, line in enumerate(start, 1)
        for apart in (said or SEPARATORS)
        if line.strip() and not line.startswith(SAID)
    )
    return max(candidates, key=_telling, default=None)


def _head(number: int, line: str, apart: str) -> Head:
    try:
        cells = next(csv.reader([line.strip("\r\n")], delimiter=apart), list[str]())
    except csv.Error:
        cells = [line]
    return Head(number, apart, tuple(cell.strip() for cell in cells), tuple(map(plain, cells)))


def _telling(head: Head) -> tuple[int, int, int]:
    """More known columns are better, then an earlier line, then more columns."""
    return len(all_heads().intersection(head.columns)), -head.line, len(head.columns)


def rows_of(lines: Iterable[str], head: Head) -> Rows:
    """The rows below the head, by plain heads and with their line.

    ValueError where a column stands twice or a quotation mark is not closed.
    """
    for column in all_heads().intersection(head.columns):
        if head.columns.count(column) > 1:
            raise ValueError(f"the column {column!r} stands twice in the head line; keep one of them")
    fewest, most = len(head.columns) // 2, len(head.columns)
    for at, cells in _closed(lines, head):
        if len(cells) < fewest:
            yield RefusedRow(TOO_SHORT, at)
        elif len(cells) > most and any(map(str.strip, cells[most:])):
            yield RefusedRow(TOO_LONG, at)
        elif tuple(cells[:2]) == head.cells[:2]:
            yield RefusedRow(AGAIN, at)
        else:
            marked = head.apart == TAB and not _MARKS.isdisjoint("".join(cells))
            whole = list(map(_bare, cells)) if marked else cells
            yield at, dict(zip(head.columns, whole, strict=False))


def _closed(lines: Iterable[str], head: Head) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, with the line in which each begins."""
    # Where tabs stand between cells, a quotation mark is a letter like any other.
    quoting = csv.QUOTE_NONE if head.apart == TAB else csv.QUOTE_MINIMAL
    reader = csv.reader(chain(islice(lines, head.line, None), (_END,)), delimiter=head.apart, quoting=quoting)
    begins = ends = head.line
    try:
        for cells in reader:
            if cells == [_END]:
                return
            begins, ends = ends + 1, head.line + reader.line_num
            if any(cells):
                yield begins, cells
    except csv.Error as error:
        raise ValueError(f"line {ends + 1}: this is no whole table: {error}") from error
    raise ValueError(f"line {begins}: this is no whole table: a quotation mark is opened and never closed")


def _bare(cell: str) -> str:
    """A cell without what a spreadsheet, or Wikidata, puts around it where tabs stand between cells."""
    if found := _TYPED.fullmatch(cell):
        return found[1] if found[2] is None else found[2]
    inner = cell[1:-1]
    bare = inner.replace('""', "")
    quoted = cell[:1] == '"' == cell[-1:] and bare != inner and '"' not in bare
    return inner.replace('""', '"') if quoted else cell
