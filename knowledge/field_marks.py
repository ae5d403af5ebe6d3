"""What stands beside a field of an entry: how it is typed, what names its items, whether it may spoil."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Box(StrEnum):
    """What a form has for a field."""

    LINE = "line"
    TEXT = "text"
    MENU = "menu"
    RADIO = "radio"


class NameOf(StrEnum):
    """What a field's values are names of; whether there is one of that name is for checks to say."""

    SOURCE = "source"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class RightForm:
    """Beside the pattern of a text: what is said of one that has another form."""

    key: str
    """Of faults.toml."""


class Wanted(Enum):
    """When it is said that something is still empty."""

    NEVER = 0
    WHILE_WRITTEN = 1
    ALWAYS = 2
    """Also of an entry that is published."""


@dataclass(frozen=True, slots=True)
class InSection:
    """The section of the form in which a field is written, or all fields of a table."""

    name: str
    wanted: Wanted = Wanted.WHILE_WRITTEN


@dataclass(frozen=True, slots=True)
class Input:
    """How a field is typed in its section. Several fields of one name are typed together."""

    box: Box
    most: int | None = None
    """Characters, or choices of a menu."""
    name: str = ""
    """What the form calls it, if not as the model does."""
    apart: str = ""
    """What stands between the items of a list."""
    place: int = 0
    """Before the others of its form if below 0, after them if above."""


@dataclass(frozen=True, slots=True)
class ItemKey:
    """The fields that tell the items of a list apart."""

    fields: tuple[str, ...]
    found_again: bool = True
    """Whether an item is looked up by them; else by its place, and lists are merged as a whole."""


@dataclass(frozen=True, slots=True)
class Spoils:
    """The text may give the plot away: readers see it only where they ask for it."""


@dataclass(frozen=True, slots=True)
class NotTyped:
    """No form has it: Usher sets it, or it is written in files alone."""
