"""All records in one SQLite file: each film once a source, changed whole or not at all. No index."""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

from knowledge.catalogue.records import Record
from knowledge.titles.films import imdb_among

FILE = "catalogue.sqlite"
AT_ONCE = 2000
"""Records that are held in memory together."""
PATIENCE = 120
"""Seconds to wait for another import."""
_COLUMNS = """
    id TEXT NOT NULL, source TEXT NOT NULL, title TEXT, year INTEGER, votes INTEGER, runtime INTEGER,
    names TEXT NOT NULL, ratings TEXT NOT NULL
"""
_MADE = (
    f"CREATE TABLE IF NOT EXISTS film ({_COLUMNS}, PRIMARY KEY (id, source)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS state (one INTEGER PRIMARY KEY CHECK (one = 1), edition INTEGER NOT NULL)",
    "INSERT OR IGNORE INTO state VALUES (1, 0)",
)
_COMING = f"CREATE TEMP TABLE coming ({_COLUMNS}, PRIMARY KEY (id)) WITHOUT ROWID"
# The rows of one film need not stand together: what a later one adds is joined to the first.
_COME = """
INSERT INTO coming VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    title = coalesce(title, excluded.title), year = coalesce(min(year, excluded.year), year, excluded.year),
    votes = coalesce(votes, excluded.votes), runtime = coalesce(runtime, excluded.runtime),
    names = joined(names, excluded.names), ratings = joined(ratings, excluded.ratings)
"""
_PUT = """
INSERT INTO film SELECT * FROM coming WHERE true
ON CONFLICT (id, source) DO UPDATE SET
    title = excluded.title, year = excluded.year, votes = excluded.votes, runtime = excluded.runtime,
    names = excluded.names, ratings = excluded.ratings
WHERE (title, year, votes, runtime, names, ratings) IS NOT
    (excluded.title, excluded.year, excluded.votes, excluded.runtime, excluded.names, excluded.ratings)
"""
# Nobody can tell two films apart that are both shown as "Heat". One without a year stands back behind any
# other of that title; and one of a file's own numbers behind one of that title and year, above all behind one
# that IMDb, TMDB or Wikidata has a number for: there, two numbers are two films.
_TWINS = """
CREATE TEMP TABLE twin AS
WITH one AS MATERIALIZED (
    SELECT id, lower(min(title)) AS title, min(year) AS year, max(votes) AS votes,
        CASE WHEN id GLOB 'tt[0-9]*' THEN 0 WHEN id GLOB 'tmdb[0-9]*' THEN 1 WHEN id GLOB 'Q[0-9]*' THEN 2
        ELSE 3 END AS giver
    FROM film WHERE title IS NOT NULL GROUP BY id
), placed AS (
    SELECT id, year, giver,
        row_number() OVER (PARTITION BY title ORDER BY year IS NULL, votes DESC, giver, id) AS of_title,
        row_number() OVER (PARTITION BY title, year ORDER BY giver, votes DESC, id) AS of_year,
        min(giver) OVER (PARTITION BY title, year) AS first_giver
    FROM one WHERE title IN (SELECT title FROM one GROUP BY title HAVING count(*) > 1)
)
SELECT id FROM placed
WHERE CASE WHEN year IS NULL THEN of_title > 1 ELSE of_year > 1 AND (giver > first_giver OR giver = 3) END
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
    named: tuple[tuple[str, str, str], ...] = ()
    """What boards named: (board, topic, level)."""
    reasons: tuple[tuple[str, str, str], ...] = ()
    """Why a board gave its code, in its own words: (board, code, reason)."""
    other_ids: tuple[str, ...] = ()
    """Under which it is known as well."""

    @property
    def imdb(self) -> str | None:
        """IMDb's id of it."""
        return imdb_among(self.id, *self.other_ids)


class Store:
    """The catalogue's file while it is open, by `reading` or by `changing`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @property
    def edition(self) -> int:
        """How often the catalogue has changed; 0 where nothing was ever taken."""
        made = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone()
        return int(self._db.execute("SELECT edition FROM state").fetchone()[0]) if made else 0

    def put(self, source: str, records: Iterable[Record], *, only_known: bool) -> int:
        """Put a file's records, in bounded memory; returns how many films are new or different."""
        self._db.execute(_COMING)
        waiting = iter(records)
        while some := list(islice(waiting, AT_ONCE)):
            kept = (each for each in some if not only_known or self._has(each.id))
            self._db.executemany(_COME, (_row(source, each) for each in kept))
        changed = self._db.execute(_PUT).rowcount
        self._db.execute("DROP TABLE coming")
        if changed:
            self._db.execute("UPDATE state SET edition = edition + 1")
        return changed

    def films(self) -> Iterator[Known]:
        """All films that have a title by which people can tell them from the others, by id."""
        self._db.execute("DROP TABLE IF EXISTS temp.twin")
        self._db.execute(_TWINS)
        rows = self._db.execute("SELECT * FROM film WHERE id NOT IN temp.twin ORDER BY id, source")
        for film_id, group in groupby(rows, key=lambda row: row[0]):
            if (film := _known(film_id, list(group))) is not None:
                yield film

    def film(self, film_id: str) -> Known | None:
        """One film."""
        rows = self._db.execute("SELECT * FROM film WHERE id = ? ORDER BY source", (film_id,)).fetchall()
        return _known(film_id, rows)

    def _has(self, film_id: str) -> bool:
        return self._db.execute("SELECT 1 FROM film WHERE id = ? LIMIT 1", (film_id,)).fetchone() is not None


@contextmanager
def reading(directory: Path) -> Generator[Store]:
    """The catalogue as it is; what is being changed meanwhile is not seen. Its file must be there."""
    with closing(sqlite3.connect(directory / FILE, isolation_level=None)) as db:
        yield Store(db)


@contextmanager
def changing(directory: Path) -> Generator[Store]:
    """The catalogue to be changed by nobody else: all of it is kept at the end, or nothing.

    Makes the file where there is none. TimeoutError while another import is at work; OSError.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(directory / FILE, timeout=PATIENCE, isolation_level=None)) as db:
        try:
            _begin(db)
            with db:
                yield Store(db)
        except sqlite3.Error as error:
            raise OSError(f"{directory / FILE}: {error}") from error


def _begin(db: sqlite3.Connection) -> None:
    # So that whoever reads meanwhile neither waits nor hinders.
    db.execute("PRAGMA journal_mode = WAL")
    db.create_function("joined", 2, _joined, deterministic=True)
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise TimeoutError(f"another import is at work ({error}); try again when it is done") from error
    for making in _MADE:
        db.execute(making)


def _joined(some: str, more: str) -> str:
    """Two lists in JSON as one, each thing once."""
    first: list[object] = json.loads(some)
    return _json([*first, *(each for each in json.loads(more) if each not in first)])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


Row = tuple[str, str, str | None, int | None, int | None, int | None, str, str]


def _row(source: str, record: Record) -> Row:
    reasons = dict(record.reasons)
    rated = [(board, code, *filter(None, (reasons.get(board),))) for board, code in record.ratings]
    names, ratings = _json(record.names), _json(rated)
    return record.id, source, record.title, record.year, record.votes, record.runtime, names, ratings


def _known(film_id: str, rows: list[Row]) -> Known | None:
    titles = [row[2] for row in rows if row[2]]
    if not titles:
        return None
    names = dict.fromkeys((*titles[1:], *(name for row in rows for name in json.loads(row[6]))))
    names.pop(titles[0], None)
    listed = [(row[1], *rating) for row in reversed(rows) for rating in json.loads(row[7])]
    ratings = {(board, code): source for source, board, code, *_ in listed}
    reasons = {(board, code): reason for _, board, code, *said in listed for reason in said}
    return Known(
        film_id,
        titles[0],
        next((row[3] for row in rows if row[3]), None),
        max((row[4] or 0 for row in rows), default=0),
        next((row[5] for row in rows if row[5]), None),
        tuple(names),
        tuple((board, code, source) for (board, code), source in ratings.items()),
        tuple(row[1] for row in rows),
        reasons=tuple((board, code, reason) for (board, code), reason in reasons.items()),
    )
