"""The best rows of an index for one reading of what was typed; and the oracle that looks at every row."""

from dataclasses import dataclass

import numpy as np

from knowledge.titles.index.arrays import F32, U32, Index
from knowledge.titles.index.asked import Asked, Care, ask
from knowledge.titles.index.features import FAME, FIRST, SECOND, Weights, first_look, second_look
from knowledge.titles.index.pool import pool
from knowledge.titles.typed import Reading

LOOKED_AT = 24
"""Rows that get the second look."""
FEW = 2000
"""Rows up to which all of them are looked at."""
GOOD = 0.96
KNOWN = 0.7
"""Fame of a film beside which nobody looks for one that is spelled otherwise: 35,000 votes."""
TYPED_COVERED, NAME_COVERED = FIRST.index("typed_covered"), FIRST.index("name_covered")
RATIO, START = SECOND.index("ratio"), SECOND.index("start")
FOUND = 0.75


@dataclass(frozen=True, slots=True)
class Found:
    """Rows and their points, best first."""

    rows: U32
    points: F32


NOTHING = Found(np.zeros(0, np.uint32), np.zeros(0, np.float32))


def search(index: Index, reading: Reading, weights: Weights, *, half: bool = True) -> Found:
    """The best rows by candidates; in a small index all rows are candidates."""
    if index.rows <= FEW:
        asked = ask(index, reading.words, Care.EVERY, half=half)
        return best_of(index, asked, np.arange(index.rows, dtype=np.uint32), reading, weights)[0]
    asked = ask(index, reading.words, Care.STRICT, half=half)
    found, good = best_of(index, asked, pool(index, asked), reading, weights)
    if good:
        return found
    asked = ask(index, reading.words, Care.LOOSE, half=half)
    return best_of(index, asked, pool(index, asked), reading, weights)[0]


def oracle(index: Index, reading: Reading, weights: Weights, *, half: bool = True) -> Found:
    """The same points for every row: what the candidates may at best find."""
    asked = ask(index, reading.words, Care.EVERY, half=half)
    rows = np.arange(index.rows, dtype=np.uint32)
    return _ordered(index, asked, rows, first_look(index, asked, rows, reading.year), weights)[0]


def best_of(index: Index, asked: Asked, rows: U32, reading: Reading, weights: Weights) -> tuple[Found, bool]:
    """The rows that stand the first look, by the second."""
    first = first_look(index, asked, rows, reading.year)
    if len(rows) > LOOKED_AT:
        best = np.argpartition(first @ weights.first, -LOOKED_AT)[-LOOKED_AT:]
        rows, first = rows.take(best), first.take(best, axis=0)
    return _ordered(index, asked, rows, first, weights)


def _ordered(index: Index, asked: Asked, rows: U32, first: F32, weights: Weights) -> tuple[Found, bool]:
    """The rows in order, and whether the best is so good that nobody need look further."""
    if not len(rows):
        return Found(rows, np.zeros(0, np.float32)), False
    second = second_look(asked, [index.name(row) for row in rows.tolist()])
    points = np.concatenate((first, second), axis=1) @ weights.second
    order = np.lexsort((rows, -points))
    best = order[0]
    good = _good(asked, first[best], second[best])
    return Found(rows.take(order), points.take(order)), good


def _good(asked: Asked, first: F32, second: F32) -> bool:
    """The best row is what was typed, by a known film; or it was misspelt, and all of it is found."""
    typed, name, ratio = first[TYPED_COVERED], first[NAME_COVERED], second[RATIO]
    if any(slot.unknown for slot in asked.slots):
        return bool(typed >= GOOD and (name >= FOUND or second[START] >= FOUND))
    return bool(((typed >= GOOD and name >= GOOD) or ratio >= GOOD) and first[FAME] >= KNOWN)
