"""The order of what a half-typed title may become. Finding the choices is the segments' work."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from knowledge.titles.films import Film
from knowledge.titles.similarity import Words, similarity
from knowledge.titles.words import bare

WORTH_SHOWING = 45.0


class Fit(IntEnum):
    """How a half-typed text fits a name, the worst first."""

    FUZZY = 0
    WORD = 1
    START = 2
    WHOLE = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A film that the text may become; `rank` orders fuzzy fits."""

    film: Film
    fit: Fit
    rank: float = 0.0

    @property
    def order(self) -> tuple[Fit, float, bool, int]:
        """Sorts choices, the best last: how it fits, then guides, then the best known."""
        fuzzy = round(self.rank, 1) if self.fit is Fit.FUZZY else 0.0
        return self.fit, fuzzy, self.film.guide, self.film.votes


def fit(start: str, name: str) -> Fit:
    """How words with blanks between fit a name in the same form; leading articles do not count."""
    begun, whole = " ".join(bare(start.split())), " ".join(bare(name.split()))
    if begun == whole:
        return Fit.WHOLE
    if whole.startswith(begun) or name.startswith(start):
        return Fit.START
    return Fit.WORD if f" {begun}" in whole else Fit.FUZZY


def in_order(choices: Iterable[Choice]) -> tuple[Film, ...]:
    """The films, best first, each once."""
    ranked = sorted(choices, key=lambda choice: choice.order, reverse=True)
    best: dict[str, Film] = {}
    for choice in ranked:
        best.setdefault(choice.film.id, choice.film)
    return tuple(best.values())


def half_alike(begun: Words, name: Words) -> bool:
    """A name that may be meant by a half-typed, perhaps mistyped text."""
    cut = name[: len(begun)]
    cut = (*cut[:-1], *(word[: max(len(begun[-1]), 2)] for word in cut[-1:]))
    return any(similarity(begun, whole).score >= WORTH_SHOWING for whole in (cut, name))
