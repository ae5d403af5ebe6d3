"""One reading of what was typed, held against an index's words: what each typed word may mean there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.index.arrays import F32, U8, U16, Index
from knowledge.titles.index.exhaustive import all_meanings
from knowledge.titles.index.spellings import keys_of
from knowledge.titles.index.word_lookup import RUN_TOGETHER, Meant, far, meanings, neighbours, numbers_of
from knowledge.titles.numerals import number
from knowledge.titles.words import LIGHT

MOST_WORDS = 10
LEVELS = 20
"""Steps of likeness that are told apart."""
_CODES = [(place, level) for place in range(MOST_WORDS) for level in range(1, LEVELS + 1)]
LIKES: F32 = np.array([0.0, *(level / LEVELS for _, level in _CODES)], np.float32)
"""By code: how likely."""
BITS: U16 = np.array([0, *(1 << place for place, _ in _CODES)], np.uint16)
"""By code: the slot's bit."""
LIGHTER = 0.3
MOST_FURTHER = 4
"""Known words that may be slips of others: the rarest, which tell films apart."""


class Strictness(Enum):
    """How far a typed word is followed: a word that exists means itself; or its neighbours too; or any."""

    STRICT = 1
    LOOSE = 2
    EVERY = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed word, its weight, and what it may mean, the likeliest first."""

    word: str
    weight: float
    number: bool
    unknown: bool
    """No name has just this word."""
    meant: tuple[Meant, ...]


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """The slots of a reading and the tables that turn the index's words into slots."""

    words: tuple[str, ...]
    text: str
    keys: tuple[int, int, int]
    """Hashes of the three spellings of all words."""
    slots: tuple[Slot, ...]
    codes: U8
    """By word of the index: which slot at which level; 0 for no slot."""
    covered: F32
    """By set of slots: the part of the typed words' weight that they are."""
    numbers: U8
    """By set of slots: how many numbers they are."""


def ask(index: Index, words: Sequence[str], care: Strictness, *, half: bool) -> QueryTerms:
    """Look the words up; `half`: the last may be half typed."""
    each = kept(words)
    if care is Strictness.EVERY:
        found = all_meanings(index, each, half=half)
    else:
        found = [meanings(index, word, half=half and word is each[-1]) for word in each]
    asked = held(index, words, each, found)
    return widened(index, asked, further(index, asked, half=half)) if care is Strictness.LOOSE else asked


def kept(words: Sequence[str]) -> list[str]:
    """The words that are looked up, each once."""
    return list(dict.fromkeys(words))[:MOST_WORDS]


def held(index: Index, words: Sequence[str], each: Sequence[str], found: Sequence[list[Meant]]) -> QueryTerms:
    """All words, and each that was looked up with what it may mean."""
    return _tables(index, tuple(words), tuple(_slots(index, each, found)))


def further(index: Index, asked: QueryTerms, *, half: bool) -> list[tuple[Meant, ...]]:
    """For each slot: what a word that exists may mean beside itself, and what lies further from others."""
    last = len(asked.slots) - 1
    weights = sorted((slot.weight for slot in asked.slots), reverse=True)
    least = weights[:MOST_FURTHER][-1] if weights else 0.0
    return [
        tuple(_further(index, slot, half=half and place == last, rare=slot.weight >= least))
        for place, slot in enumerate(asked.slots)
    ]


def _further(index: Index, slot: Slot, *, half: bool, rare: bool) -> Iterable[Meant]:
    if slot.unknown:
        return _new(slot, far(index, slot.word))
    return neighbours(index, slot.word, half=half) if rare else ()


def _new(slot: Slot, found: Iterable[Meant]) -> Iterator[Meant]:
    """Those that the slot has not got yet."""
    known = {meant.first for meant in slot.meant if meant.end - meant.first == 1}
    return (meant for meant in found if meant.first not in known)


def widened(index: Index, asked: QueryTerms, more: Sequence[tuple[Meant, ...]]) -> QueryTerms:
    """The same with further meanings."""
    slots = zip(asked.slots, more, strict=True)
    return _tables(index, asked.words, tuple(replace(slot, meant=slot.meant + new) for slot, new in slots))


def _tables(index: Index, words: tuple[str, ...], slots: tuple[Slot, ...]) -> QueryTerms:
    """The tables for these slots."""
    codes = np.zeros(index.words, np.uint8)
    ways = [(meant, place) for place, slot in enumerate(slots) for meant in slot.meant]
    for (first, end, like), place in sorted(ways, key=lambda way: way[0].like):
        codes[first:end] = place * LEVELS + max(1, round(like * LEVELS))
    weights = [slot.weight for slot in slots]
    covered = _by_set(weights) / np.float32(sum(weights) or 1.0)
    numbers = _by_set([float(slot.number) for slot in slots]).astype(np.uint8)
    return QueryTerms(words, " ".join(words), keys_of(words), slots, codes, covered, numbers)


def _slots(index: Index, words: Sequence[str], found: Sequence[list[Meant]]) -> Iterator[Slot]:
    joined = numbers_of(index, [one + other for one, other in pairwise(words)])
    for place, (word, meant) in enumerate(zip(words, found, strict=True)):
        meant += [Meant(at, at + 1, RUN_TOGETHER) for at in joined[max(place - 1, 0) : place + 1] if at]
        meant.sort(key=lambda each: -each.like)
        exact = next((each.first for each in meant if each.like == 1.0), 0)
        weight = float(index.word_weight[exact]) if exact else LIGHTER if word in LIGHT else 1.0
        counts = number(word) not in (None, 1)
        yield Slot(word, weight, counts, not exact, tuple(meant))


def _by_set(values: Sequence[float]) -> NDArray[np.float32]:
    """The sum of the values of every set of them, by the set's bits."""
    sums = np.zeros(1 << len(values), np.float32)
    for place, value in enumerate(values):
        np.add(sums[: 1 << place], value, out=sums[1 << place : 2 << place])
    return sums
