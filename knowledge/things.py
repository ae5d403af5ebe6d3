"""Things within a topic that people ask about by name, such as a dog, with the words that mean each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

ENDINGS = ("", "s", "es", "'s")
WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
Rows = Mapping[str, Sequence[str]]
"""Each thing's words, with spaces between: its own, those of questions in other languages, and wider ones.

A name of two words has a `_` between them.
"""


class NamedThing(NamedTuple):
    """A thing among the words of a question: where, as typed, and whether as what a child cannot bear."""

    thing: str
    place: range
    typed: str
    feared: bool


@dataclass(frozen=True, slots=True)
class Things:
    """Words, in the singular and the plural and without accents, with the things that each means."""

    asked: Mapping[str, str]
    """By the words of questions."""
    told: Mapping[str, frozenset[str]]
    """By the words of entries: a parent may be a mother or a father."""
    people: frozenset[str]
    """Those that are a family's own as well: they are asked about only within a topic's words."""
    worries: frozenset[str]
    """The words of questions that tell what a child cannot bear: they are asked about wherever they stand."""
    covered: Mapping[str, frozenset[str]]
    """By topic, the things of which it speaks whenever it is looked for: who finds no drink finds no beer."""

    @classmethod
    def of(
        cls,
        things: Rows,
        people: Rows,
        worries: Mapping[str, str] | None = None,
        covered: Mapping[str, Sequence[str]] | None = None,
    ) -> "Things":
        """From rows of words, those of people and of worries about a thing apart."""
        rows, feared = {**things, **people}, dict(_forms((worries or {}).items()))
        asked = dict(_forms((name, f"{others} {own}") for name, (own, others, *_) in rows.items())) | feared
        told: dict[str, frozenset[str]] = {}
        for word, name in _forms((name, " ".join([own, *wider])) for name, (own, _, *wider) in rows.items()):
            told[word] = told.get(word, frozenset()) | {name}
        topics = {topic: frozenset(names) for topic, names in (covered or {}).items()}
        return cls(asked, told, frozenset(people), frozenset(feared), topics)

    def named(self, words: Sequence[str]) -> Iterator[NamedThing]:
        """The things that some words of a question mean."""
        for place, name in _names(words):
            if thing := self.asked.get(name):
                yield NamedThing(thing, place, " ".join(words[at] for at in place), name in self.worries)

    def within(self, sentence: str) -> set[str]:
        """The things that a sentence of an entry speaks of."""
        words = WORD.findall(_folded(sentence))
        known = self.told.keys() & {*words, *map(" ".join, pairwise(words))}
        return {thing for name in known for thing in self.told[name]}


def _names(words: Sequence[str]) -> Iterator[tuple[range, str]]:
    """Each word and each two of them, with their places."""
    folded = [_folded(word) for word in words]
    for at, word in enumerate(folded):
        yield range(at, at + 1), word
        if at + 1 < len(folded):
            yield range(at, at + 2), f"{word} {folded[at + 1]}"


def _forms(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    words = ((word.replace("_", " "), name) for name, listed in rows for word in listed.split())
    return ((word + ending, name) for word, name in words for ending in ENDINGS)


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
