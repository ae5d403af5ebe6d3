"""films.tsv and tables of films as values: what each says, and which rows are about the same film."""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.titles.folding import fold

NEAR_YEARS = 1
"""A film is made in one year and shown in the next; tables take either."""

Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A film of films.tsv."""

    id: str
    title: str
    year: int
    imdb: str
    country: str
    """Where it was mainly made, by ISO's code, of its time (SU, CS, DD, YU); empty where it is not known."""
    minutes: int | None
    rating: Mapping[str, str]
    """Codes by board."""
    named: str
    names: tuple[tuple[str, str], ...]
    """(kind, name)."""

    @property
    def titles(self) -> set[str]:
        """Every way the row writes its title, folded."""
        return {bare(self.title), *(bare(name) for _, name in self.names)}


@dataclass(slots=True)
class Tables:
    """What the tables say, by IMDb's id and by title."""

    by_imdb: dict[str, list[Record]] = field(default_factory=lambda: defaultdict[str, list[Record]](list))
    by_title: dict[str, list[Record]] = field(default_factory=lambda: defaultdict[str, list[Record]](list))

    def add(self, record: Record) -> None:
        """Keep a film by its id and by each of its titles."""
        if record["imdb"]:
            self.by_imdb[record["imdb"]].append(record)
        for title in {bare(title) for title in titles_of(record)}:
            self.by_title[title].append(record)

    def of(self, row: Row) -> list[Record]:
        """All that is about this film: by its id, or by title and year where the table has no id."""
        found = list(self.by_imdb.get(row.imdb, ()))
        titles = {bare(row.title), *(bare(record["title"]) for record in found)}
        return found + [
            record
            for title in titles
            for record in self.by_title.get(title, ())
            if not record["imdb"] and near(record, row)
        ]

    def fact(self, row: Row, column: str) -> str:
        """What the tables say in this column; the film's own id before its title, the nearest year first."""
        by_nearness = sorted(self.of(row), key=lambda record: (not record["imdb"], years_apart(record, row)))
        return next((record[column] for record in by_nearness if record.get(column)), "")

    def votes(self, row: Row) -> int:
        """How well the film is known; 0 where nobody counted."""
        return int(self.fact(row, "votes") or 0)


def bare(title: str) -> str:
    """The title folded, without the article before it."""
    return re.sub(r"^(?:the|an?) (?=.)", "", fold(title))


def near(record: Record, row: Row) -> bool:
    """The table's year may be the row's."""
    return years_apart(record, row) <= NEAR_YEARS


def years_apart(record: Record, row: Row) -> int:
    """How far the table's year is from the row's."""
    return abs(int(record["year"]) - row.year) if record["year"].isdecimal() else 9999


def read_rows(path: Path) -> list[Row]:
    """films.tsv."""
    return [_row(line) for line in _lines(path)]


def read_tables(paths: Iterable[Path]) -> Tables:
    """Every table that has films with an id or a rating."""
    tables = Tables()
    files = (file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path]))
    for file in files:
        if ".tsv" in file.suffixes:
            for line in _lines(file):
                if "title" in line and "year" in line and ("id" in line or "imdb_id" in line):
                    tables.add(_record(line))
    return tables


def _row(line: Record) -> Row:
    pairs = (part.partition(" ") for part in _parts(line["rating"]))
    names = (part.partition(":") for part in _parts(line["names"]))
    return Row(
        id=line["id"],
        title=line["title"],
        year=int(line["year"]),
        imdb=line["imdb"],
        country=line["country"],
        minutes=int(line["minutes"]) if line["minutes"] else None,
        rating={board: code for board, _, code in pairs},
        named=line["named"],
        names=tuple((kind, name.strip()) for kind, _, name in names),
    )


def _record(line: Record) -> Record:
    """A table's row with `imdb`, whatever the table calls it; other ids are of no use here."""
    imdb = line.get("imdb_id") or line.get("id") or ""
    return {**line, "imdb": imdb if imdb.startswith("tt") else ""}


def titles_of(record: Record) -> list[str]:
    """Each title that a table has of the film."""
    return [title for title in (record["title"], *record.get("also_known_as", "").split("|")) if title]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _lines(path: Path) -> Iterator[dict[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as text:
        yield from csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
