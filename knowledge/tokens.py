"""A text as tokens: words, numbers and signs with their places. What they mean is decided elsewhere."""

import re
from typing import NamedTuple

from knowledge.titles.folding import fold

LONGEST = 4000
"""Letters of a text that are read; Discord sends no more."""
_TOKEN = re.compile(
    r"\d+|(?:[ldjcnsmt]|qu)['’](?=[^\W\d_]{2})|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]|_",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """One token as typed, where it stands, and in small letters without accents; a sign stays as it is."""

    text: str
    start: int
    end: int
    word: str


def tokenise(text: str) -> list[Token]:
    """The tokens of a text; letters and digits are apart."""
    found = _TOKEN.finditer(text[:LONGEST])
    return [Token(each.group(), each.start(), each.end(), _word(each.group())) for each in found]


def _word(raw: str) -> str:
    if raw.isascii():
        return raw.lower()
    folded = fold(raw)
    return folded if folded and " " not in folded else raw


def shape(raw: str) -> str:
    """What it looks like: digits by their number, capitals, small letters, a sign."""
    if raw.isdigit():
        return f"d{min(len(raw), 5)}"
    if raw.isupper():
        return "U" if len(raw) > 1 else "u"
    if raw[:1].isupper():
        return "T"
    return "l" if raw.islower() else f"p{raw}" if len(raw) == 1 else "x"
