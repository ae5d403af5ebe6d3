"""One message as a value: cards, and below them menus, buttons and a file."""

from dataclasses import dataclass, field, replace

from bot.ui.actions import Action
from bot.ui.card import Button, Card


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
    action: Action
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to download."""

    name: str
    text: str | bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, and the same in words for who cannot see it."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message."""

    cards: tuple[Card, ...]
    menus: tuple[Menu, ...] = field(default=())
    buttons: tuple[Button, ...] = field(default=())
    file: Attachment | None = None
    picture: Picture | None = None

    def saying(self, *lines: str) -> "Message":
        """The message with these lines before those of its first card."""
        first, *others = self.cards
        card = replace(first, lines=(*lines, *first.lines))
        return replace(self, cards=(card, *others))


def text_message(*lines: str, actions: tuple[Button, ...] = (), heading: str | None = None) -> Message:
    """A message that only says something."""
    return Message((Card(heading, lines),), buttons=actions)
