"""Numbers in every notation as digits: II, two and 2; twenty-one; thirteenth and 13th. Only whole words."""

import re
from collections.abc import Iterator, Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
)
_ROMAN_UNITS = "i ii iii iv v vi vii viii ix"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())}
_LARGE = {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}
_RANKED = {word: value for value, word in enumerate(_ORDINALS.split())}
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})$")
_ROMANS = {tens + units for tens in ("", "x", "xx", "xxx") for units in ("", *_ROMAN_UNITS.split())}
_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)?$")
PARTS = {
    "part": "part",
    "pt": "part",
    "chapter": "chapter",
    "ch": "chapter",
    "episode": "episode",
    "ep": "episode",
    "volume": "volume",
    "vol": "volume",
}


NUMERIC = frozenset({*_SMALL, *_LARGE, *_RANKED, *_ROMANS, *PARTS})
"""Words that may be changed; others stay as they are."""

JOINED = frozenset({*_LARGE, "hundred"})
"""Words that make one number with those beside them."""


def number(word: str) -> int | None:
    """The value of `2`, `13th`; None for other words (they were made digits before)."""
    found = _DIGITS.match(word) if word[:1].isdigit() else None
    return int(found.group(1)) if found else None


def as_digits(words: Sequence[str]) -> Iterator[str]:
    """The same words with every number as digits; `part`, `vol` and the like before a number fall away."""
    place = 0
    while place < len(words):
        taken, digits = _spelled(words, place)
        if digits is not None:
            yield digits
        elif words[place] in PARTS and _numbered(words, place + 1):
            place += 1
            taken, digits = _spelled(words, place)
            yield digits or ("1" if words[place] == "i" else words[place])
        else:
            yield words[place]
        place += taken


def _numbered(words: Sequence[str], place: int) -> bool:
    if place >= len(words):
        return False
    word = words[place]
    return word == "i" or word.isdecimal() or _spelled(words, place)[1] is not None


def _spelled(words: Sequence[str], place: int) -> tuple[int, str | None]:
    """How many words from here make a number, and its digits."""
    word = words[place]
    if word in _LARGE:
        unit = _SMALL.get(words[place + 1], 0) if place + 1 < len(words) else 0
        return (2, str(_LARGE[word] + unit)) if 0 < unit < 10 else (1, str(_LARGE[word]))
    if word == "one" and words[place + 1 : place + 2] == ["hundred"]:
        return _hundred(words, place)
    if word in _SMALL:
        return 1, str(_SMALL[word])
    if word in _RANKED:
        return 1, _ranked(_RANKED[word])
    return 1, _roman(word, first=place == 0)


def _hundred(words: Sequence[str], place: int) -> tuple[int, str]:
    """`one hundred`, `one hundred and one`."""
    after = place + 3 if words[place + 2 : place + 3] == ["and"] else place + 2
    if after < len(words):
        taken, rest = _spelled(words, after)
        if rest is not None and rest.isdecimal():
            return after - place + taken, str(100 + int(rest))
    return 2, "100"


def _ranked(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value, "th")
    return f"{value}{ending}"


def _roman(word: str, *, first: bool) -> str | None:
    """II and up; a lone V or X counts except as first word (V for Vendetta), a lone I never does."""
    found = _ROMAN.match(word)
    if not word or word == "i" or found is None or (first and len(word) == 1):
        return None
    tens, units = found.groups()
    value = {"ix": 9, "iv": 4}.get(units, 5 * ("v" in units) + units.count("i"))
    return str(10 * len(tens) + value)
