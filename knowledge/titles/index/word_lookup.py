"""Which words of the index a typed word may be: itself, a longer one, one misspelt, one that sounds alike."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.titles.index.arrays import U32, Index, between, counted, hashed, texts_at, under, under_any
from knowledge.titles.numerals import number
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.words import LIGHT

SHORTEST_SLIPPED = 2
LONGEST_SLIPPED = 16
"""Letters of a word up to which its misspellings are kept."""
LAST = "\U0010ffff"
"""Comes after every letter."""
HALF_TYPED = 0.85
SHORTEST_FAR = 6
FEWEST_SHARED = 2
MOST_SHARING = 200
"""Words that are compared letter by letter."""
MOST_SLIPS = 3
HALF_DOUBT = 0.1
SOUNDS_ALIKE = 0.75
MOST_ALIKE = 10
MOST_NEAR = 16
SHORTEST_SPLIT = 6
RUN_TOGETHER = 0.95


class Meant(NamedTuple):
    """Neighbouring words of the index that a typed word may mean, and how likely, up to 1.

    A tuple, since a look-up makes a hundred of them.
    """

    first: int
    end: int
    """The word after the last."""
    like: float


def number_of(index: Index, word: str) -> int | None:
    """The number of exactly this word."""
    found = under(index.word_keys, index.word_of_key, hashed(word)).tolist()
    return next((at for at in found if index.word(at) == word), None)


def numbers_of(index: Index, words: Sequence[str]) -> list[int | None]:
    """The numbers of several words, looked up together."""
    found: list[int | None] = [None] * len(words)
    for place, numbers in under_any(index.word_keys, index.word_of_key, [hashed(word) for word in words]):
        found[place] = next((at for at in numbers.tolist() if index.word(at) == words[place]), None)
    return found


def started(index: Index, start: str) -> tuple[int, int]:
    """The words that begin so: the first and the one after the last."""
    low, high = between(index.word_heads, start)
    if len(start.encode()) <= 8:
        return low, high
    places = range(high)
    first = bisect_left(places, start, low, key=index.word)
    return first, bisect_left(places, start + LAST, first, key=index.word)


def slips_of(word: str) -> set[str]:
    """The word, and the word with one letter left out."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def near(index: Index, word: str, *, half: bool) -> list[Meant]:
    """Words one slip away, by the table of slips; with `half` also starts of words one slip away."""
    if len(word) < SHORTEST_SLIPPED:
        return []
    wanted, wholes = [hashed(spelling) for spelling in slips_of(word)], index.whole_nodes
    found = {node for _, nodes in under_any(index.slips, index.slip_nodes, wanted) for node in nodes.tolist()}
    nodes = [node for node in found if half or node < wholes]
    if not nodes:
        return []
    table = index.nodes.take(nodes, axis=0)
    spans: list[list[int]] = table.tolist()
    whole = texts_at(index.word_text, index.word_ends, table[:, 0])
    texts = [text[:letters] for text, (_, _, letters) in zip(whole, spans, strict=True)]
    most = 1 if len(word) < 6 else 2
    slipped: list[int] = process.cdist([word], texts, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[
        0
    ].tolist()
    return nearest(
        index,
        [
            Meant(first, end, likely(edits, len(word)) - HALF_DOUBT * (node >= wholes))
            for node, (first, end, _), edits in zip(nodes, spans, slipped, strict=True)
            if 0 < edits <= most
        ],
    )


def nearest(index: Index, found: Sequence[Meant]) -> list[Meant]:
    """The likeliest, of equally likely ones those of the best known films."""
    if not found:
        return []
    best = best_rows(index, found)
    order = sorted(range(len(found)), key=lambda at: (-found[at].like, best[at]))
    return [found[at] for at in order[:MOST_NEAR]]


def best_rows(index: Index, found: Sequence[Meant]) -> list[int]:
    """The best known row of the first word of each."""
    return index.postings.take(index.posting_ends.take([each.first for each in found])).tolist()


def likely(edits: int, letters: int) -> float:
    """How likely a word with so many wrong letters is meant."""
    return 1 - edits / max(letters, 2) * (0.8 if edits == 1 else 1)


def far(index: Index, word: str) -> list[Meant]:
    """Words two or three slips away, by the runs of letters that the slips have left whole."""
    if len(word) < SHORTEST_FAR:
        return []
    allowed = allowed_slips(word)
    numbers = _sharing(index, word, allowed)
    texts = texts_at(index.word_text, index.word_ends, numbers)
    edits = process.cdist([word], texts, scorer=OSA.distance, score_cutoff=allowed, dtype=np.uint8)[0]
    close = np.flatnonzero(edits <= allowed)
    found = zip(numbers.take(close).tolist(), edits.take(close).tolist(), strict=True)
    return nearest(index, [Meant(at, at + 1, likely(slipped, len(word))) for at, slipped in found])


def _sharing(index: Index, word: str, most: int) -> U32:
    """The words of about the same length with most of this one's runs of letters."""
    lists = [words for _, words in under_any(index.grams, index.gram_words, list(grams_of(word)))]
    if not lists:
        return np.zeros(0, np.uint32)
    numbers, shared = counted(np.concatenate(lists))
    ends = index.word_ends
    longer = (ends.take(numbers + 1) - ends.take(numbers)).astype(np.int64) - len(f"{word}\n".encode())
    fitting = np.flatnonzero((abs(longer) <= most) & (shared >= FEWEST_SHARED))
    numbers, shared = numbers.take(fitting), shared.take(fitting)
    if len(numbers) > MOST_SHARING:
        numbers = numbers.take(np.argpartition(-shared, MOST_SHARING)[:MOST_SHARING])
    return numbers


def grams_of(word: str) -> set[int]:
    """Hashes of its runs of three letters; its ends count as letters."""
    ended = f"^{word}$"
    return {hashed(ended[at : at + 3]) for at in range(len(ended) - 2)}


def allowed_slips(word: str) -> int:
    """How many wrong letters a typed word may have."""
    return 1 if len(word) < 6 else 2 if len(word) < 9 else MOST_SLIPS


def alike(index: Index, word: str) -> list[Meant]:
    """Words that sound alike, those of the best known films."""
    found: U32 = under(index.sounds, index.sound_words, hashed(phonetic_key(word)))
    if len(found) > MOST_ALIKE:
        rows = index.postings.take(index.posting_ends.take(found))
        found = found.take(np.argpartition(rows, MOST_ALIKE)[:MOST_ALIKE])
    return [Meant(at, at + 1, SOUNDS_ALIKE) for at in found.tolist()]


def split(index: Index, word: str) -> list[Meant]:
    """Two words of the index that were run together in this one."""
    halves = halves_of(word)
    return both(numbers_of(index, halves)) if halves else []


def halves_of(word: str) -> list[str]:
    """Pairs of parts of a word one after another, those of one length first."""
    if len(word) < SHORTEST_SPLIT:
        return []
    places = sorted(range(2, len(word) - 1), key=lambda at: abs(2 * at - len(word)))
    return [half for at in places for half in (word[:at], word[at:])]


def both(numbers: Sequence[int | None]) -> list[Meant]:
    """The first pair of parts that both are words."""
    for one, other in zip(numbers[::2], numbers[1::2], strict=True):
        if one is not None and other is not None:
            return [Meant(one, one + 1, RUN_TOGETHER), Meant(other, other + 1, RUN_TOGETHER)]
    return []


def meanings(index: Index, word: str, *, half: bool) -> list[Meant]:
    """What a typed word may mean; a word that exists means itself."""
    exact = number_of(index, word)
    found = [Meant(exact, exact + 1, 1.0)] if exact is not None else []
    if number(word) is not None:
        return found
    if half:
        found += half_typed(index, word)
    if exact is not None:
        return found
    close = near(index, word, half=half) + split(index, word)
    return found + (close or far(index, word)) + alike(index, word)


def neighbours(index: Index, word: str, *, half: bool) -> list[Meant]:
    """What else a word may mean that exists."""
    if number(word) is not None:
        return alike(index, word) if len(word) == 1 else []
    if word in LIGHT:
        return []
    return near(index, word, half=half) + split(index, word) + alike(index, word)


def half_typed(index: Index, word: str) -> list[Meant]:
    """The words that begin so."""
    first, end = started(index, word)
    return [Meant(first, end, HALF_TYPED)] if end > first else []
