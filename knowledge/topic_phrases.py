"""The words that people use for topics: patterns of words, and the phrases of a text that they meet.

In a pattern (a|b) is a choice, [a] may be missing, _ is up to three words, scar* a beginning of a word.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, cast

import Stemmer  # pyright: ignore[reportMissingTypeStubs] - it comes without types

from knowledge.titles.folding import fold

GAP = "_"
LONGEST_GAP = 3
_PARTS = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_CLOSING = {"(": ")", "[": "]"}
Phrase = tuple[str, ...]
_STEMMER = cast("Any", Stemmer).Stemmer("english", 0)
_SIGNS = frozenset({"FILM", "OTHER", "AGE"})


@dataclass(frozen=True, slots=True)
class TopicPhrases:
    """The phrases of each topic, by their first word: stems, starts of words with a `*`, gaps."""

    topics: tuple[str, ...]
    by_first: Mapping[str, Sequence[tuple[Phrase, str]]]
    by_start: Mapping[str, Sequence[tuple[Phrase, str]]]
    """Those that begin with the start of a word, by that start."""
    lengths: Sequence[int]
    """Of these starts."""

    @classmethod
    def of(cls, asks: Mapping[str, Iterable[str]], others: Mapping[str, Iterable[str]]) -> "TopicPhrases":
        """From the English phrases by topic, and those of other languages."""
        return cls.over(asks, spelled_out((*asks.items(), *others.items())))

    @classmethod
    def over(cls, topics: Iterable[str], phrases: Iterable[tuple[Phrase, str]]) -> "TopicPhrases":
        """From what the patterns of these topics stand for."""
        by_first: dict[str, list[tuple[Phrase, str]]] = {}
        for phrase, topic in phrases:
            by_first.setdefault(phrase[0], []).append((phrase, topic))
        by_start = {first[:-1]: some for first, some in by_first.items() if first.endswith("*")}
        return cls(tuple(topics), by_first, by_start, sorted(set(map(len, by_start))))

    def is_word_of_one(self, word: str) -> bool:
        """Whether a topic is said by this folded word alone."""
        return any(len(phrase) == 1 for phrase, _ in self._begun(word, stem(word)))

    def _begun(self, word: str, stemmed: str) -> Iterator[tuple[Phrase, str]]:
        """The phrases of which this may be the first word."""
        yield from self.by_first.get(stemmed, ())
        for length in self.lengths:
            yield from self.by_start.get(word[:length], ()) if len(word) >= length else ()

    def said(self, words: Sequence[str]) -> dict[str, int]:
        """The topics whose words are said, and how many words say each; a longer phrase hides a shorter."""
        hits = list(self._hits(words))
        kept = [hit for hit in hits if not any(_hides(other, hit) for other in hits)]
        return {topic: end - start for start, end, topic in sorted(kept, key=lambda hit: hit[1] - hit[0])}

    def places(self, words: Sequence[str]) -> set[int]:
        """Where words stand that say a topic."""
        return {at for start, end, _ in self._hits(words) for at in range(start, end)}

    def _hits(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        plain = [word if word in _SIGNS else fold(word) for word in words]
        stems = [stem(word) for word in plain]
        for at, word in enumerate(plain):
            for phrase, topic in self._begun(word, stems[at]):
                end = match(phrase, plain, stems, at)
                if end is not None:
                    yield at, end, topic

    def features(self, words: Sequence[str], said: Mapping[str, int]) -> list[str]:
        """What is seen of a text to tell its topics, beside what is seen of it to tell what it asks."""
        seen: list[str] = []
        for topic, size in said.items():
            seen += (f"topic={topic}", f"topic={topic}|{min(size, 3)}", f"topic={topic}|{min(len(said), 3)}")
            seen.append(f"topic={topic}|{words[0]}")
        return [*seen, f"topics{min(len(said), 3)}"]


def spelled_out(patterns: Iterable[tuple[str, Iterable[str]]]) -> list[tuple[Phrase, str]]:
    """Each phrase that the patterns of a topic stand for, once, with its topic."""
    phrases = ((phrase, topic) for topic, some in patterns for each in some for phrase in phrases_of(each))
    return list(dict.fromkeys(phrases))


def _hides(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    inside = one[0] <= other[0] and other[1] <= one[1]
    return inside and one[1] - one[0] > other[1] - other[0] and one[2] != other[2]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its endings, by Porter's rules for English."""
    return cast("str", _STEMMER.stemWord(word))


def match(phrase: Phrase, plain: Sequence[str], stems: Sequence[str], at: int) -> int | None:
    """Where a phrase that begins at a place ends, or None."""
    for number, part in enumerate(phrase):
        if part == GAP:
            rest = phrase[number + 1 :]
            ends = (match(rest, plain, stems, at + skipped) for skipped in range(LONGEST_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(plain) or not _is(part, plain[at], stems[at]):
            return None
        at += 1
    return at


def _is(part: str, word: str, stemmed: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else part == stemmed


def phrases_of(pattern: str) -> Iterator[Phrase]:
    """A pattern as all phrases that it stands for."""
    for phrase in _ways(_PARTS.findall(pattern.replace("-", " ")), None)[0]:
        trimmed = phrase[: len(phrase) - (phrase[-1:] == (GAP,))]
        if trimmed and trimmed[0] != GAP:
            yield trimmed


def _ways(parts: list[str], closing: str | None) -> tuple[list[Phrase], list[str]]:
    """The phrases up to a closing sign, and what is left of the parts."""
    ways: list[Phrase] = []
    here: list[list[Phrase]] = []
    while parts:
        part, parts = parts[0], parts[1:]
        if part == closing:
            break
        if part == "|":
            ways += _joined(here)
            here = []
        elif part in _CLOSING:
            inner, parts = _ways(parts, _CLOSING[part])
            here.append([*inner, *([()] if part == "[" else [])])
        else:
            folded = fold(part)
            here.append([(part if part == GAP else f"{folded}*" if part.endswith("*") else stem(folded),)])
    return [*ways, *_joined(here)], parts


def _joined(here: Iterable[Iterable[Phrase]]) -> list[Phrase]:
    return [tuple(word for phrase in way for word in phrase) for way in product(*here)]
