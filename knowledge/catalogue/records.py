"""What one file says about one film. Nothing is added to it and nothing concluded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

MOST_NAMES = 60
"""Of one film in one file, where several rows are about it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A film as one file has it. A file of other names or of votes leaves the title out."""

    id: str
    """IMDb's (`tt0112641`) where the file knows it, else the file's own."""
    title: str | None = None
    year: int | None = None
    votes: int | None = None
    runtime: int | None = None
    """In minutes."""
    names: tuple[str, ...] = ()
    ratings: tuple[tuple[str, str], ...] = ()
    """(board, code), as boards.toml names them."""
    reasons: tuple[tuple[str, str], ...] = ()
    """(board, why it gave its code), in the board's own words."""
    without: str | None = None
    """What the row says beside and could not be taken, and why."""

    def and_more(self, other: "Record") -> "Record":
        """This record with what another row about the same film adds; of two years the earlier."""
        years = [year for year in (self.year, other.year) if year]
        also = (other.title,) if other.title and other.title != self.title else ()
        return replace(
            self,
            title=self.title or other.title,
            year=min(years, default=None),
            votes=self.votes if other.votes is None else max(self.votes or 0, other.votes),
            runtime=self.runtime or other.runtime,
            names=tuple(dict.fromkeys((*self.names, *also, *other.names)))[:MOST_NAMES],
            ratings=tuple(dict.fromkeys((*self.ratings, *other.ratings))),
            reasons=tuple(dict((*other.reasons, *self.reasons)).items()),
        )


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that gives no film, and why, in a few words that many rows share."""

    reason: str
    at: int
    """Its line in the file, or which film of a list in JSON it is; from 1."""


Line = Record | RefusedRow
Row = Mapping[str, str]
"""The cells of a row by their heads, in small letters and digits."""
Rows = Iterator[tuple[int, Row] | RefusedRow]
"""Each with its place in the file, as `Refused.at` has it."""


def grouped(found: Iterable[Line]) -> Iterator[Line]:
    """The same, with neighbouring rows about one film as one."""
    held: Record | None = None
    for line in found:
        if isinstance(line, Record) and held is not None and line.id == held.id:
            held = held.and_more(line)
            continue
        if held is not None:
            yield held
        held = line if isinstance(line, Record) else None
        if isinstance(line, RefusedRow):
            yield line
    if held is not None:
        yield held
