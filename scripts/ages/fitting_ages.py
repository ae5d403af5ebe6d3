"""Ages fitted to films: single topics move where films ask for it.

Few films hold a single cell, so a cell stays where it is unless moving it is worth more than `PULL` a year.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from statistics import mean

from knowledge.vocabulary import OLDEST
from scripts.ages.published import MUCH, Ages, Cell, Rated

PULL = 2.0
FAR = 3.0
"""What each year costs that is beyond all published ages by more than two."""
LEVELS = ("mild", "moderate", "severe")
MILDEST = 5
"""Reviewers seldom name an age below six, and yet small children watch: mild asks for no more than this."""
REACH = range(-3, 4)
"""Years that a cell may move at once."""
SEVERE_FROM = 6
LEAST: Ages = {
    ("sex", "severe"): 16,
    ("nudity", "moderate"): 13,
    ("nudity", "severe"): 16,
    ("sexual_violence", "severe"): 16,
    ("gore", "severe"): 15,
    ("drugs", "severe"): 16,
}
"""What boards keep for teenagers stays there, in years: few films of a family guide hold it. Brief nudity
passes for 12 at the BBFC and with PG-13; what Kijkwijzer and the FSK keep for the oldest minors is 16."""
ROUNDS = 4


def fitted(films: Sequence[Rated], start: Ages) -> Ages:
    """The table that fits these films, near to the one that it starts from."""
    ages = dict(start)
    topics = dict.fromkeys(topic for topic, _ in start)
    for _ in range(ROUNDS):
        before = dict(ages)
        for topic in topics:
            ways = ({**ages, **way} for way in _ways(topic, ages, start))
            ages = min(ways, key=lambda way: _cost(films, way) + PULL * _distance(way, start))
        if ages == before:
            break
    return ages


def _bounded(cell: Cell, age: int, started: int) -> int:
    return min(max(_least(cell), age), _most(cell, started))


def _most(cell: Cell, started: int) -> int:
    return max(MILDEST, started) if cell[1] == "mild" else OLDEST


def _least(cell: Cell) -> int:
    return LEAST.get(cell, SEVERE_FROM if cell[1] == "severe" else 0)


def _ways(topic: str, ages: Ages, start: Ages) -> Iterator[Ages]:
    """This topic's ages, and others near them that never fall with the level."""
    now = [ages[topic, level] for level in LEVELS]
    yield {}
    for steps in product(REACH, repeat=len(LEVELS)):
        way = [age + step for age, step in zip(now, steps, strict=True)]
        cells = dict(zip(((topic, level) for level in LEVELS), way, strict=True))
        if way == sorted(way) and all(age == _bounded(cell, age, start[cell]) for cell, age in cells.items()):
            yield cells


def _cost(films: Sequence[Rated], ages: Ages) -> float:
    computed = [film.computed(ages) for film in films]
    apart = [age - film.middle for age, film in zip(computed, films, strict=True)]
    strict = (max(0, age - film.oldest - MUCH) for age, film in zip(computed, films, strict=True))
    loose = (max(0, film.youngest - MUCH - age) for age, film in zip(computed, films, strict=True))
    total = sum(abs(years) + years * years / 20 for years in apart)
    return total + len(films) * mean(apart) ** 2 / 2 + FAR * (sum(strict) + sum(loose))


def _distance(ages: Ages, other: Ages) -> int:
    return sum(abs(age - other[cell]) for cell, age in ages.items())
