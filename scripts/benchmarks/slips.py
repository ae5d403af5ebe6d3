"""Slips on a keyboard, and texts as they grow key by key. Made by chance, for measuring."""

from collections.abc import Iterator, Sequence
from random import Random

_BESIDE = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, letter in enumerate(row)
}


def slip(text: str, rng: Random) -> str:
    """One keyboard slip: a letter lost, doubled, swapped or beside the right one."""
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 3:
        return text
    at = rng.choice(places)
    letter = text[at]
    match rng.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + letter * 2 + text[at + 1 :]
        case 2:
            return text[:at] + text[at + 1 : at + 2] + letter + text[at + 2 :]
        case _:
            return text[:at] + rng.choice(_BESIDE.get(letter) or letter) + text[at + 1 :]


def keystrokes(texts: Sequence[str]) -> Iterator[str]:
    """Every start of every text, from three letters on."""
    for text in texts:
        yield from (text[:end] for end in range(3, len(text) + 1))
