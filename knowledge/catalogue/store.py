"""All records in one SQLite file: each film once a source, changed whole or not at all. No index."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from types import TracebackType

from knowledge.catalogue.records import Record

FILE = "catalogue.sqlite"
AT_ONCE = 2000
"""Records that are held in memory together."""
_MADE = """
CREATE TABLE IF NOT EXISTS film (
    id TEXT NOT NULL, source TEXT NOT NULL, title TEXT, year INTEGER, votes INTEGER, runtime INTEGER,
    names TEXT NOT NULL, ratings TEXT NOT NULL, PRIMARY KEY (id, source)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state (one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL);
INSERT OR IGNORE INTO state VALUES (1, 0);
"""
_PUT = """
INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id, source) DO UPDATE SET
    title = excluded.title, year = excluded.year, votes = excluded.votes, runtime = excluded.runtime,
    names = excluded.names, ratings = excluded.ratings
WHERE (title, year, votes, runtime, names, ratings) IS NOT
    (excluded.title, excluded.year, excluded.votes, excluded.runtime, excluded.names, excluded.ratings)
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A film as all sources together have it."""

    id: str
    title: str
    year: int | None
    votes: int
    runtime: int | None
    """In minutes."""
    names: tuple[str, ...]
    ratings: tuple[tuple[str, str, str], ...]
    """(board, code, source)."""
    sources: tuple[str, ...]


class Store:
    """The catalogue's file, open. Use it in a `with`: what was put is kept at its end, or not at all."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(directory / FILE)
        self._db.executescript(_MADE)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._db.rollback() if kind else self._db.commit()
        self._db.close()

    @property
    def edition(self) -> int:
        """How often the catalogue has changed."""
        return int(self._db.execute("SELECT edition FROM state").fetchone()[0])

    def put(self, source: str, records: Iterable[Record], *, only_known: bool) -> int:
        """Put a file's records, in bounded memory; returns how many are new or different."""
        before = self._db.total_changes
        waiting = iter(records)
        while some := list(islice(waiting, AT_ONCE)):
            kept = [each for each in some if not only_known or self._has(each.id)]
            self._db.executemany(_PUT, (_row(source, each) for each in kept))
        changed = self._db.total_changes - before
        if changed:
            self._db.execute("UPDATE state SET edition = edition + 1")
        return changed

    def films(self) -> Iterator[Known]:
        """All films that have a title, by id."""
        rows = self._db.execute("SELECT * FROM film ORDER BY id, source")
        for film_id, group in groupby(rows, key=lambda row: row[0]):
            if (film := _known(film_id, list(group))) is not None:
                yield film

    def film(self, film_id: str) -> Known | None:
        """One film."""
        rows = self._db.execute("SELECT * FROM film WHERE id = ? ORDER BY source", (film_id,)).fetchall()
        return _known(film_id, rows)

    def _has(self, film_id: str) -> bool:
        return self._db.execute("SELECT 1 FROM film WHERE id = ? LIMIT 1", (film_id,)).fetchone() is not None


Row = tuple[str, str, str | None, int | None, int | None, int | None, str, str]


def _row(source: str, record: Record) -> Row:
    names, ratings = json.dumps(record.names, ensure_ascii=False), json.dumps(record.ratings)
    return record.id, source, record.title, record.year, record.votes, record.runtime, names, ratings


def _known(film_id: str, rows: list[Row]) -> Known | None:
    titles = [row[2] for row in rows if row[2]]
    if not titles:
        return None
    names = dict.fromkeys((*titles[1:], *(name for row in rows for name in json.loads(row[6]))))
    names.pop(titles[0], None)
    ratings = {(board, code): row[1] for row in reversed(rows) for board, code in json.loads(row[7])}
    return Known(
        film_id,
        titles[0],
        next((row[3] for row in rows if row[3]), None),
        max((row[4] or 0 for row in rows), default=0),
        next((row[5] for row in rows if row[5]), None),
        tuple(names),
        tuple((board, code, source) for (board, code), source in ratings.items()),
        tuple(row[1] for row in rows),
    )
