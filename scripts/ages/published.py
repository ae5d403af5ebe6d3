"""Films with the ages that people published for them, one a source, split in two halves that never change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from statistics import mean, median

from knowledge.answering.made_for import made_for
from knowledge.entry import SOURCED, Movie
from knowledge.library import Library
from knowledge.vocabulary import Vocabulary

Cell = tuple[str, str]
"""A topic and a level."""
Ages = dict[Cell, int]
"""From which age, in years, each usually fits."""
MUCH = 2
"""Years beyond all published ages."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What was found in a film, and from which ages people let children see it."""

    id: str
    cells: tuple[Cell, ...]
    published: tuple[float, ...]
    """One a source, in years: the median of those who speak there. A copy is no source of its own."""
    youngest: int
    oldest: int
    made_for: int = 0
    """From which age films for such people usually fit, in years."""
    advised: bool = True
    """Whether guides or teachers said so: a parent tells of one child, and advises nobody."""

    @property
    def middle(self) -> float:
        """What people say, in years."""
        return median(self.published)

    def computed(self, ages: Ages) -> int:
        """What the findings say by this table, in years, and for whom it was made: the strictest decides."""
        return max((self.made_for, *(ages[cell] for cell in self.cells)))


def rated_films(library: Library, *, families_too: bool = False) -> list[Rated]:
    """Every film of which somebody published an age.

    Where guides or teachers advise, they are heard alone: a parent or a child tells of one family.
    """
    films = (_rated(movie, library.vocabulary, families_too) for movie in library.movies.values())
    return [film for film in films if film.published]


def ages_of(vocabulary: Vocabulary) -> Ages:
    """The table of topics.toml."""
    return {
        (topic.id, level.value): topic.from_age(level)
        for topic in vocabulary.topics.values()
        if topic.ages
        for level in topic.levels[1:]
    }


def _rated(movie: Movie, vocabulary: Vocabulary, families_too: bool) -> Rated:
    said = [(voice, age) for voice in movie.voices if (age := voice.suits_from) is not None]
    advised = [(voice, age) for voice, age in said if voice.who in SOURCED]
    by_source: defaultdict[str, list[int]] = defaultdict(list)
    for voice, age in said if families_too else advised or said:
        by_source[movie.sources[voice.source].copy_of or voice.source].append(age)
    known, made = set(ages_of(vocabulary)), made_for(movie, vocabulary)
    cells = ((one.topic, one.level.value) for one in movie.findings)
    every = [age for said in by_source.values() for age in said]
    return Rated(
        movie.id,
        tuple(cell for cell in cells if cell in known),
        tuple(median(said) for said in by_source.values()),
        min(every, default=0),
        max(every, default=0),
        made.from_age if made else 0,
        bool(advised),
    )


def halves(films: Iterable[Rated]) -> tuple[list[Rated], list[Rated]]:
    """To calibrate on, and to report on. By the id alone, so that a new film moves no other."""
    split: tuple[list[Rated], list[Rated]] = ([], [])
    for film in films:
        split[sha256(film.id.encode()).digest()[0] % 2].append(film)
    return split


@dataclass(frozen=True, slots=True)
class Agreement:
    """How near computed ages are to published ones, in years."""

    films: int
    bias: float
    error: float
    """On average."""
    stricter: tuple[str, ...]
    """Films older than anybody says."""
    much_stricter: tuple[str, ...]
    """Older by more than two years."""
    looser: tuple[str, ...]
    """Films younger than anybody says."""


def agreement(films: Iterable[Rated], ages: Ages) -> Agreement:
    """By this table."""
    rows = [(film, film.computed(ages)) for film in films]
    apart = [age - film.middle for film, age in rows]
    return Agreement(
        len(rows),
        mean(apart),
        mean(map(abs, apart)),
        tuple(film.id for film, age in rows if age > film.oldest),
        tuple(film.id for film, age in rows if age > film.oldest + MUCH),
        tuple(film.id for film, age in rows if age < film.youngest),
    )


def apart(films: Iterable[Rated]) -> float:
    """How far one source is from the median of the others, in years on average: no table is much nearer."""
    alone = [
        abs(age - median([*film.published[:at], *film.published[at + 1 :]]))
        for film in films
        if len(film.published) > 1
        for at, age in enumerate(film.published)
    ]
    return mean(alone) if alone else 0.0
