"""Sorted tables of an index: values by key, starts that many texts share, slips of words."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from knowledge.titles.index.arrays import U32, counted, hashed
from knowledge.titles.index.word_lookup import LONGEST_SLIPPED, slips_of

SHARED = 4096
"""Names with one start from which on the best known of them are kept beside it."""
KEPT = 64
NODE_DEPTHS = range(3, 8)


def shared_starts(texts: Sequence[str], rows: Callable[[int, int], U32]) -> tuple[U32, U32]:
    """For each start that very many of the sorted texts share: its hash and the best known rows."""
    found: list[tuple[int, U32]] = []
    spans = [(0, len(texts))]
    depth = 1
    while spans:
        spans = [
            (first, end)
            for low, high in spans
            for first, end in _grouped(texts, low, high, depth)
            if len(rows(first, end)) > SHARED
        ]
        found += [(hashed(texts[first][:depth]), counted(rows(first, end))[0][:KEPT]) for first, end in spans]
        depth += 1
    found.sort(key=lambda each: each[0])
    kept = np.zeros((len(found), KEPT), np.uint32)
    for at, (_, best) in enumerate(found):
        kept[at] = np.resize(best, KEPT)
    return np.array([key for key, _ in found], np.uint32), kept


def _grouped(texts: Sequence[str], low: int, high: int, depth: int) -> Iterator[tuple[int, int]]:
    """Spans of texts with the same first letters; texts that are shorter are left out."""
    for start, group in groupby(range(low, high), key=lambda at: texts[at][:depth]):
        members = list(group)
        if len(start) == depth:
            yield members[0], members[-1] + 1


def slipped(words: Sequence[str]) -> tuple[U32, U32, U32]:
    """Words and starts of words as nodes, and the hashes of each with one letter left out."""
    spans = [(at + 1, at + 2, len(word)) for at, word in enumerate(words) if 2 < len(word) <= LONGEST_SLIPPED]
    for depth in NODE_DEPTHS:
        spans += [
            (first + 1, end + 1, depth)
            for first, end in _grouped(words, 0, len(words), depth)
            if end - first > 1 or len(words[first]) > depth
        ]
    slips, slip_nodes = table(
        (hashed(spelling), at)
        for at, (first, _, letters) in enumerate(spans)
        for spelling in slips_of(words[first - 1][:letters])
    )
    return np.array(spans, np.uint32).reshape(-1, 3), slips, slip_nodes


def table(pairs: Iterable[tuple[int, int]]) -> tuple[U32, U32]:
    """Pairs as two arrays, by the first."""
    listed = array("I")
    for key, value in pairs:
        listed.append(key)
        listed.append(value)
    both = np.frombuffer(listed, np.uint32).reshape(-1, 2) if listed else np.zeros((0, 2), np.uint32)
    return by_key(both[:, 0], both[:, 1])


def by_key(keys: U32, values: U32) -> tuple[U32, U32]:
    """Both arrays in the order of the keys, values of one key in their own."""
    order = np.lexsort((values, keys))
    return keys[order], values[order]
