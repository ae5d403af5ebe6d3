"""Forms with several fields, as values, and how they become Discord's modals.

A form holds nothing but its custom_id: one that was open while the bot restarted can still be sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

import discord
from discord import ui

from bot.ui.action_ids import Component, encode
from bot.ui.actions import Action
from bot.ui.limits import CHOICE_NAME, CHOICES, FORM_LABEL, FORM_TITLE, PLACEHOLDER, clip
from bot.ui.message import Option
from bot.ui.message_view import option_of

MOST_FIELDS = 5
MOST_TYPED = 4000
MOST_TICKS = 10
LONGEST_NOTE = 2000


class FieldKind(Enum):
    """How a field is filled."""

    LINE = "line"
    TEXT = "text"
    RADIO = "radio"
    MENU = "menu"
    TICKS = "ticks"
    ROLE = "role"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    kind: FieldKind
    label: str
    hint: str = ""
    value: tuple[str, ...] = ()
    """What it holds when the form opens."""
    options: tuple[Option, ...] = ()
    required: bool = False
    most: int | None = None
    """The most characters, or the most choices of a menu."""
    example: str = ""
    """Stands in a text until something is typed."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form, and the action that sending it asks for."""

    title: str
    action: Action
    fields: tuple[Field, ...]
    note: str = ""
    """Shown above the fields; it takes the room of one."""


def modal_of(form: Form) -> ui.Modal:
    """The form as Discord shows it."""
    modal = ui.Modal(title=clip(form.title, FORM_TITLE), custom_id=encode(form.action, Component.FORM))
    if form.note:
        modal.add_item(ui.TextDisplay(clip(form.note, LONGEST_NOTE)))
    for field in form.fields[: MOST_FIELDS - bool(form.note)]:
        about = clip(field.hint, CHOICE_NAME) or None
        modal.add_item(
            ui.Label(
                text=clip(field.label, FORM_LABEL), description=about, component=_ITEMS[field.kind](field)
            )
        )
    modal.stop()  # Nobody waits for it: what is sent is found by its custom_id.
    return modal


def _text(field: Field) -> ui.Item[Any]:
    long = field.kind is FieldKind.TEXT
    most = field.most or (MOST_TYPED if long else CHOICE_NAME)
    held = "\n".join(field.value)[:MOST_TYPED]
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if long else discord.TextStyle.short,
        default=held or None,
        placeholder=clip(field.example, PLACEHOLDER) or None,
        required=field.required,
        # What was typed too long comes back whole, to be shortened there.
        max_length=min(MOST_TYPED, max(most, len(held))),
    )


def _radio(field: Field) -> ui.Item[Any]:
    options = [
        discord.RadioGroupOption(
            label=clip(one.label, CHOICE_NAME),
            value=one.value,
            description=clip(one.about, CHOICE_NAME) or None,
            default=one.value in field.value,
        )
        for one in field.options[:MOST_TICKS]
    ]
    return ui.RadioGroup(custom_id=field.name, options=options, required=field.required)


def _ticks(field: Field) -> ui.Item[Any]:
    options = [
        discord.CheckboxGroupOption(
            label=clip(one.label, CHOICE_NAME),
            value=one.value,
            description=clip(one.about, CHOICE_NAME) or None,
            default=one.value in field.value,
        )
        for one in field.options[:MOST_TICKS]
    ]
    return ui.CheckboxGroup(
        custom_id=field.name,
        options=options,
        required=field.required,
        min_values=0,
        max_values=len(options),
    )


def _menu(field: Field) -> ui.Item[Any]:
    options = [option_of(one) for one in field.options[:CHOICES]]
    for option in options:
        option.default = option.value in field.value
    return ui.Select(
        custom_id=field.name,
        options=options,
        required=field.required,
        min_values=1 if field.required else 0,
        max_values=min(field.most or 1, len(options)),
    )


def _role(field: Field) -> ui.Item[Any]:
    held = [
        discord.SelectDefaultValue(id=int(one), type=discord.SelectDefaultValueType.role)
        for one in field.value
    ]
    return ui.RoleSelect(custom_id=field.name, required=field.required, min_values=0, default_values=held)


def _channel(field: Field) -> ui.Item[Any]:
    held = [
        discord.SelectDefaultValue(id=int(one), type=discord.SelectDefaultValueType.channel)
        for one in field.value
    ]
    return ui.ChannelSelect(
        custom_id=field.name,
        channel_types=[discord.ChannelType.text],
        required=field.required,
        min_values=0,
        default_values=held,
    )


_ITEMS: dict[FieldKind, Callable[[Field], ui.Item[Any]]] = {
    FieldKind.LINE: _text,
    FieldKind.TEXT: _text,
    FieldKind.RADIO: _radio,
    FieldKind.MENU: _menu,
    FieldKind.TICKS: _ticks,
    FieldKind.ROLE: _role,
    FieldKind.CHANNEL: _channel,
}
