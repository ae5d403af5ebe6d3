"""What a film is about: its sentences that speak of the words of a wish, but for those that spoil it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answering.text_search import stem_of
from knowledge.entry import Level, Movie
from knowledge.verdicts import Quote
from knowledge.vocabulary import Vocabulary

SHORTEST = 4
"""Letters of a word that is no theme."""
ENOUGH = 2
"""Words in passing do not make a film be about a thing: so much of the weights below does."""
PITCH, TALK, TOLD = 3, 2, 1
"""How much a sentence weighs that says what the film is, that a family talks about, that is told beside."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The words of a wish: the themes and things that they name, else the words themselves."""

    named: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, words: str, vocabulary: Vocabulary) -> "Theme":
        """What the words mean, in any of our languages."""
        typed = re.findall(r"\w+", words.casefold())
        both = (vocabulary.themes, vocabulary.things)
        named = frozenset(one.thing for each in both for one in each.named(typed))
        plain = frozenset(stem_of(word) for word in typed if len(word) >= SHORTEST)
        return cls(named, frozenset() if named else plain)

    def __bool__(self) -> bool:
        return bool(self.named or self.stems)

    def spoken_of(self, text: str, vocabulary: Vocabulary) -> bool:
        """Whether a sentence speaks of it."""
        if self.named:
            within = vocabulary.themes.within(text) | vocabulary.things.within(text)
            return not self.named.isdisjoint(within)
        return not self.stems.isdisjoint(map(stem_of, re.findall(r"\w+", text.casefold())))


def told_of(movie: Movie, theme: Theme, vocabulary: Vocabulary) -> tuple[int, Quote | None]:
    """How much the film is about it, 0 where it is not, and the sentence that says so best."""
    heard = [pair for pair in _sentences(movie) if theme.spoken_of(pair[1].says, vocabulary)]
    total = sum(weight for weight, _ in heard)
    if total < ENOUGH:
        return 0, None
    told = [pair for pair in heard if pair[1].sources]  # A question to talk about says nothing of the film.
    return total, max(told, key=lambda pair: pair[0], default=(0, None))[1]


def _sentences(movie: Movie) -> Iterator[tuple[int, Quote]]:
    yield PITCH, Quote(movie.pitch, False, movie.facts_from)
    yield from ((TALK, Quote(each, False, ())) for each in movie.talk_about)
    prose = (part for part in (movie.parents_need_to_know, movie.story) if part)
    found = (one for one in movie.findings if one.level is not Level.NONE)
    yield from ((TOLD, Quote(one.says, False, one.sources)) for one in (*prose, *found))
