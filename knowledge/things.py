"""Things within a topic that people ask about by name, such as a dog, with the words that mean each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

ENDINGS = ("", "s", "es", "'s")
WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
Rows = Mapping[str, Sequence[str]]
"""Each thing's words, with spaces between: its own, those of questions in other languages, and wider ones."""


@dataclass(frozen=True, slots=True)
class Things:
    """Words, in the singular and the plural and without accents, with the things that each means."""

    asked: Mapping[str, str]
    """By the words of questions."""
    told: Mapping[str, frozenset[str]]
    """By the words of entries: a parent may be a mother or a father."""
    people: frozenset[str]
    """Those that are a family's own as well: they are asked about only within a topic's words."""
    covered: Mapping[str, frozenset[str]]
    """By topic, the things of which it speaks whenever it is looked for: who finds no drink finds no beer."""

    @classmethod
    def of(cls, things: Rows, people: Rows, covered: Mapping[str, Sequence[str]] | None = None) -> "Things":
        """From rows of words, those of people apart."""
        rows = {**things, **people}
        asked = dict(_forms((name, f"{others} {own}") for name, (own, others, *_) in rows.items()))
        told: dict[str, frozenset[str]] = {}
        for word, name in _forms((name, " ".join([own, *wider])) for name, (own, _, *wider) in rows.items()):
            told[word] = told.get(word, frozenset()) | {name}
        topics = {topic: frozenset(names) for topic, names in (covered or {}).items()}
        return cls(asked, told, frozenset(people), topics)

    def named(self, word: str) -> str | None:
        """The thing that a word of a question means."""
        return self.asked.get(_folded(word))

    def within(self, sentence: str) -> set[str]:
        """The things that a sentence of an entry speaks of."""
        words = map(_folded, WORD.findall(sentence))
        return {thing for word in words for thing in self.told.get(word, ())}


def _forms(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((word + ending, name) for name, words in rows for word in words.split() for ending in ENDINGS)


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
