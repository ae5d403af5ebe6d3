"""Titles that are initials, when somebody says them in full: the big friendly giant. Finds no film."""

from collections.abc import Sequence

from knowledge.titles.numerals import number
from knowledge.titles.words import ARTICLES

SHORTEST = 3


def first_letters(listed: Sequence[str]) -> str | None:
    """`bfg` for the big friendly giant; None for fewer than three words, or with a number among them."""
    said = [word for word in listed if word not in ARTICLES]
    numbered = any(number(word) is not None for word in said)
    return None if numbered or len(said) < SHORTEST else "".join(word[0] for word in said)


def spelled_out(title: str, letters: str) -> bool:
    """The title is written as initials are, in capitals: *The BFG* is, *Saw* is not."""
    return letters.upper() in title.replace(".", "").split()
