"""A film that a span may mean, by which of its names, and how well that covers what was typed."""

from dataclasses import dataclass

from knowledge.titles.films import Film
from knowledge.titles.names import NameKind
from knowledge.titles.spans import SOLID

FOUND = SOLID + 1
"""The kind of a name that is only like what was typed."""


@dataclass(frozen=True, slots=True)
class FilmCandidate:
    """A film that a span may mean, by which kind of name, and how well that covers what was typed."""

    film: Film
    kind: int
    typed: float = 1.0
    """The part of the letters typed that the name has."""
    name: float = 1.0
    """The part of the name that was typed."""
    inner: bool = False
    """Whether only a part of the span is a name."""
    left: int = 5
    """How common the strangest word of the rest of the span is."""
    numbered: bool = False
    """Whether a number stands in the rest of the span, as that of another part."""
    part: bool = False
    """Whether a number in the span is that of the part of a series."""
    related: bool = False
    """Whether it is another version or part of the film spoken of."""
    decided: bool = False
    """Whether the titles alone would accept it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A film and how likely a span means it."""

    choice: FilmCandidate
    chance: float


def is_exact(choice: FilmCandidate) -> bool:
    """Whether a span is just a title of the film, or another name."""
    return choice.kind <= NameKind.ALIAS and not choice.inner
