"""Slips of the keyboard: a strange word one letter away from a known one. Slips in titles are for titles."""

from collections.abc import Iterable, Iterator, Mapping

LONG = 8
"""Letters of a word in which one may be another; shorter ones are often a word that was meant: `studies`."""
SHORTEST = 6
"""Letters of a word whose slips are known; shorter ones are too like other words."""


def slips_of(words: Iterable[str]) -> Mapping[str, str]:
    """What each word leaves when one letter is missing, and the word itself, with the word."""
    long = sorted(word for word in words if len(word) >= SHORTEST and word.isalpha())
    return {left: word for word in long for left in (*_shortened(word), _single(word), word)}


def meant_word(word: str, slips: Mapping[str, str]) -> str | None:
    """The known word that was meant: one letter missing, wrong or in another place, or any doubled."""
    if len(word) < SHORTEST - 1:
        return None
    near = (slips[left] for left in (word, *_shortened(word), _single(word)) if left in slips)
    return next((known for known in near if _is_slip(word, known)), None)


def _shortened(word: str) -> Iterator[str]:
    """Without one of its letters, but never without the first, which people get right."""
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))


def _single(word: str) -> str:
    """With each doubled letter once: `reccomend` and `recommend` are both `recomend`."""
    return "".join(letter for before, letter in zip(" " + word, word, strict=False) if before != letter)


def _is_slip(word: str, known: str) -> bool:
    """Whether one change makes the one the other, or nothing but doubled letters tell them apart."""
    if len(known) >= LONG and _single(word) == _single(known):
        return True
    start = next(
        (place for place, pair in enumerate(zip(word, known, strict=False)) if pair[0] != pair[1]), -1
    )
    one, other = word[start:], known[start:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    wrong = one[1:] == other[1:] and len(known) >= LONG
    return start < 0 or swapped or wrong or one[1:] == other or one == other[1:]
