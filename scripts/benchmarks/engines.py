"""Ways to look a film up, side by side: ours, its oracle, rapidfuzz over everything, SQLite's trigrams."""

import sqlite3
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process, utils

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import U32, Index
from knowledge.titles.index.features import Weights, shipped_weights
from knowledge.titles.index.query_terms import Strictness, ask
from knowledge.titles.index.search import best_of, oracle, search
from knowledge.titles.query import QueryReading, read
from knowledge.titles.words import words

SHOWN = 5
ALL = 10**9
Find = Callable[[str], list[int]]
"""Typed text to the places of the best films, best first."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way, how it is made from the films, and of how many queries it can be asked in bearable time."""

    name: str
    make: Callable[[Sequence[Film], Index], Find]
    queries: int = ALL


def first_films(index: Index, rows: U32) -> list[int]:
    """The films of the best rows, each once."""
    return list(dict.fromkeys(index.row_film.take(rows[:64]).tolist()))[:SHOWN]


def _reading(text: str) -> QueryReading:
    return next(iter(read(text).readings), QueryReading(()))


def ours(_: Sequence[Film], index: Index) -> Find:
    """The index."""
    weights = shipped_weights()
    return lambda text: first_films(index, search(index, _reading(text), weights).rows)


def every_row(_: Sequence[Film], index: Index) -> Find:
    """The same points for every row."""
    weights = shipped_weights()
    return lambda text: first_films(index, oracle(index, _reading(text), weights).rows)


def _plain(text: str) -> str:
    return " ".join(words(text))


def wratio(films: Sequence[Film], _: Index) -> Find:
    """What most bots do: WRatio over all titles as they are, with rapidfuzz's own folding."""
    titles = [film.title for film in films]

    def find(text: str) -> list[int]:
        best = process.extract(text, titles, scorer=fuzz.WRatio, processor=utils.default_process, limit=SHOWN)
        return [at for _, _, at in best]

    return find


def qratio(films: Sequence[Film], _: Index) -> Find:
    """QRatio over all titles."""
    titles = [_plain(film.title) for film in films]
    return lambda text: [
        at for _, _, at in process.extract(_plain(text), titles, scorer=fuzz.QRatio, limit=SHOWN)
    ]


def cdist(films: Sequence[Film], _: Index) -> Find:
    """The ratio of all titles at once, which are prepared."""
    titles = [_plain(film.title) for film in films]

    def find(text: str) -> list[int]:
        ratios = process.cdist([_plain(text)], titles, scorer=fuzz.ratio, dtype=np.float32)[0]
        best = np.argpartition(-ratios, SHOWN)[:SHOWN] if len(ratios) > SHOWN else np.arange(len(ratios))
        return best[np.lexsort((best, -ratios[best]))].tolist()

    return find


def fts5(films: Sequence[Film], _: Index) -> Find:
    """SQLite's FTS5 with trigrams: any of the typed ones, best by its own order."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE title USING fts5(text, tokenize = 'trigram', detail = 'none')")
    db.executemany(
        "INSERT INTO title (rowid, text) VALUES (?, ?)", enumerate(_plain(film.title) for film in films)
    )
    query = f"SELECT rowid FROM title WHERE title MATCH ? ORDER BY rank LIMIT {SHOWN}"

    def find(text: str) -> list[int]:
        asked = " OR ".join(f'"{part}"' for part in sorted(trigrams(_plain(text))))
        return [int(row[0]) for row in db.execute(query, (asked,))] if asked else []

    weakref.finalize(find, db.close)
    return find


def trigrams(text: str) -> set[str]:
    """All runs of three letters."""
    return {text[at : at + 3] for at in range(len(text) - 2)}


def reranked(index: Index, text: str, rows: U32, weights: Weights) -> list[int]:
    """Candidates of any engine, in the order of our points."""
    reading = _reading(text)
    asked = ask(index, reading.words, Strictness.LOOSE, half=True)
    return first_films(index, best_of(index, asked, rows, reading, weights)[0].rows)


ENGINES = (
    Engine("this index", ours),
    Engine("its oracle", every_row, 60),
    Engine("rapidfuzz WRatio", wratio, 40),
    Engine("rapidfuzz QRatio", qratio, 80),
    Engine("rapidfuzz cdist", cdist, 400),
    Engine("SQLite FTS5 trigram", fts5, 80),
)
