"""What a moderator's buttons, menus and forms ask for, in the 100 characters of a custom_id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.cards.limits import CUSTOM_ID

BUTTON = r"m:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
MENU = r"n:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
FORM = r"f:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
CHOSEN = "chosen"
"""The name under which what was chosen in a menu stands."""


@dataclass(frozen=True, slots=True)
class Order:
    """One thing to do: which, about which film, and what was chosen or typed."""

    verb: str
    movie: str = ""
    """An entry's id, or empty."""
    rest: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What a menu or a form holds, by the name of its field."""

    def one(self, name: str = CHOSEN) -> str:
        """The single value of a field, or an empty text."""
        return next(iter(self.values.get(name, ())), "")

    def with_values(self, values: Mapping[str, tuple[str, ...]]) -> "Order":
        """The same with what was chosen or typed."""
        return replace(self, values=values)


def carried(order: Order, kind: str) -> str:
    """The custom_id of a button `m`, a menu `n` or a form `f`; where it is too long, `rest` is cut."""
    rest = " ".join(order.rest.split())
    return f"{kind}:{order.verb}:{order.movie}:{rest}"[:CUSTOM_ID]


def order_of(match: re.Match[str]) -> Order:
    """The order that a custom_id carries."""
    return Order(match["verb"], match["movie"], match["rest"])
