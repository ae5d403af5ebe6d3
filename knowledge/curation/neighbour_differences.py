"""Where an entry is far from the films most like it: worth a look, and no fault of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from statistics import median_low

from knowledge.curation.board_differences import STEPS
from knowledge.curation.faults import Fault, Problem, problem
from knowledge.entry import Level, Movie

NEIGHBOURS = 9
"""Films that are asked; with fewer nothing is said."""
FAR = 2
"""Steps between two levels."""
MOST_OF_THEM = 6
NAMED = 3
LEVELS = tuple(STEPS)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes films be of one kind: genres, the official codes, the year."""

    movie: Movie
    genres: frozenset[str]
    codes: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, movie: Movie) -> "_Kind":
        codes = ((rating.board, rating.code) for rating in movie.ratings)
        return cls(movie, frozenset(movie.genres), frozenset(codes))

    def distance(self, other: "_Kind") -> tuple[float, int]:
        """The least is the nearest."""
        genres = len(self.genres & other.genres) / (len(self.genres | other.genres) or 1)
        codes = len(self.codes & other.codes) / (min(len(self.codes), len(other.codes)) or 1)
        return -genres - codes, abs(self.movie.year - other.movie.year)


def far_from_neighbours(entries: Iterable[tuple[str, Movie]], guide: Iterable[Movie]) -> Iterator[Fault]:
    """A note for each finding of these entries that is two steps or more from what most like it hold."""
    kinds = [_Kind.of(movie) for movie in guide]
    for file, movie in entries:
        mine = _Kind.of(movie)
        others = (kind for kind in kinds if kind.movie.id != movie.id)
        near = nsmallest(NEIGHBOURS * 2, others, key=mine.distance)
        yield from _notes(file, movie, [kind.movie for kind in near])


def _notes(file: str, movie: Movie, near: Sequence[Movie]) -> Iterator[Fault]:
    """Of those near it the first that were looked at for a topic are asked about it."""
    for place, finding in enumerate(movie.findings):
        held = [(other, found) for other in near if (found := other.finding(finding.topic))]
        steps = [STEPS[found.level] for _, found in held[:NEIGHBOURS] if found.level in STEPS]
        if finding.level not in STEPS or len(steps) < NEIGHBOURS:
            continue
        usual = LEVELS[median_low(steps)]
        if sum(abs(step - STEPS[finding.level]) >= FAR for step in steps) >= MOST_OF_THEM:
            alike = [other.id for other, found in held[:NEIGHBOURS] if found.level is usual]
            yield Fault(file, f"findings.{place}.level", _far(finding.topic, finding.level, usual, alike))


def _far(topic: str, level: Level, usual: Level, alike: Sequence[str]) -> Problem:
    names = ", ".join(alike[:NAMED])
    return problem("far_from_neighbours", topic=topic, level=level.value, usual=usual.value, films=names)
