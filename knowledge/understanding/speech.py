"""How people speak when they ask, with the titles taken out: counted words, and which follows which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.understanding.tokens import Token

FILM = "<film>"
"""What stands for a title."""
START, END = "^", "$"
TITLES = "titles"
"""The table of the words that titles are made of, beside those of the languages."""
WORDS = 30_000
"""Words among which the chance of one that was never seen is shared."""
AGED, FEW = 20, 3
"""A number below the first may be an age; one with fewer digits than the second is no year."""


@dataclass(frozen=True, slots=True)
class Speech:
    """How often each word was said, how many different words followed it, and how often each of them did."""

    times: Mapping[str, int]
    followers: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    total: int

    def chance(self, word: str, before: str | None = None) -> float:
        """How likely this word is said, after that one; words that were never seen share a little."""
        new = len(self.times)
        if before is None:
            return (self.times.get(word, 0) + new / WORDS) / (self.total + new)
        less = self.chance(word, before.partition(" ")[2] or None)
        new = self.followers.get(before, 0)
        return (self.pairs.get((before, word), 0) + new * less) / (self.times[before] + new) if new else less


def beside(before: str) -> str:
    """A title with the word before it, as a word that others follow."""
    return f"{before} {FILM}"


Spoken = Mapping[str, Speech]
"""The speech of each language, and that of titles."""


def spoken_word(token: Token) -> str:
    """A token as it is counted: numbers by their size, a line break as a full stop."""
    word = token.word if token.word.strip() else "."
    if not word[:1].isdecimal():
        return word
    size = int(word.partition(".")[0])
    return "#" if size < AGED else "##" if len(word) <= FEW else "####"


def read_spoken(path: Path) -> Spoken:
    """From a table: language, word, times, followers, and each follower with its times."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))
    rows: dict[str, list[list[str]]] = {}
    for line in lines:
        language, *row = line.split("\t")
        rows.setdefault(language, []).append(row)
    return {language: _speech(found) for language, found in rows.items()}


def _speech(rows: Iterable[list[str]]) -> Speech:
    times: dict[str, int] = {}
    followers: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    for word, said, different, *after in rows:
        times[word], followers[word] = int(said), int(different)
        for pair in after:
            follower, _, often = pair.rpartition(" ")
            pairs[word, follower] = int(often)
    return Speech(times, followers, pairs, sum(often for word, often in times.items() if " " not in word))
