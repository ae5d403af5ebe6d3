"""Sorted tables of an index: values by key, starts that many texts share, slips of words."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from knowledge.titles.index.arrays import U32, U64, counted, hashed
from knowledge.titles.index.word_lookup import LONGEST_SLIPPED, slips_of

SHARED = 4096
"""Names with one start from which on the best known of them are kept beside it."""
KEPT = 64
NODE_DEPTHS = range(3, 8)
LOW = np.uint64(0xFFFFFFFF)
"""The half of a pair that holds the value."""
TextAt = Callable[[int], str]
"""The text at a place of the alphabet."""


class Pairs:
    """Keys and values, of 32 bits each, that come in any order."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._both = array("Q", (key << 32 | value for key, value in pairs))

    def append(self, key: int, value: int) -> None:
        """Add one."""
        self._both.append(key << 32 | value)

    def in_order(self) -> tuple[U32, U32]:
        """Keys and values in the order of the keys, values of one key in their own."""
        return _halves(np.frombuffer(self._both, np.uint64))


def by_key(keys: U32, values: U32) -> tuple[U32, U32]:
    """Both arrays in the order of the keys, values of one key in their own."""
    return _halves(paired(keys, values))


def paired(keys: U32, values: U32) -> U64:
    """Each key and value as one number."""
    both = keys.astype(np.uint64)
    both <<= np.uint64(32)
    both |= values
    return both


def _halves(both: U64) -> tuple[U32, U32]:
    both.sort()
    return (both >> np.uint64(32)).astype(np.uint32), (both & LOW).astype(np.uint32)


def alphabetical(heads: U64, text: TextAt) -> U32:
    """The places of texts by the alphabet; `heads` are those of the texts. Equal ones stay in their order."""
    order = np.argsort(heads, kind="stable").astype(np.uint32)
    _, many = counted(heads)
    ends = np.cumsum(many)
    for end, size in zip(ends[many > 1].tolist(), many[many > 1].tolist(), strict=True):
        order[end - size : end] = sorted(order[end - size : end].tolist(), key=text)
    return order


def shared_starts(many: int, text: TextAt, rows: Callable[[int, int], U32]) -> tuple[U32, U32]:
    """For each start that very many of the sorted texts share: its hash and the best known rows."""
    found: list[tuple[int, U32]] = []
    spans = [(0, many)]
    depth = 1
    while spans:
        spans = [
            (first, end)
            for low, high in spans
            for first, end in _grouped(text, low, high, depth)
            if len(rows(first, end)) > SHARED
        ]
        found += [(hashed(text(first)[:depth]), counted(rows(first, end))[0][:KEPT]) for first, end in spans]
        depth += 1
    found.sort(key=lambda each: each[0])
    kept = np.zeros((len(found), KEPT), np.uint32)
    for at, (_, best) in enumerate(found):
        kept[at] = np.resize(best, KEPT)
    return np.array([key for key, _ in found], np.uint32), kept


def _grouped(text: TextAt, low: int, high: int, depth: int) -> Iterator[tuple[int, int]]:
    """Spans of texts with the same first letters; texts that are shorter are left out."""

    def start_of(at: int) -> str:
        return text(at)[:depth]

    first = low
    while first < high:
        start, step = start_of(first), 1
        # In wider and wider steps, since most spans are short and some very long.
        while first + step < high and start_of(first + step) == start:
            step *= 2
        end = bisect_right(range(high), start, first + step // 2, min(first + step, high), key=start_of)
        if len(start) == depth:
            yield first, end
        first = end


def slipped(words: Sequence[str]) -> tuple[U32, U32, U32]:
    """Words and starts of words as nodes, and the hashes of each with one letter left out."""
    nodes = array("I")
    for at, word in enumerate(words):
        if 2 < len(word) <= LONGEST_SLIPPED:
            nodes.extend((at + 1, at + 2, len(word)))
    for depth in NODE_DEPTHS:
        for first, end in _grouped(words.__getitem__, 0, len(words), depth):
            if end - first > 1 or len(words[first]) > depth:
                nodes.extend((first + 1, end + 1, depth))
    slips, slip_nodes = table(
        (hashed(spelling), at // 3)
        for at in range(0, len(nodes), 3)
        for spelling in slips_of(words[nodes[at] - 1][: nodes[at + 2]])
    )
    return np.array(nodes, np.uint32).reshape(-1, 3), slips, slip_nodes


def table(pairs: Iterable[tuple[int, int]]) -> tuple[U32, U32]:
    """Pairs as two arrays, by the first."""
    return Pairs(pairs).in_order()
