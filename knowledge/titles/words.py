"""The words of a title as they are compared: one notation for numbers, initials and "and". No look-ups."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.titles.folding import fold, visible
from knowledge.titles.numerals import NUMERIC, as_digits

ARTICLES = frozenset({"the", "a", "an"})
ARTICLES_ELSEWHERE = frozenset(
    ("der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "o", "os")
)
"""German, French, Spanish, Italian and Portuguese: words of many titles in English too."""
_LIGHT = (
    "and or of in on at to for from with by is my your his her its el la le les los las il der die das de "
    "du des un une movie film vs"
)
LIGHT = ARTICLES | frozenset(_LIGHT.split())
"""Words that say little about which film is meant; they weigh less and are never asked for."""
_SHORT = {
    "dr": "doctor",
    "mr": "mister",
    "mrs": "missus",
    "xmas": "christmas",
    "u": "you",
    "ur": "your",
    "yr": "year",
    "yrs": "years",
    "luv": "love",
    "thru": "through",
    "versus": "vs",
}
"""Short for a longer word, or the other way round, except as first word of a title where it is one letter."""
_WRITTEN_OTHERWISE = NUMERIC.union(_SHORT)
_DIGITS_APART = re.compile(r"(?<=\d)(?=[^\W\d_]+\b)(?!(?:st|nd|rd|th)\b)|(?<=[^\W\d_])(?=\d+\b)")
_DIGIT = re.compile(r"\d")
_MIXED = re.compile(r"\b[^\W\d_]+\d+[^\W\d_]+\b")
_LEET = str.maketrans("013457", "oieasv")
_TURNED = re.compile(
    r"^(.*\w.*),\s+(the|an?|l[ae]s?|l'|l’|el|l?os|il|i|gli|der|die|das|une?|o|den|det)\s*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    """`Spider-Man: Part II` -> spider man 2; `Lion King, The` -> the lion king; `E.T.` -> et."""
    if text.isascii() and text.isalpha() and (word := text.lower()) not in _WRITTEN_OTHERWISE:
        return (word,)
    plain = turned(visible(text))
    # Most texts have no initials and no digits: to look for a sign takes a tenth of looking for a pattern.
    if "." in plain:
        plain = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", plain)
    plain = plain.replace("+", " and ") if " + " in plain else plain
    folded = fold(plain).replace("_", " ")
    listed = (_DIGITS_APART.sub(" ", folded) if _DIGIT.search(folded) else folded).split()
    if any(len(word) == 1 for word in listed):
        listed = list(_joined_initials(_anded(listed)))
    if not _SHORT.keys().isdisjoint(listed):
        listed = _in_full(listed)
    return tuple(listed if NUMERIC.isdisjoint(listed) else as_digits(listed))


def plain_letters(text: str) -> str | None:
    """`M3GAN` with letters for its digits; None where no digit stands for a letter."""
    found = _MIXED.sub(lambda word: word.group().translate(_LEET), text)
    return found if found != text else None


def bare(listed: Sequence[str]) -> tuple[str, ...]:
    """The words without articles; all of them where nothing else is left. A last word is no article."""
    return (*(word for word in listed[:-1] if word not in ARTICLES), *listed[-1:])


def heavy(listed: Sequence[str]) -> tuple[str, ...]:
    """The words that tell films apart; all of them where nothing else is left."""
    return tuple(word for word in listed if word not in LIGHT) or tuple(listed)


def turned(text: str) -> str:
    """`Lion King, The` as it is said."""
    found = _TURNED.match(text) if "," in text else None
    return f"{found.group(2)} {found.group(1)}" if found else text


def _in_full(listed: list[str]) -> list[str]:
    """`dr`, `xmas` and the like written out; a first word of one letter stays (V for Vendetta)."""
    return [
        word if place == 0 and len(word) == 1 else _SHORT.get(word, word) for place, word in enumerate(listed)
    ]


def _anded(listed: list[str]) -> list[str]:
    """`fast n furious` with its and written out."""
    return [
        "and" if word == "n" and _between_words(listed, place) else word for place, word in enumerate(listed)
    ]


def _between_words(listed: list[str], place: int) -> bool:
    """Not at an end, and not among spelled letters: `u n c l e`."""
    return 0 < place < len(listed) - 1 and max(len(listed[place - 1]), len(listed[place + 1])) > 1


def _joined_initials(listed: list[str]) -> Iterator[str]:
    """Single letters in a row are one word: `m a s h` -> mash."""
    run = ""
    for word in listed:
        if len(word) == 1 and word.isalpha() and word.isascii():
            run += word
            continue
        if run:
            yield run
            run = ""
        yield word
    if run:
        yield run
