"""What the titles say of a phrase, asked once for each phrase of a text. What titles decide is for them."""

from dataclasses import dataclass, field

from knowledge.titles.decision import Decision
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.titles.words import words

LONGEST = 200
"""Letters; nothing longer is a title."""


@dataclass(frozen=True, slots=True)
class LookUps:
    """The titles as one reading of a text asks them; made anew for each text."""

    titles: Titles
    named: dict[str, tuple[Film, ...]] = field(default_factory=dict[str, tuple[Film, ...]])
    decided: dict[str, Decision] = field(default_factory=dict[str, Decision])

    def exact(self, text: str) -> tuple[Film, ...]:
        """The films of exactly this name, guides first, then the best known."""
        if text not in self.named:
            self.named[text] = self.titles.exact(text) if len(text) <= LONGEST else ()
        return self.named[text]

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
        films = (match.film for match in self.find(named).matches)
        further = (each for each in films if words(each.title)[: len(begun)] == begun)
        return next(iter(self.exact(named)), None) or next(further, None)
