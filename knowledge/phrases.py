"""What people say of ages and versions, language by language, read from the data and joined."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from knowledge.tokens import Token, tokenise

PHRASES = Path(__file__).parent / "data" / "phrases"
Table = dict[str, Any]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgeWords:
    """How ages are said, as read from the data."""

    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    before: Mapping[str, int]
    after: Mapping[str, int]
    stages: Mapping[Words, tuple[int, int]]
    begins: frozenset[str]
    """The first words of stages."""
    below: frozenset[Words]
    halves: frozenset[Words]
    months: frozenset[str]
    joins: frozenset[str]
    endings: frozenset[str]
    """What makes a number an ordinal: `2nd`, `3º`."""
    old: frozenset[str]
    """What follows a number of years: `10 years old`."""

    def number(self, word: str) -> int | None:
        """The value of digits or of a word for a number."""
        if word.isdecimal():
            return int(word) if len(word) <= 3 else None
        return self.numbers.get(word)

    def ordinal(self, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
        """The value of `second`, `2nd`, and how many tokens it takes."""
        word = tokens[at].word
        if word in self.ordinals:
            return self.ordinals[word], 1
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if word.isdecimal() and len(word) <= 2 and after in self.endings:
            return int(word), 2
        return None


def age_words(table: Mapping[str, Any]) -> AgeWords:
    """The words of the table `ages` of the phrases."""
    plain = _values(table["numbers"])
    joined = {f"{word}{end}": value for word, value in plain.items() if value > 1 for end in table["endings"]}
    stages = {
        tuple(phrase.split()): tuple(map(int, years.split("-")))
        for years, phrases in table["stages"].items()
        for phrase in phrases
    }
    return AgeWords(
        {**joined, **plain},
        _values(table["ordinals"]),
        table["grades"]["before_the_word"],
        table["grades"]["after_the_word"],
        cast("dict[Words, tuple[int, int]]", stages),
        frozenset(phrase[0] for phrase in stages),
        _phrases(table["below"]),
        _phrases(table["halves"]),
        frozenset(table["months"]),
        frozenset(table["joins"]),
        frozenset(table["ordinal_endings"]),
        frozenset(table["old"]),
    )


def _values(table: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {word: int(value) for value, words in table.items() for word in words}


def _phrases(listed: Iterable[str]) -> frozenset[Words]:
    return frozenset(tuple(each.split()) for each in listed)


@dataclass(frozen=True, slots=True)
class VersionWords:
    """Words that tell versions apart, as read from the data."""

    phrases: Mapping[tuple[str, ...], frozenset[str]]
    begins: frozenset[str]
    """The first words of phrases."""
    words: frozenset[str]
    """All words of phrases."""
    decades: Mapping[str, int]


def version_words(table: Mapping[str, Any]) -> VersionWords:
    """The words of the table `versions` of the phrases."""
    phrases: dict[tuple[str, ...], frozenset[str]] = {}
    for kind in ("newest", "oldest", "sequel", "first", "part", "cut", "series"):
        for phrase in table[kind]:
            key = tuple(token.word for token in tokenise(phrase))
            phrases[key] = phrases.get(key, frozenset()) | {kind}
    words = frozenset(word for phrase in phrases for word in phrase).union(table["decades"])
    return VersionWords(phrases, frozenset(phrase[0] for phrase in phrases), words, table["decades"])


def read_phrases() -> Table:
    """The tables of all languages as one: lists are joined, and tables within them."""
    joined: Table = {}
    for path in sorted(PHRASES.iterdir(), key=lambda path: path.name):
        _join(joined, tomllib.loads(path.read_text(encoding="utf-8")))
    return joined


def _join(into: Table, more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict):
            _join(into.setdefault(name, {}), cast("Table", value))
        elif isinstance(value, list):
            into[name] = [*into.get(name, ()), *cast("list[str]", value)]
        else:
            into[name] = value
