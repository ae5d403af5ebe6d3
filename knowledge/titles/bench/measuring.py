"""One engine asked many queries: how often right, by kind, and how long it took. No printing."""

import gc
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter, thread_time

import numpy as np

from knowledge.titles.bench.engines import Engine
from knowledge.titles.bench.typing import Query
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import Index
from knowledge.titles.words import bare, words


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
    """An engine's results. Times are in milliseconds, of this thread's work where it works in one thread."""

    name: str
    built: float
    """Seconds to make it ready, the index aside."""
    scores: dict[str, Score]
    times: list[float] = field(default_factory=list[float])
    strokes: list[float] = field(default_factory=list[float])

    def percentile(self, part: float) -> float:
        """The time under which so many in a hundred queries were, in milliseconds."""
        return float(np.percentile(self.times, part)) if self.times else float("nan")

    def stroke_percentile(self, part: float) -> float:
        """The same for single keystrokes."""
        return float(np.percentile(self.strokes, part)) if self.strokes else float("nan")

    @property
    def whole(self) -> Score:
        """All kinds together."""
        scores = self.scores.values()
        return Score(
            sum(each.asked for each in scores),
            sum(each.first for each in scores),
            sum(each.five for each in scores),
        )


def measure(
    engine: Engine, films: Sequence[Film], index: Index, asked: Sequence[Query], strokes: Sequence[str]
) -> Measured:
    """Make the engine and ask it; a film of the same title and year counts as the film."""
    start = perf_counter()
    find = engine.make(films, index)
    built = perf_counter() - start
    scores: defaultdict[str, Score] = defaultdict(Score)
    result = Measured(engine.name, built, scores)
    gc.collect()
    gc.freeze()
    for query in _some(asked, engine.queries):
        before = thread_time()
        places = find(query.typed)
        result.times.append((thread_time() - before) * 1000)
        same = (at for at, place in enumerate(places) if _same(films[place], query.film))
        scores[query.kind].add(next(same, None))
    for stroke in strokes[: engine.queries]:
        before = thread_time()
        find(stroke)
        result.strokes.append((thread_time() - before) * 1000)
    gc.unfreeze()
    return result


def _some(asked: Sequence[Query], many: int) -> Sequence[Query]:
    """So many, spread evenly over all."""
    return asked[:: max(1, -(-len(asked) // many))]


def _same(one: Film, other: Film) -> bool:
    return one.id == other.id or (
        one.year == other.year and bare(words(one.title)) == bare(words(other.title))
    )
