"""Where groups disagree: with each other, with the official rating, with the age that is computed."""

from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from knowledge.reviews.groups import NOBODY, FilmReviews
from knowledge.reviews.review import Reviewer

APART = 2
"""Years from which on two ages are not the same opinion."""
Party = Reviewer | Literal["official", "computed"]
Said = tuple[Party, int]
"""Who, and from which age."""


@dataclass(frozen=True, slots=True)
class OfficialAge:
    """The age, in years, that an official code speaks of."""

    code: str
    age: int
    looks_first: bool = False
    """Nobody is kept out below it: parents are asked to look first."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two who name ages that lie apart, in years."""

    one: Party
    one_from: int
    other: Party
    other_from: int

    @property
    def years(self) -> int:
        """How far apart they are."""
        return abs(self.one_from - self.other_from)


@dataclass(frozen=True, slots=True)
class FamilyView:
    """What families say of a film, and the ages, in years, that it stands beside."""

    reviews: FilmReviews = NOBODY
    official: OfficialAge | None = None
    """Of which the rating of the country speaks."""
    computed: int | None = None
    """From which it usually fits by what is recorded, where all was looked at."""

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Those whose ages lie apart, the farthest first; groups that are too few say nothing as a group."""
        told: list[Said] = [(group.who, group.median) for group in self.reviews.groups if not group.few]
        ages: tuple[tuple[Party, int | None], ...] = (
            ("official", self.official and self.official.age),
            ("computed", self.computed),
        )
        beside: list[Said] = [(party, age) for party, age in ages if age is not None]
        pairs = (*combinations(told, 2), *product(told, beside))
        found = [Disagreement(*one, *other) for one, other in pairs]
        return tuple(sorted((one for one in found if one.years >= APART), key=lambda one: -one.years))


ALONE = FamilyView()
"""Where no family wrote."""
