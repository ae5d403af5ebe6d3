"""A board's words, ready to be looked up: also as plurals, with hyphens, and misspelt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal

from knowledge.official.board_words import BoardWords

Role = Literal["noun", "before", "holds", "themes", "plain", "parts", "denies"]

LIKE = 0.88
"""How like a misspelt word is to its right form: one letter of eight is missing, or two changed places."""
SHORTEST_MISSPELT = 6


@dataclass(frozen=True, slots=True)
class Word:
    """What one word, or several that belong together, does in a phrase."""

    topics: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    """Topics that it names where nothing else in the phrase names one."""
    adds: int = 0
    """Tenths of a level."""
    grade: int = 0
    """Tenths of a level that it says by itself; 0 where it says none."""
    roles: frozenset[Role] = frozenset()

    def joined(self, other: "Word") -> "Word":
        """What two files, or two lists of one, say of a word; a grade stands instead of what is added."""
        return Word(
            tuple(dict.fromkeys(self.topics + other.topics)),
            tuple(dict.fromkeys(self.alone + other.alone)),
            0 if other.grade else other.adds or self.adds,
            other.grade or self.grade,
            self.roles | other.roles,
        )

    @property
    def is_degree(self) -> bool:
        """It says only how much, of what comes after it."""
        return bool(self.adds or self.grade) and not self.topics and not self.roles


class Lexicon:
    """Words by how they are written: small letters, blanks between the parts."""

    def __init__(self, words: Mapping[str, Word]) -> None:
        self._words = words
        self._longest: dict[str, int] = {}
        for text in words:
            first, size = text.split(" ", 1)[0], text.count(" ") + 1
            self._longest[first] = max(size, self._longest.get(first, 1))
        self._misspelt = lru_cache(4096)(self._likeliest)

    def longest_at(self, parts: Sequence[str], place: int) -> tuple[Word | None, int]:
        """The longest word that begins at this place, and its number of parts; one part if none is known."""
        most = min(self._longest.get(parts[place], 1), len(parts) - place)
        for size in range(most, 1, -1):
            if word := self._one_or_many(" ".join(parts[place : place + size])):
                return word, size
        return self._one_or_many(parts[place]) or self._misspelt(parts[place]), 1

    def _one_or_many(self, text: str) -> Word | None:
        return next((self._words[form] for form in _forms(text) if form in self._words), None)

    def _likeliest(self, text: str) -> Word | None:
        if len(text) < SHORTEST_MISSPELT:
            return None
        like = get_close_matches(text, self._words, n=1, cutoff=LIKE)
        return self._words[like[0]] if like else None


def lexicon_of(files: Sequence[BoardWords]) -> Lexicon:
    """The words of all files, later ones over earlier ones."""
    words: dict[str, Word] = {}
    for file in files:
        for text, word in _words_of(file):
            words[text] = words[text].joined(word) if text in words else word
    return Lexicon(words)


def _forms(text: str) -> Iterator[str]:
    yield text
    for end, instead in (("'s", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if text.endswith(end):
            yield text.removesuffix(end) + instead


def _words_of(file: BoardWords) -> Iterator[tuple[str, Word]]:
    """What the file says of each of its words, list by list."""
    lists: tuple[tuple[Role, tuple[str, ...]], ...] = (
        ("parts", file.parts),
        ("denies", file.denies),
        ("holds", file.holds),
        ("themes", file.themes),
        ("plain", file.plain),
    )
    for role, texts in lists:
        yield from ((text, Word(roles=frozenset({role}))) for text in texts)
    for topic, texts in file.alone.items():
        yield from ((text, Word(alone=(topic,))) for text in texts)
    for topic, names in file.names.items():
        yield from ((text, Word((topic,), roles=frozenset({"noun"}))) for text in names.nouns)
        yield from ((text, Word((topic,), roles=frozenset({"before"}))) for text in names.before)
    for strength in file.strength:
        yield from ((text, Word(adds=strength.adds)) for text in strength.words)
    yield from ((text, Word(grade=grade)) for text, grade in file.grades.items())
