"""The words of a title as they are compared: one notation for numbers, initials and "and". No look-ups."""

import re
from collections.abc import Iterator, Sequence

from knowledge.titles.folding import fold
from knowledge.titles.numerals import as_digits

ARTICLES = frozenset({"the", "a", "an"})
_LIGHT = (
    "and or of in on at to for from with by is my your his her its el la le les los las il der die das de "
    "du des un une movie film vs"
)
LIGHT = ARTICLES | frozenset(_LIGHT.split())
"""Words that say little about which film is meant; they weigh less and are never asked for."""
_TURNED = re.compile(
    r"^(.*\w.*),\s+(the|an?|l[ae]s?|l'|l’|el|l?os|il|i|gli|der|die|das|une?|o|den|det)\s*$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")


def words(text: str) -> tuple[str, ...]:
    """`Spider-Man: Part II` -> spider man 2; `Lion King, The` -> the lion king; `E.T.` -> et."""
    plain = _INITIALS.sub(lambda found: found.group().replace(".", "") + " ", turned(text))
    plain = plain.replace("+", " and ") if " + " in plain else plain
    return tuple(as_digits(list(_joined_initials(_anded(fold(plain).replace("_", " ").split())))))


def bare(listed: Sequence[str]) -> tuple[str, ...]:
    """The words without articles; all of them where nothing else is left."""
    return tuple(word for word in listed if word not in ARTICLES) or tuple(listed)


def heavy(listed: Sequence[str]) -> tuple[str, ...]:
    """The words that tell films apart; all of them where nothing else is left."""
    return tuple(word for word in listed if word not in LIGHT) or tuple(listed)


def turned(text: str) -> str:
    """`Lion King, The` as it is said."""
    found = _TURNED.match(text)
    return f"{found.group(2)} {found.group(1)}" if found else text


def _anded(listed: list[str]) -> list[str]:
    """`fast n furious` with its and written out."""
    inside = range(1, len(listed) - 1)
    return ["and" if word == "n" and place in inside else word for place, word in enumerate(listed)]


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
