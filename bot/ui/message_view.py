"""Boards into Discord's components, within its limits. Buttons and menus work after a restart."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, Protocol, Self, TypeVar, cast

import discord
from discord import ui

from bot.ui.actions import BUTTON, CHOSEN, MENU, Action, decode, encode
from bot.ui.card_view import view_of
from bot.ui.limits import BUTTON_LABEL, BUTTONS_IN_ROW, CHOICE_NAME, CHOICES, PLACEHOLDER, clip
from bot.ui.message import Button, Menu, Message, Option

MOST_MENUS = 4
MOST_ACTIONS = 15
"""Three rows; with four menus and three cards that is below 40 components."""

View = ui.LayoutView
Used = TypeVar("Used", bound=ui.Item[Any])


class Ordered(Protocol):
    """The bot, as far as a button knows it."""

    async def ordered(self, interaction: discord.Interaction, action: Action) -> None:
        """Does what is ordered."""
        ...


class Carrying(ui.DynamicItem[Used], template=BUTTON):
    """What carries an order, made from a board or found again on an old message."""

    def __init__(self, item: Used, action: Action) -> None:
        super().__init__(item)
        self._action = action

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[View], match: re.Match[str], /
    ) -> Self:
        """What was pressed or used."""
        del interaction  # the library hands it over; the custom_id says all
        return cls(cast("Used", item), decode(match))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Hands the order to the bot, with what was chosen."""
        data = cast("dict[str, Any]", interaction.data)
        action = (
            self._action.with_values({CHOSEN: tuple(data["values"])}) if "values" in data else self._action
        )
        await cast("Ordered", interaction.client).ordered(interaction, action)


class ActionButton(Carrying[ui.Button[View]], template=BUTTON):
    """A button that carries an order."""


class ActionMenu(Carrying[ui.Select[View]], template=MENU):
    """A menu that carries an order."""


def message_view(message: Message) -> ui.LayoutView:
    """One message; what is over a limit is left off at the end."""
    view = view_of(message.cards)
    if message.file:
        view.add_item(ui.File(f"attachment://{message.file.name}"))
    for menu in message.menus[:MOST_MENUS]:
        view.add_item(_row([_menu(menu)]))
    for row in _rows(message.buttons[:MOST_ACTIONS]):
        view.add_item(row)
    return view


def files_of(message: Message) -> list[discord.File]:
    """The file that goes with it, to be sent once."""
    if message.file is None:
        return []
    return [discord.File(BytesIO(message.file.text.encode()), message.file.name)]


def option_of(option: Option) -> discord.SelectOption:
    """A line of a menu within its limits; its value is a name of something and never cut."""
    about = clip(option.about, CHOICE_NAME) or None
    return discord.SelectOption(label=clip(option.label, CHOICE_NAME), value=option.value, description=about)


def _menu(menu: Menu) -> ActionMenu:
    select: ui.Select[View] = ui.Select(
        custom_id=encode(menu.action, "n"),
        placeholder=clip(menu.hint, PLACEHOLDER),
        options=[option_of(option) for option in menu.options[:CHOICES]],
    )
    return ActionMenu(select, menu.action)


def _rows(actions: tuple[Button, ...]) -> Iterator[ui.ActionRow[View]]:
    for start in range(0, len(actions), BUTTONS_IN_ROW):
        yield _row([_button(action) for action in actions[start : start + BUTTONS_IN_ROW]])


def _row(items: Sequence[ActionButton | ActionMenu]) -> ui.ActionRow[View]:
    row: ui.ActionRow[View] = ui.ActionRow()
    for item in items:
        row.add_item(item)
    return row


def _button(action: Button) -> ActionButton:
    button: ui.Button[View] = ui.Button(
        label=clip(action.label, BUTTON_LABEL),
        custom_id=encode(action.action, "m"),
        style=action.style.value,
    )
    return ActionButton(button, action.action)
