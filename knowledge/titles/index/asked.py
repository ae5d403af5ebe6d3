"""One reading of what was typed, held against an index's words: what each typed word may mean there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.index.arrays import F32, U8, U16, Index, hashed
from knowledge.titles.index.spellings import spellings
from knowledge.titles.index.vocabulary import RUN_TOGETHER, Meant, all_meanings, meanings, numbers_of
from knowledge.titles.numerals import number
from knowledge.titles.words import LIGHT

MOST_WORDS = 10
LEVELS = 20
"""Steps of likeness that are told apart."""
LIGHTER = 0.3


class Care(Enum):
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
class Asked:
    """The slots of a reading and the tables that turn the index's words into slots."""

    text: str
    solid: int
    sound: int
    """Hashes of all words run together, and of how they sound."""
    slots: tuple[Slot, ...]
    codes: U8
    """By word of the index: which slot at which level; 0 for no slot."""
    likes: F32
    """By code: how likely."""
    bits: U16
    """By code: the slot's bit."""
    covered: F32
    """By set of slots: the part of the typed words' weight that they are."""
    numbers: U8
    """By set of slots: how many numbers they are."""


def ask(index: Index, words: Sequence[str], care: Care, *, half: bool) -> Asked:
    """Look the words up; `half`: the last may be half typed."""
    kept = list(dict.fromkeys(words))[:MOST_WORDS]
    slots = tuple(_slots(index, kept, care, half=half))
    codes, likes, bits = np.zeros(index.words, np.uint8), np.zeros(256, np.float32), np.zeros(256, np.uint16)
    ways = [(meant, place) for place, slot in enumerate(slots) for meant in slot.meant]
    for meant, place in sorted(ways, key=lambda way: way[0].like):
        level = max(1, round(meant.like * LEVELS))
        code = place * LEVELS + level
        codes[meant.first : meant.end] = code
        likes[code], bits[code] = level / LEVELS, 1 << place
    weights = [slot.weight for slot in slots]
    total = sum(weights) or 1.0
    numbers = _by_set([float(slot.number) for slot in slots]).astype(np.uint8)
    text, covered = " ".join(words), _by_set(weights) / np.float32(total)
    _, solid, said = map(hashed, spellings(words))
    return Asked(text, solid, said, slots, codes, likes, bits, covered, numbers)


def _slots(index: Index, words: Sequence[str], care: Care, *, half: bool) -> Iterator[Slot]:
    joined = numbers_of(index, [one + other for one, other in pairwise(words)])
    for place, word in enumerate(words):
        begun = half and place == len(words) - 1
        meant = _meant(index, word, care, half=begun)
        meant += [Meant(at, at + 1, RUN_TOGETHER) for at in joined[max(place - 1, 0) : place + 1] if at]
        meant.sort(key=lambda each: (-each.like, index.postings[index.posting_ends[each.first]]))
        exact = next((each.first for each in meant if each.like == 1.0), 0)
        weight = float(index.word_weight[exact]) if exact else LIGHTER if word in LIGHT else 1.0
        counts = number(word) not in (None, 1)
        yield Slot(word, weight, counts, not exact, tuple(meant))


def _meant(index: Index, word: str, care: Care, *, half: bool) -> list[Meant]:
    match care:
        case Care.STRICT:
            return meanings(index, word, half=half, loose=False)
        case Care.LOOSE:
            return meanings(index, word, half=half, loose=True)
        case Care.EVERY:
            return all_meanings(index, word, half=half)


def _by_set(values: Sequence[float]) -> NDArray[np.float32]:
    """The sum of the values of every set of them, by the set's bits."""
    sums = np.zeros(1, np.float32)
    for value in values:
        sums = np.concatenate((sums, sums + np.float32(value)))
    return sums
