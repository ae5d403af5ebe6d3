"""What a text names, and the scene in which it is decided: its tags, its hints, the film spoken of before."""

from dataclasses import dataclass

from knowledge.reading import Found
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.tagger import AGE, FILM, NOTHING, Span, Tags
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints

Place = tuple[int, int]
COMMONEST = 5
"""How common a word is that begins a title and is none by itself: `the`."""
FEW, PERHAPS = 3, 0.7
"""Words of a text that may be a title though none is marked, and how likely it has none at most."""
TOLD = 3
"""How common a word is at most, less one, that is somebody or something in a film: `Anna`, `the boat`."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names."""

    match: Found
    movie: Film | None = None
    candidates: tuple[Film, ...] = ()
    span: Place | None = None
    """Where the film stands that is asked about, known or not; `chance` is how likely it does."""
    exact: bool = True
    """Whether it is called just so."""
    chance: float = 0.0
    further: tuple[Film, ...] = ()
    """More films that are asked about."""
    missed: tuple[str, ...] = ()
    """What else was taken for a film that is asked about, and is none that is known."""
    missed_beside: tuple[str, ...] = ()
    """The same of a film that is not asked about by itself."""
    others: tuple[Film, ...] = ()
    """Films that are not asked about by themselves."""
    spans: tuple[Span, ...] = ()
    """Where all of these stand."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its tags and hints, the film spoken of before, and the words of that film's entry."""

    message: TokenText
    tags: Tags
    hints: Hints
    spoken_of: Film | None
    own: frozenset[str]
    is_chatter: bool = False
    """Whether it surely is something beside a question, whatever titles it has: `help`, `thanks`."""

    def is_own(self, start: int, end: int) -> bool:
        """Whether it may be somebody or something in the film spoken of, or a part of its title."""
        if self.spoken_of is None:
            return False
        said, title = fold(self.message.said(start, end)).split(), fold(self.spoken_of.title).split()
        # What a second part is called without its number is rather the first one.
        named = title if not title[-1:] or not title[-1].isdecimal() or title[-1] in said else ()
        return bool(said) and self.own.union(named).issuperset(said)

    def is_all(self, start: int, end: int) -> bool:
        """Whether nothing else is said."""
        beside = (*self.message.tokens[:start], *self.message.tokens[end:])
        return not any(token.word[:1].isalnum() for token in beside)

    def is_just_a_title(self) -> bool:
        """Whether nothing is said but what is taken for a title, and numbers."""
        titles = {at for start, end, label in self.tags.spans() if label == FILM for at in range(start, end)}
        said = [at for at, token in enumerate(self.message.tokens) if token.word[:1].isalpha()]
        if not titles:
            return len(said) <= FEW and self.tags.no_film < PERHAPS
        return titles.issuperset(said)

    def tells_its_own(self) -> bool:
        """Whether what is likeliest a title is told of in the entry of the film spoken of."""
        place = self.likeliest(own=True)
        if place is None or any(token.word.isdecimal() for token in self.message.tokens[slice(*place)]):
            return False
        told = (at for at in range(*place) if self.message.common[at] < TOLD)
        return any(self.is_own(at, at + 1) for at in told)

    def likeliest(self, *, own: bool = False) -> Place | None:
        """The words that are likelier a film than nothing, or the likeliest of all."""
        titled = [1 - self.tags.chance(at, NOTHING, AGE) for at in range(len(self.message.tokens))]
        words = (at for at, token in enumerate(self.message.tokens) if token.word[:1].isalnum())
        places = [at for at in words if own or not self.is_own(at, at + 1)]
        if not places:
            return None
        start = max(places, key=titled.__getitem__)
        half, end = titled[start] / 2, start + 1
        while end in places and (titled[end] >= half or self.message.rarest(start, end) == COMMONEST):
            end += 1
        while start - 1 in places and titled[start - 1] >= half:
            start -= 1
        return start, end
