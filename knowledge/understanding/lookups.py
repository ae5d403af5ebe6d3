"""What the titles say of a phrase, asked once for each phrase of a text. What titles decide is for them."""

from dataclasses import dataclass, field

from knowledge.titles.decision import Decision
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.titles.words import words

SURE = 100.0
"""Likeness of a part that is listed under its number."""
KNOWN = 20_000
"""Votes of a film whose parts are looked for."""
FAINTER = 100
"""Times the votes of a part that a first film may have; a lesser one is but a short beside it."""
MOST_PARTS = 9
"""A number above this is hardly the part of a series."""
LONGEST = 200
"""Letters; nothing longer is a title."""


@dataclass(frozen=True, slots=True)
class LookUps:
    """The titles as one reading of a text asks them; made anew for each text."""

    titles: Titles
    named: dict[str, tuple[Film, ...]] = field(default_factory=dict[str, tuple[Film, ...]])
    decided: dict[str, Decision] = field(default_factory=dict[str, Decision])
    parts: dict[str, Decision] = field(default_factory=dict[str, Decision])
    nicknames: dict[str, tuple[Film, ...]] = field(default_factory=dict[str, tuple[Film, ...]])

    def exact(self, text: str) -> tuple[Film, ...]:
        """The films of exactly this name, guides first, then the best known."""
        if text not in self.named:
            self.named[text] = self.titles.exact(text) if len(text) <= LONGEST else ()
        return self.named[text]

    def called(self, text: str) -> tuple[Film, ...]:
        """Known films that people call so though none has this name, the best known first."""
        if text not in self.nicknames:
            self.nicknames[text] = self.titles.called(text) if len(text) <= LONGEST else ()
        return self.nicknames[text]

    def find(self, text: str) -> Decision:
        """Which film is meant by these words."""
        if text not in self.decided:
            self.decided[text] = self.titles.find(text)
        return self.decided[text]

    def part(self, film: Film, number: int) -> Film | None:
        """The part of this number in the series that a film began, whatever more its title says."""
        if number < 2:
            return None
        named = f"{film.title} {number}"
        begun = words(named)
        films = (match.film for match in self._series(named).matches)
        further = (each for each in films if words(each.title)[: len(begun)] == begun)
        return next(iter(self.exact(named)), None) or next(further, None) or self._listed(film, named)

    def _listed(self, film: Film, named: str) -> Film | None:
        """The part that bears no number: `Jurassic World 3` is another film whose title begins so."""
        sure = [match for match in self._series(named).matches if match.score >= SURE]
        if len(sure) != 1 or sure[0].film.id == film.id:
            return None
        best = sure[0]
        name, title = words(film.title), words(best.film.title)
        rest = title[len(name) : len(name) + 1]
        return best.film if title[: len(name)] == name and not (rest and rest[0].isdecimal()) else None

    def _series(self, named: str) -> Decision:
        """What is found by a name and a number; it is no misspelt title and takes none of their look-ups."""
        if named not in self.parts:
            self.parts[named] = self.titles.find(named)
        return self.parts[named]

    def numbered(self, name: str, number: int) -> tuple[Film, ...]:
        """The part of this number in the series that a well known film of this name began; else none."""
        first = next(iter(self.exact(name)), None)
        if first is None or not (first.guide or first.votes >= KNOWN) or number > MOST_PARTS:
            return ()
        said = (first,) if number == 1 else self.exact(f"{name} {number}")[:1]
        if said:
            return said
        film = self.part(first, number)
        known = film is not None and film.votes * FAINTER >= first.votes
        return (film,) if film is not None and known else ()
