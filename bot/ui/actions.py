"""What a moderator's buttons, menus and forms ask for, in the 100 characters of a custom_id."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.ui.limits import CUSTOM_ID, CUT, clip
from knowledge.titles.films import is_film_id

BUTTON = r"m:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
MENU = r"n:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
FORM = r"f:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)"
CHOSEN = "chosen"
"""The name under which what was chosen in a menu stands."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: which, about which film, and what was chosen or typed."""

    verb: str
    movie: str = ""
    """An entry's id, or empty."""
    detail: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What a menu or a form holds, by the name of its field."""

    def one(self, name: str = CHOSEN) -> str:
        """The single value of a field, or an empty text."""
        return next(iter(self.values.get(name, ())), "")

    @property
    def typed(self) -> str:
        """All that was typed or chosen, to be said back."""
        return " · ".join(" ".join(values) for values in self.values.values() if values)

    def with_values(self, values: Mapping[str, tuple[str, ...]]) -> "Action":
        """The same with what was chosen or typed."""
        return replace(self, values=values)


def encode(action: Action, kind: str) -> str:
    """The custom_id of a button `m`, a menu `n` or a form `f`.

    A film's id is never cut; a text in `rest` that is too long ends in `CUT`.
    """
    movie = action.movie if is_film_id(action.movie) else ""
    head = f"{kind}:{action.verb}:{movie}:"
    return head + clip(" ".join(action.detail.split()), CUSTOM_ID - len(head))


def uncut(text: str) -> str:
    """A text that an order carried, or an empty one where only its beginning had room."""
    return "" if text.endswith(CUT) else text


def decode(match: re.Match[str]) -> Action:
    """The order that a custom_id carries."""
    return Action(match["verb"], match["movie"], match["rest"])
