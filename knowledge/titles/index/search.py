"""The best rows of an index for one reading of what was typed; and the oracle that looks at every row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.index.arrays import F32, U32, Index
from knowledge.titles.index.exhaustive import all_meanings, named
from knowledge.titles.index.features import (
    ALIKE,
    FAME,
    FIRST,
    SECOND,
    SURE,
    Weights,
    alike_whole,
    first_look,
    second_look,
)
from knowledge.titles.index.pool import begun, of_words, pool, spelled, united
from knowledge.titles.index.query_terms import QueryTerms, Strictness, ask, further, held, kept, widened
from knowledge.titles.index.spellings import SOLID
from knowledge.titles.query import QueryReading
from knowledge.titles.words import LIGHT, heavy

LOOKED_AT = 12
"""Rows that get the second look."""
FEW = 2000
"""Rows up to which all of them are looked at."""
GOOD = 0.96
KNOWN = 0.7
"""Fame of a film beside which nobody looks for one that is spelled otherwise: 35,000 votes."""
TYPED_COVERED, NAME_COVERED = FIRST.index("typed_covered"), FIRST.index("name_covered")
RATIO, START, SAME_SOLID = SECOND.index("ratio"), SECOND.index("start"), SECOND.index("solid")
FOUND = 0.75
CLOSE, NEARLY_ALL = 0.9, 0.93
"""Likeness to a name that sounds the same, and part of both sides that meets, from which it is the one."""
LONG_START = 5
"""Letters of a start of a known film's name beside which nobody looks for another one that was misspelt."""
HEARD_OF = 0.46
"""Fame of a film that some people have heard of: 1,000 votes."""
LONG_TITLE, LONGER_TITLE = 10, 16
"""Letters from which on its title, and that of any film, typed to the letter, is no slip of another's."""
MET = 0.15
"""Part of the weight of the typed words under which a row of a small index is not looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows and their points, best first."""

    rows: U32
    points: F32


NOTHING = Found(np.zeros(0, np.uint32), np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True)
class FirstPass:
    """What a first look found, whether that is what was typed, and with what to look further."""

    found: Found
    good: bool
    further: tuple[QueryTerms, U32] | None = None
    """What was asked, and which rows of; None where every row was looked at."""


def search(index: Index, reading: QueryReading, weights: Weights, *, half: bool = True) -> Found:
    """The best rows by candidates; in a small index all rows are candidates."""
    seen = first_pass(index, reading, weights, half=half)
    return seen.found if seen.good else second_pass(index, reading, weights, seen, half=half)


def first_pass(index: Index, reading: QueryReading, weights: Weights, *, half: bool = True) -> FirstPass:
    """The best rows where known words mean themselves."""
    if index.rows <= FEW:
        return FirstPass(*_among_few(index, reading, weights, half=half))
    asked = ask(index, reading.words, Strictness.STRICT, half=half)
    whole = spelled(index, asked)
    if (known := _known(index, asked, whole, reading, weights)) is not None:
        return FirstPass(known, good=True)
    rows = pool(index, asked, whole)
    return FirstPass(*best_of(index, asked, rows, reading, weights), (asked, rows))


def _known(
    index: Index, asked: QueryTerms, whole: Sequence[tuple[int, U32]], reading: QueryReading, weights: Weights
) -> Found | None:
    """A known film of just this name and those whose names begin so, if there is one: half of all queries."""
    named = [rows for at, rows in whole if at <= SOLID]
    if not named or index.row_facts["fame"][min(rows.item(0) for rows in named)] < KNOWN:
        return None
    rows = united([*named, begun(index, asked.text)])
    found, good = best_of(index, asked, rows, reading, weights)
    best = found.rows.item(0)
    good = good and index.row_kind.item(best) <= SURE and any(best in rows for rows in named)
    return found if good else None


def second_pass(
    index: Index, reading: QueryReading, weights: Weights, seen: FirstPass, *, half: bool = True
) -> Found:
    """The best rows where any word may be misspelt."""
    if seen.further is None:
        return seen.found
    asked, rows = seen.further
    more = further(index, asked, half=half)
    wider = united([seen.found.rows, *of_words(index, zip(asked.slots, more, strict=True))])
    alike = alike_whole(asked.text, index, rows)
    return best_of(index, widened(index, asked, more), wider, reading, weights, alike)[0]


def _among_few(index: Index, reading: QueryReading, weights: Weights, *, half: bool) -> tuple[Found, bool]:
    """The best of all rows that have something of what was typed; mostly there are none."""
    words = kept(reading.words)
    found = all_meanings(index, words, half=half)
    if not (set(compress(words, found)) - LIGHT or named(index, reading.words)):
        return NOTHING, False
    asked = held(index, reading.words, words, found)
    first = first_look(index, asked, np.arange(index.rows, dtype=np.uint32), reading.year)
    rows = np.flatnonzero(first[:, TYPED_COVERED] >= MET).astype(np.uint32)
    return _best_of(index, asked, rows, first[rows], weights)


def oracle(index: Index, reading: QueryReading, weights: Weights, *, half: bool = True) -> Found:
    """The same points for every row: what the candidates may at best find."""
    asked = ask(index, reading.words, Strictness.EVERY, half=half)
    rows = np.arange(index.rows, dtype=np.uint32)
    return _ordered(index, asked, rows, first_look(index, asked, rows, reading.year), weights)[0]


def best_of(
    index: Index,
    asked: QueryTerms,
    rows: U32,
    reading: QueryReading,
    weights: Weights,
    also: U32 = NOTHING.rows,
) -> tuple[Found, bool]:
    """The rows that stand the first look, and whichever else are given, by the second."""
    first = first_look(index, asked, rows, reading.year)
    if not len(also):
        return _best_of(index, asked, rows, first, weights)
    rows = united([also, rows.take(_best(first, weights))])
    return _ordered(index, asked, rows, first_look(index, asked, rows, reading.year), weights)


def _best_of(index: Index, asked: QueryTerms, rows: U32, first: F32, weights: Weights) -> tuple[Found, bool]:
    best = _best(first, weights)
    return _ordered(index, asked, rows.take(best), first[best], weights)


def _best(first: F32, weights: Weights) -> NDArray[np.intp]:
    """Those that stand the first look."""
    if len(first) <= LOOKED_AT:
        return np.arange(len(first))
    return np.argpartition(weights.first @ first.T, -LOOKED_AT)[-LOOKED_AT:]


def _ordered(index: Index, asked: QueryTerms, rows: U32, first: F32, weights: Weights) -> tuple[Found, bool]:
    """The rows in order, and whether the best is so good that nobody need look further."""
    if not len(rows):
        return Found(rows, np.zeros(0, np.float32)), False
    names = index.names(rows)
    second = second_look(asked, names)
    points = np.concatenate((first, second), axis=1) @ weights.second
    order = np.lexsort((rows, -points))
    best = int(order[0])
    good = _good(asked, names[best], first[best], second[best])
    return Found(rows.take(order), points.take(order)), good


def _is_told(asked: QueryTerms, fame: float) -> bool:
    """Nobody mistypes a title of several words and hits upon another's to the letter."""
    least = LONG_TITLE if fame >= HEARD_OF else LONGER_TITLE
    return fame > 0 and len(asked.text) >= least and len(heavy(asked.words)) > 1


def _good(asked: QueryTerms, name: str, first: F32, second: F32) -> bool:
    """The best row is what was typed, by a known film; or it was misspelt, and all of it is found."""
    typed, named, ratio = first[TYPED_COVERED], first[NAME_COVERED], second[RATIO]
    if first[FAME] < KNOWN:
        return bool(ratio >= 1 and _is_told(asked, float(first[FAME])))
    if max(ratio, second[SAME_SOLID]) >= GOOD or (second[START] >= GOOD and len(asked.text) >= LONG_START):
        return True
    if any(slot.unknown for slot in asked.slots):
        return bool(typed >= GOOD and (named >= FOUND or second[START] >= FOUND))
    if min(typed, named) >= ALIKE and (ratio >= CLOSE or min(typed, named) >= NEARLY_ALL):
        return True
    several, title = len(heavy(asked.words)) > 1, len(heavy(name.split())) > 1
    return bool((typed >= GOOD and several) or (named >= GOOD and title))
