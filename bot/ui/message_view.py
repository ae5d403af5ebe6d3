"""Messages into Discord's components, within its limits.

A view holds nothing that its custom_ids do not say: it is stopped before it is sent, so that the library
keeps none of them, and what is pressed is found by its custom_id, also after a restart.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import discord
import orjson
from discord import ui

from bot.ui.action_ids import Component, can_encode, encode
from bot.ui.card import Button, Card, Link
from bot.ui.limits import (
    ALT_TEXT,
    BUTTON_LABEL,
    BUTTONS_IN_ROW,
    CHOICE_NAME,
    CHOICES,
    COMPONENTS,
    PLACEHOLDER,
    TEXT_IN_MESSAGE,
    clip,
    fit,
)
from bot.ui.message import Menu, Message, Option, Picture

PARTS_OF_A_CARD = 3
"""The container, its text and its small text."""
PARTS_OF_A_MENU = 2
"""Its row and itself."""
MOST_MENUS = 4
MOST_BUTTONS = 15
"""Below the cards, in three rows."""

Item = ui.Item[Any]
Row = ui.ActionRow[ui.LayoutView]


class KeptView(ui.LayoutView):
    """A view as Discord is told of it, drawn once and packed: it can be sent again and again."""

    def __init__(self, drawn: ui.LayoutView) -> None:
        super().__init__(timeout=None)
        self._packed = orjson.dumps(drawn.to_components())
        self.stop()

    def has_components_v2(self) -> bool:
        """All of ours have."""
        return True

    def to_components(self) -> list[dict[str, Any]]:
        """What Discord is told."""
        return orjson.loads(self._packed)


def message_view(message: Message) -> ui.LayoutView:
    """One message; what is over a limit is left off at the end, of a card never its heading."""
    view, seen = ui.LayoutView(timeout=None), set[str]()
    menus = [_row([_menu(menu)]) for menu in message.menus[:MOST_MENUS]]
    buttons = list(_fresh(message.buttons[:MOST_BUTTONS], seen))
    rows = list(_in_rows(buttons))
    attached = bool(message.file) + bool(message.picture)
    beside = len(menus) * PARTS_OF_A_MENU + len(rows) + len(buttons) + attached
    for card in message.cards:
        parts, room = (COMPONENTS - beside) // len(message.cards), TEXT_IN_MESSAGE // len(message.cards)
        view.add_item(_container(card, room, parts - PARTS_OF_A_CARD, seen))
    if message.file:
        view.add_item(ui.File(f"attachment://{message.file.name}"))
    if message.picture:
        view.add_item(_gallery(message.picture))
    for row in (*menus, *rows):
        view.add_item(row)
    view.stop()
    return view


def files_of(message: Message) -> list[discord.File]:
    """The file and the picture that go with it, to be sent once."""
    files: list[discord.File] = []
    if message.file:
        held = message.file.text
        data = held.encode() if isinstance(held, str) else held
        files.append(discord.File(BytesIO(data), message.file.name))
    if message.picture:
        files.append(discord.File(BytesIO(message.picture.data), message.picture.name))
    return files


def _gallery(picture: Picture) -> ui.MediaGallery[ui.LayoutView]:
    """The picture with its words, which a screen reader reads."""
    shown = discord.MediaGalleryItem(f"attachment://{picture.name}", description=clip(picture.alt, ALT_TEXT))
    return ui.MediaGallery(shown)


def option_of(option: Option) -> discord.SelectOption:
    """A line of a menu within its limits; its value is a name of something and never cut."""
    about = clip(option.about, CHOICE_NAME) or None
    return discord.SelectOption(label=clip(option.label, CHOICE_NAME), value=option.value, description=about)


def _container(card: Card, room: int, parts: int, seen: set[str]) -> ui.Container[ui.LayoutView]:
    """A card with its buttons in rows of five, links last."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=discord.Colour(card.accent.value))
    for text in _texts(card, room):
        container.add_item(ui.TextDisplay(text))
    items = [*_fresh(card.buttons, seen), *map(_link, card.links)]
    most = parts * BUTTONS_IN_ROW // (BUTTONS_IN_ROW + 1)
    for row in _in_rows(items[:most]):
        container.add_item(row)
    return container


def _texts(card: Card, room: int) -> Iterable[str]:
    """The card's two texts: what is said, and the small print."""
    small, _ = fit(card.small, room // 3)
    printed = "\n".join(small)
    head = [card.heading] if card.heading else []
    said, cut = fit([*head, *card.lines], room - len(printed) - 2)
    if cut:
        said.append("…")
    yield "\n".join(said)
    if printed:
        yield printed


def _fresh(buttons: Iterable[Button], seen: set[str]) -> Iterator[Item]:
    """Those whose film a custom_id can hold, each custom_id once a message."""
    for one in buttons:
        custom_id = encode(one.action)
        if can_encode(one.action) and custom_id not in seen:
            seen.add(custom_id)
            style = discord.ButtonStyle[one.style.value]
            yield ui.Button(label=clip(one.label, BUTTON_LABEL), custom_id=custom_id, style=style)


def _in_rows(items: Sequence[Item]) -> Iterator[Row]:
    for start in range(0, len(items), BUTTONS_IN_ROW):
        yield _row(items[start : start + BUTTONS_IN_ROW])


def _row(items: Iterable[Item]) -> Row:
    row: Row = ui.ActionRow()
    for item in items:
        row.add_item(item)
    return row


def _link(link: Link) -> Item:
    return ui.Button(label=clip(link.label, BUTTON_LABEL), url=link.url)


def _menu(menu: Menu) -> Item:
    return ui.Select(
        custom_id=encode(menu.action, Component.MENU),
        placeholder=clip(menu.hint, PLACEHOLDER),
        options=[option_of(option) for option in menu.options[:CHOICES]],
    )
