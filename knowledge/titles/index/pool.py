"""Which rows are worth a closer look: whole names first, then starts, then rare words, then meeting words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from knowledge.titles.index.arrays import U32, Index, between, hashed, under, under_any
from knowledge.titles.index.query_terms import QueryTerms, Slot
from knowledge.titles.index.sorted_tables import KEPT, SHARED
from knowledge.titles.index.word_lookup import LAST, Meant
from knowledge.titles.words import ARTICLES

ENOUGH = 400
"""Rows after which no further word is asked for more."""
OF_ONE_WORD = 200
OF_EVERY = 16
"""The best known rows of a word, however common it is."""
MEETING = 3000
"""Rows of a word up to which they are held against another word's."""
_NOTHING = np.zeros(0, np.uint32)


def spelled(index: Index, asked: QueryTerms) -> list[tuple[int, U32]]:
    """By spelling of what was typed: the best known rows of just that name; none where there are none."""
    return [(at, rows[:KEPT]) for at, rows in under_any(index.keys, index.key_rows, asked.keys)]


def pool(index: Index, asked: QueryTerms, whole: Iterable[tuple[int, U32]]) -> U32:
    """Rows that may be meant, in order of rank, each once; `whole` are those of just that name."""
    by_words = of_words(index, ((slot, slot.meant) for slot in asked.slots))
    named = (rows for _, rows in whole)
    return united([*named, begun(index, asked.text), *by_words, *_meeting(index, asked.slots)])


def united(found: Sequence[U32]) -> U32:
    """All of these rows in order of rank, each once."""
    rows = np.concatenate(found)
    rows.sort()
    return np.concatenate((rows[:1], rows[1:][rows[1:] != rows[:-1]]))


def begun(index: Index, start: str) -> U32:
    """The best known rows whose name begins so, leading articles aside."""
    first, _, rest = start.partition(" ")
    wanted = rest if rest and first in ARTICLES else start
    if len(shared := under(index.starts, np.arange(len(index.starts), dtype=np.uint32), hashed(wanted))):
        return index.start_rows[shared[0]]
    low, high = between(index.sorted_heads, wanted)
    if len(wanted.encode()) > 8 and high > low:
        low, high = _place(index, wanted, low, high), _place(index, wanted + LAST, low, high)
    return best_known(index.sorted_rows[low:high], KEPT)


def _place(index: Index, text: str, low: int, high: int) -> int:
    return bisect_left(range(high), text, low, key=lambda place: _spoken(index, place))


def _spoken(index: Index, place: int) -> str:
    name = index.name(int(index.sorted_rows[place]))
    first, _, rest = name.partition(" ")
    return rest if rest and first in ARTICLES else name


def best_known(rows: U32, most: int) -> U32:
    """The lowest numbers, which are the best known rows; in no order."""
    return rows if len(rows) <= most else np.partition(rows, most)[:most]


def rows_of(index: Index, meant: Meant) -> U32:
    """All rows with one of these words."""
    return index.postings[index.posting_ends[meant.first] : index.posting_ends[meant.end]]


def of_words(index: Index, slots: Iterable[tuple[Slot, Sequence[Meant]]]) -> Iterator[U32]:
    """Rows of the rarest of the words that slots mean until there are enough."""
    ways = [(meant, slot) for slot, meanings in slots for meant in meanings]
    if not ways:
        return
    ends = index.posting_ends.take([(meant.first, meant.end) for meant, _ in ways]).tolist()
    spans = sorted((end - first, at, first) for at, (first, end) in enumerate(ends))
    taken = 0
    for many, at, first in spans:
        meant, slot = ways[at]
        single = meant.end - meant.first == 1
        if taken <= ENOUGH:
            some = _some(index, index.postings[first : first + many], slot, single=single)
            taken += len(some)
            yield some
        elif single:
            yield index.postings[first : first + OF_EVERY]


def _some(index: Index, rows: U32, slot: Slot, *, single: bool) -> U32:
    if single:
        return rows[:OF_ONE_WORD]
    if len(rows) <= 2 * SHARED:
        return best_known(rows, OF_ONE_WORD)
    shared = under(index.word_starts, np.arange(len(index.word_starts), dtype=np.uint32), hashed(slot.word))
    return index.word_start_rows[shared[0]] if len(shared) else _NOTHING


def _meeting(index: Index, slots: Sequence[Slot]) -> Iterator[U32]:
    """Rows that have a word of one slot and a word of another, for the rarest pairs of long lists."""
    lists = [rows_of(index, slot.meant[0]) for slot in slots if slot.meant and slot.meant[0].like == 1.0]
    lists = sorted((rows for rows in lists if len(rows) > OF_ONE_WORD), key=len)
    for one, other in pairwise(lists[:3]):
        part = one[:MEETING]
        at = np.minimum(other.searchsorted(part), len(other) - 1)
        yield part[other.take(at) == part][:OF_ONE_WORD]
