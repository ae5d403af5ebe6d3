"""How well the name of a film covers what was typed, and what was typed the name."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from knowledge.titles.films import Film
from knowledge.titles.words import ARTICLES, words

ALIKE = 0.7
"""How alike two words must be for one to stand for the other."""


def covered(typed: str, film: Film) -> tuple[float, float]:
    """How much of the letters typed the best name of a film has, and how much of that was typed."""
    listed = words(typed)
    return max(
        (_cover(listed, words(name)) for name in (film.title, *film.names)), key=sum, default=(0.0, 0.0)
    )


def _cover(one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
    if not one or not other:
        return 0.0, 0.0
    alike = [[ratio(word, name) / 100 for name in other] for word in one]
    return _share(one, [max(row) for row in alike]), _share(
        other, [max(column) for column in zip(*alike, strict=True)]
    )


def _share(listed: Sequence[str], alike: Sequence[float]) -> float:
    sizes = [1.0 if word in ARTICLES else len(word) + 1.0 for word in listed]
    held = sum(size * each for size, each in zip(sizes, alike, strict=True) if each >= ALIKE)
    return held / sum(sizes)
