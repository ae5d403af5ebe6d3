"""What a moderator sees, as a value: cards, and below them menus and buttons that carry orders."""

from dataclasses import dataclass, field, replace
from enum import Enum

import discord

from bot.ui.actions import Order
from bot.ui.card import Card


class Look(Enum):
    """The colour of a button."""

    PLAIN = discord.ButtonStyle.secondary
    MAIN = discord.ButtonStyle.primary
    GOOD = discord.ButtonStyle.success
    GRAVE = discord.ButtonStyle.danger


@dataclass(frozen=True, slots=True)
class Action:
    """A button."""

    label: str
    order: Order
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu, or one choice of a form."""

    label: str
    value: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of which one line is chosen."""

    hint: str
    order: Order
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to download."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Board:
    """One message."""

    cards: tuple[Card, ...]
    menus: tuple[Menu, ...] = field(default=())
    actions: tuple[Action, ...] = field(default=())
    file: Attached | None = None

    def saying(self, *lines: str) -> "Board":
        """The board with these lines before those of its first card."""
        first, *others = self.cards
        told = replace(first, lines=(*lines, *first.lines))
        return replace(self, cards=(told, *others))


def told(*lines: str, actions: tuple[Action, ...] = (), heading: str | None = None) -> Board:
    """A board that only says something."""
    return Board((Card(heading, lines),), actions=actions)
