"""What files call their columns and which rows are refused: data/catalogue.toml and boards.toml as values."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from knowledge.catalogue.formats.field_parsers import EMPTY, words

DATA = Path(__file__).parents[2] / "data"
SHOWN = 30
KEPT = 2000
_SIGNS = re.compile(r"[\W_]+")
Columns = Mapping[str, tuple[str, ...]]
"""By what is recorded of a film: the heads of it, the most telling first."""


class Closed(BaseModel):
    """A table of the data file; a misspelt key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(Closed):
    """A kind of row that is no film for a family."""

    reason: str
    columns: tuple[str, ...]
    any: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    part: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    says: str | None = None
    filled: bool = False

    def reason_for(self, cell: str) -> str | None:
        """Why a row with this cell is refused; None where it is not."""
        said = "" if cell.strip() in EMPTY else plain(cell)
        hits = said and self._hits(said, cell)
        return self.reason.format(" ".join(cell.split())[:SHOWN]) if hits else None

    def _hits(self, said: str, cell: str) -> bool:
        return (
            self.filled
            or said in self.any
            or bool(self.none and said not in self.none)
            or any(part in said for part in self.part)
            or bool(self.words and not self.words.isdisjoint(map(plain, words(cell))))
            or (self.says is not None and said in (names().yes if self.says == "yes" else names().no))
        )


class FileSource(Closed):
    """A kind of file: how it is known, and what is particular in it."""

    name: str = ""
    wanted: str = ""
    """Why no film can be taken from it, and what would be right."""
    heads: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    least: int = 0
    cells: str = ""
    columns: Columns = {}
    ids: str | None = None
    by_title: bool = False
    """Its addresses name no films, so its films are told apart by title and year."""
    only_known: bool = False
    """It tells more about films of other files and brings none itself."""
    beside: tuple[str, str] | None = None
    """What stands in its name and, instead, in that of a file with more ids of its films."""
    refused: tuple[Rule, ...] = ()
    """Of its rows, beside what is refused in every file."""
    each_file: bool = False
    """Two files of the kind are two sources."""

    def fits(self, heads: Collection[str], cells: str) -> bool:
        """Whether a file with these heads is of this kind; `cells`: the text of its first rows."""
        held = set(heads)
        return (
            self.heads <= held
            and not self.unless & held
            and len(self.marks & held) >= self.least
            and self.cells in cells
        )


class ColumnNames(Closed):
    """All of the data file."""

    yes: frozenset[str]
    no: frozenset[str]
    weak: frozenset[str]
    articles: tuple[str, ...]
    lists: tuple[str, ...]
    lifted: frozenset[str]
    columns: Columns
    numbers: Columns
    boards: Mapping[str, str]
    """Boards by the head of their column."""
    reasons: tuple[str, ...]
    countries: Mapping[str, str]
    """The same heads by the country whose release TMDB tells."""
    refused: tuple[Rule, ...]
    sources: tuple[FileSource, ...]


def read_data(file: str) -> dict[str, Any]:
    """The tables of one of the data files."""
    return tomllib.loads((DATA / file).read_text(encoding="utf-8"))


@cache
def names() -> ColumnNames:
    """The data file, and what boards.toml has of columns, read once."""
    boards = read_data("boards.toml")
    heads = {head: board for board, each in boards.items() for head in each.get("columns", ())}
    countries = {each["country"]: each["columns"][0] for each in boards.values() if each.get("columns")}
    return ColumnNames.model_validate(
        {**read_data("catalogue.toml"), "boards": heads, "countries": countries}
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one file are read: what of the data file its heads have."""

    source: FileSource
    columns: Columns
    numbers: Columns
    boards: Mapping[str, str]
    reasons: Mapping[str, str]
    """Heads under which a board says why, and the board."""
    checks: tuple[tuple[str, Callable[[str], str | None]], ...]
    """Heads, and what says of a cell below why its row is refused."""
    file: str
    """What the file's own numbers begin with where the source has no name for them."""
    links: Mapping[str, str]
    """By the file's own ids those of IMDb or TMDB, as far as another file told them."""


def plain(text: str) -> str:
    """A head or a cell as the data file has it: small letters and digits alone."""
    return _SIGNS.sub("", text.casefold())


def source_of(heads: Collection[str], cells: str) -> FileSource:
    """The first kind of file that fits; the last one fits all."""
    return next(source for source in names().sources if source.fits(heads, cells))


def layout(source: FileSource, heads: frozenset[str], file: str, links: Mapping[str, str]) -> Layout:
    """How rows with these heads are read."""
    known = names()
    columns = _present({**known.columns, **source.columns}, heads)
    if "year" in columns or len(columns.get("released", ())) > 1:
        columns = _present(columns, heads - known.weak)
    numbers = _present(known.numbers, heads)
    boards = {head: board for head, board in known.boards.items() if head in heads}
    reasons = {head: board for head, board in reason_heads().items() if head in heads}
    # The same few cells stand in millions of rows.
    checks = (
        (head, lru_cache(KEPT)(rule.reason_for))
        for rule in (*known.refused, *source.refused)
        for head in rule.columns
        if head in heads
    )
    return Layout(source, columns, numbers, boards, reasons, tuple(checks), file, links)


@cache
def reason_heads() -> Mapping[str, str]:
    """Heads of a board and of reasons together, and the board: `mpareason`."""
    known = names()
    return {f"{head}{end}": board for head, board in known.boards.items() for end in known.reasons}


def _present(columns: Columns, heads: frozenset[str]) -> Columns:
    present = ((field, tuple(head for head in of if head in heads)) for field, of in columns.items())
    return {field: of for field, of in present if of}


def knows(heads: Collection[str], *fields: str) -> bool:
    """Whether the heads have a column for each of these; a number of any site is an `id` too."""
    known, held = names(), frozenset(heads)
    present = set(_present(known.columns, held))
    if "imdb" in present or _present(known.numbers, held):
        present.add("id")
    return present.issuperset(fields)


@cache
def all_heads() -> frozenset[str]:
    """Every head that means something in some file."""
    known = names()
    fields = (*known.columns.values(), *known.numbers.values())
    rules = (rule.columns for rule in known.refused)
    return frozenset((*known.boards, *reason_heads())).union(
        *fields, *rules, *(source.heads for source in known.sources)
    )
