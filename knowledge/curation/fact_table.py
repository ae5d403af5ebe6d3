"""A table of facts about films beside the entries: where the two differ. It says so and decides nothing."""

import csv
import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from knowledge.entry import Movie
from knowledge.titles.folding import fold

FactTable = Mapping[str, Mapping[str, str]]
"""Rows by IMDb id, and by title and year."""
COLUMNS = ("title", "year", "mpa_rating", "runtime_min", "director", "reason", "imdb_id")

_BESIDE = re.compile(r"^rated\s+\S+(\s+for)?|\([^)]*\)")
"""What stands around a reason: `Rated PG for`, the number of a certificate."""


@dataclass(frozen=True, slots=True)
class FactConflict:
    """A fact of an entry, by its key such as `runtime`, and what the table has in its place."""

    key: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return f"{self.key}: {self.ours!r}, and the table says {self.theirs!r}"


def read_facts(path: Path) -> FactTable:
    """A table with these columns, by tabs, .gz as it is. OSError; ValueError where it is no such table."""
    packed = path.read_bytes()
    plain = gzip.decompress(packed) if path.suffix == ".gz" else packed
    rows = csv.DictReader(StringIO(plain.decode("utf-8"), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"it has no column {', '.join(missing)}")
    table: dict[str, Mapping[str, str]] = {}
    for row in rows:
        for key in (row["imdb_id"], _name(row["title"], row["year"])):
            table.setdefault(key, row)
    return table


def facts_of(movie: Movie, table: FactTable) -> Mapping[str, str] | None:
    """The film's row, by its id or else by its title and year."""
    row = table.get(movie.external.imdb or "") if movie.external.imdb else None
    return row or table.get(_name(movie.title, str(movie.year)))


def differing(movie: Movie, row: Mapping[str, str]) -> Iterator[FactConflict]:
    """Each fact that the row and the entry both state, and state differently."""
    place, mpa = next(((n, r) for n, r in enumerate(movie.ratings) if r.board == "MPA"), (0, None))
    stated: tuple[tuple[str, object, str], ...] = (
        ("title", movie.title, "title"),
        ("year", movie.year, "year"),
        ("runtime", movie.runtime, "runtime_min"),
        ("directors", ", ".join(movie.directors), "director"),
        (f"ratings.{place}.code", mpa and mpa.code, "mpa_rating"),
        (f"ratings.{place}.reason", mpa and mpa.reason, "reason"),
    )
    for key, ours, column in stated:
        theirs = row[column]
        if ours and _bare(theirs) and _bare(str(ours)) != _bare(theirs):
            yield FactConflict(key, str(ours), theirs)


def _bare(fact: str) -> tuple[str, ...]:
    """A fact as it is compared: without what stands around it, names in any order."""
    return tuple(sorted(fold(part) for part in _BESIDE.sub("", fact.lower()).split(",") if fold(part)))


def _name(title: str, year: str) -> str:
    return f"{fold(title)} {year}"
