"""Patterns of words: (a|b) is a choice, [a] may be missing, _ is up to three words, scar* a beginning."""

import re
from collections.abc import Iterable, Iterator, Sequence
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
