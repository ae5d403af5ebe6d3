"""What typed words may mean where every word of an index is compared: the oracle, and small indexes."""

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.titles.index.arrays import Index, hashed, under_any
from knowledge.titles.index.spellings import keys_of
from knowledge.titles.index.word_lookup import (
    MOST_ALIKE,
    MOST_SLIPS,
    SHORTEST_SLIPPED,
    SOUNDS_ALIKE,
    Meant,
    allowed_slips,
    both,
    half_typed,
    halves_of,
    likely,
    near,
)
from knowledge.titles.numerals import number
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.words import LIGHT


def all_meanings(index: Index, words: Sequence[str], *, half: bool) -> list[list[Meant]]:
    """For each word what it may mean; only half-typed misspellings are looked up."""
    numbers = index.vocabulary
    found = _compared(words, numbers)
    for word, meant in zip(words, found, strict=True):
        if word not in numbers and number(word) is None:
            meant += both([numbers.get(part) for part in halves_of(word)])
    for at, sounding in under_any(
        index.sounds, index.sound_words, [hashed(phonetic_key(word)) for word in words]
    ):
        if words[at] not in LIGHT and (number(words[at]) is None or len(words[at]) == 1):
            found[at] += [Meant(other, other + 1, SOUNDS_ALIKE) for other in sounding[:MOST_ALIKE].tolist()]
    if half and words and number(words[-1]) is None:
        found[-1] += half_typed(index, words[-1])
        found[-1] += [] if words[-1] in LIGHT else near(index, words[-1], half=True)
    return found


def named(index: Index, words: Sequence[str]) -> bool:
    """The words, run together or not or by sound, are a name of the index; or two of them are one word."""
    if any(one + other in index.vocabulary for one, other in pairwise(words)):
        return True
    return any(True for _ in under_any(index.keys, index.key_rows, keys_of(tuple(words))))


def _compared(words: Sequence[str], listed: Collection[str]) -> list[list[Meant]]:
    """The listed words that are a typed word, or that it may be misspelt for."""
    found: list[list[Meant]] = [[] for _ in words]
    edits = process.cdist(words, listed, scorer=OSA.distance, score_cutoff=MOST_SLIPS, dtype=np.uint8)
    allowed = np.array([[_allowed(word)] for word in words], np.uint8)
    ones, others = np.nonzero(edits <= allowed)
    for one, other, slips in zip(ones.tolist(), others.tolist(), edits[ones, others].tolist(), strict=True):
        found[one].append(Meant(other + 1, other + 2, likely(slips, len(words[one]))))
    return found


def _allowed(word: str) -> int:
    fixed = len(word) < SHORTEST_SLIPPED or word in LIGHT or number(word) is not None
    return 0 if fixed else allowed_slips(word)
