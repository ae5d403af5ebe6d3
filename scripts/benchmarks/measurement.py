"""Engines asked the same queries in turn: how often right, by kind, and how long it took. No printing."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter, thread_time

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import Index
from knowledge.titles.words import bare, words
from scripts.benchmarks.engines import Engine, Find
from scripts.benchmarks.made_queries import Query

Times = NDArray[np.float64]
"""Milliseconds of this thread, a query each; NaN where the engine was not asked."""
TAKES = 3
SHORTEST = 1e-6
"""Seconds that an answer takes at least."""
SLOW = 50.0
"""Milliseconds from which on a query is not asked again for a better time."""
USUAL = 200_000
"""Films up to which an engine is asked all its queries; of more films in proportion fewer."""
FEWEST = 12


@dataclass(slots=True)
class Score:
    """How many of the queries of a kind had the right film first, and among five."""

    asked: int = 0
    first: int = 0
    five: int = 0

    def add(self, place: int | None) -> None:
        """Count a query by the right film's place, from 0."""
        self.asked += 1
        self.first += place == 0
        self.five += place is not None


@dataclass(frozen=True, slots=True)
class Measured:
    """An engine's results."""

    name: str
    ready: float
    """Seconds to make it ready, the index aside."""
    scores: dict[str, Score]
    times: Times
    strokes: Times

    @property
    def whole(self) -> Score:
        """All kinds together."""
        scores = self.scores.values()
        return Score(*(sum(getattr(each, part) for each in scores) for part in Score.__slots__))

    def slower(self, other: "Measured") -> float:
        """How many times the other's time it takes, at the median of the queries that both were asked."""
        return float(np.nanmedian(self.times / other.times))


def percentile(times: Times, part: float) -> float:
    """The time under which so many in a hundred were, in milliseconds."""
    return float(np.nanpercentile(times, part))


def measure(
    engines: Sequence[Engine],
    films: Sequence[Film],
    index: Index,
    asked: Sequence[Query],
    strokes: Sequence[str],
) -> list[Measured]:
    """Make all engines, then ask one after the other each query, so that a slow minute meets all alike.

    A film of the same title and year counts as the film.
    """
    made = [_made(engine, films, index) for engine in engines]
    shares = [_share(engine, len(films)) for engine in engines]
    finds = [find for find, _ in made]
    gc.collect()
    gc.freeze()
    scores = [defaultdict[str, Score](Score) for _ in engines]
    times, found = _asked(finds, shares, [query.typed for query in asked])
    for engine, query, places in found:
        scores[engine][asked[query].kind].add(_place(films, asked[query].film, places))
    stroke_times, _ = _asked(finds, shares, strokes)
    gc.unfreeze()
    return [
        Measured(engine.name, ready, score, whole, half)
        for engine, (_, ready), score, whole, half in zip(
            engines, made, scores, times, stroke_times, strict=True
        )
    ]


def _made(engine: Engine, films: Sequence[Film], index: Index) -> tuple[Find, float]:
    start = perf_counter()
    return engine.make(films, index), perf_counter() - start


def _share(engine: Engine, films: int) -> int:
    return max(FEWEST, engine.queries * USUAL // max(films, USUAL))


def _asked(
    finds: Sequence[Find], shares: Sequence[int], texts: Sequence[str]
) -> tuple[list[Times], list[tuple[int, int, list[int]]]]:
    """Times of each engine, and (engine, text, places found), a text after the other."""
    times = [np.full(len(texts), np.nan) for _ in finds]
    found: list[tuple[int, int, list[int]]] = []
    for at, text in enumerate(texts):
        for engine in _turned(len(finds), at):
            if at % -(-len(texts) // shares[engine]) == 0:
                times[engine][at], places = timed(lambda engine=engine, text=text: finds[engine](text))
                found.append((engine, at, places))
    return times, found


def _turned(many: int, first: int) -> Iterator[int]:
    """Whose turn it is; another begins each time."""
    return ((first + at) % many for at in range(many))


def timed(ask: Callable[[], list[int]]) -> tuple[float, list[int]]:
    """The best time of three in milliseconds, or the only one of what is slow; and the answer."""
    best, places = float("inf"), list[int]()
    for _ in range(TAKES):
        before = thread_time()
        places = ask()
        # A clock may stand still for as long as a quick answer takes; nothing takes no time.
        best = min(best, max(thread_time() - before, SHORTEST) * 1000)
        if best > SLOW:
            break
    return best, places


def _place(films: Sequence[Film], meant: Film, places: Sequence[int]) -> int | None:
    return next((at for at, place in enumerate(places) if _same(films[place], meant)), None)


def _same(one: Film, other: Film) -> bool:
    return one.id == other.id or (one.year == other.year and _spoken(one) == _spoken(other))


def _spoken(film: Film) -> tuple[str, ...]:
    """The title without articles and without the number of a first part, which lists put there or not."""
    listed = bare(words(film.title))
    return listed[:-1] if listed[1:] and listed[-1] == "1" else listed
