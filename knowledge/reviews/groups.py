"""Counts as groups: how many parents, teens, children and teachers, and what each group says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from knowledge.entry import Level
from knowledge.reviews.review import LEVELLED, LEVELS, Flag, QuotedReview, Reviewer

FEW = 3
"""Fewer than this are shown each by itself; they are no statistic."""
ENOUGH = 2
"""So many tell enough that nobody has to wait for a guide any more."""
Tally = tuple[tuple[int, int], ...]
"""Numbers, the smallest first, each with how many reviews say it."""


@dataclass(frozen=True, slots=True)
class Group:
    """All reviews of a film by people of one kind."""

    who: Reviewer
    count: int
    ages: Tally
    """From which age it suits, in years."""
    stars: Tally
    flags: tuple[tuple[Flag, int], ...]
    """The most often said first."""
    levels: Mapping[Flag, tuple[tuple[Level, int], ...]]
    """Who did not notice is not among them."""

    @property
    def few(self) -> bool:
        """Whether these are too few for a statistic."""
        return self.count < FEW

    @property
    def median(self) -> int:
        """The age in the middle of those that they suggest; of two middle ones the stricter."""
        return _at(self.ages, self.count // 2)

    @property
    def spread(self) -> tuple[int, int]:
        """Between which ages at least half of them lie, around the median."""
        last = self.count - 1
        return _at(self.ages, last // 4), _at(self.ages, last - last // 4)

    @property
    def mean_stars(self) -> float:
        """Stars for quality, one to five."""
        return sum(star * count for star, count in self.stars) / self.count


@dataclass(frozen=True, slots=True)
class FilmReviews:
    """What families of one server say of one film."""

    groups: tuple[Group, ...] = ()
    """Parents first; a group without a review is left out."""
    best: tuple[QuotedReview, ...] = ()
    """Those that have words, the most helpful first; a few of them."""

    @property
    def count(self) -> int:
        """How many reviews there are."""
        return sum(group.count for group in self.groups)

    @property
    def few(self) -> bool:
        """Whether these are too few for a statistic."""
        return self.count < FEW

    @classmethod
    def of(cls, counts: Mapping[str, int], best: tuple[QuotedReview, ...] = ()) -> "FilmReviews":
        """From what was counted."""
        whole = ((who, counts.get(who, 0)) for who in get_args(Reviewer))
        return cls(tuple(_group(who, count, counts) for who, count in whole if count), best)


NOBODY = FilmReviews()
"""Of a film of which no family wrote."""


def _group(who: Reviewer, count: int, counts: Mapping[str, int]) -> Group:
    said = [(flag, counts.get(f"{who}.flag.{flag}", 0)) for flag in Flag]
    return Group(
        who,
        count,
        _tally(f"{who}.from.", counts),
        _tally(f"{who}.stars.", counts),
        tuple(sorted(((flag, many) for flag, many in said if many), key=lambda one: -one[1])),
        {flag: found for flag in LEVELLED if (found := _levels(f"{who}.level.{flag}", counts))},
    )


def _tally(begins: str, counts: Mapping[str, int]) -> Tally:
    said = ((part.removeprefix(begins), count) for part, count in counts.items() if part.startswith(begins))
    return tuple(sorted((int(number), count) for number, count in said))


def _levels(begins: str, counts: Mapping[str, int]) -> tuple[tuple[Level, int], ...]:
    found = ((level, counts.get(f"{begins}.{level}", 0)) for level in LEVELS)
    return tuple((level, count) for level, count in found if count)


def _at(tally: Tally, place: int) -> int:
    """The number at this place, counted from 0, if all stood in a row."""
    for number, count in tally:
        place -= count
        if place < 0:
            return number
    raise IndexError("there are not so many")
