"""A card on a phone: how tall it is there, and how much it may say to fit. Heights are in lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.ui.markdown import unmarked

WIDTH = 45
"""Characters of a line."""
LINES = 18
"""What is read before the buttons, in three seconds."""
BULLET = "- "


@dataclass(frozen=True, slots=True)
class Room:
    """How much a card may say."""

    text: int
    """Characters of one text."""
    items: int
    """Lines of one list."""
    voices: int
    """Opinions in the line of voices; without any the rating's reason is left out as well."""
    names: bool = False
    """Reasons by their names alone, without their sentences."""


WHOLE = Room(900, 40, 3)
ROOMS = (
    Room(400, 8, 3),
    Room(200, 5, 3),
    Room(160, 4, 3),
    Room(140, 3, 3),
    Room(140, 2, 2),
    Room(110, 2, 2),
    Room(110, 2, 1),
    Room(90, 2, 1),
    Room(90, 1, 1),
    Room(70, 1, 1),
    Room(45, 1, 0),
    Room(45, 1, 0, names=True),
    Room(45, 0, 0, names=True),
)
"""From much to the bare answer; a card that is too tall takes the first in which it fits."""


def height(lines: Iterable[str]) -> int:
    """How many lines these are on a phone; the addresses of links and mark-up take no room."""
    return sum(_wrapped(line) for text in lines for line in text.split("\n"))


@lru_cache(10_000)
def _wrapped(line: str) -> int:
    """A card is measured in one room after another, and most of its lines stay as they are."""
    indent = len(BULLET) if line.startswith(BULLET) else 0
    lines, used = 1, 0
    for word in unmarked(line).split():
        if used and used + 1 + len(word) > WIDTH:
            lines, used = lines + 1, indent + len(word)
        else:
            used += len(word) + bool(used)
        while used > WIDTH:
            lines, used = lines + 1, used - WIDTH
    return lines


def fit_height(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """As many whole lines as are at most so tall."""
    kept: list[str] = []
    for line in lines:
        if height([*kept, line]) > most:
            break
        kept.append(line)
    return tuple(kept)
