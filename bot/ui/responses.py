"""How messages and forms are sent, edited and acknowledged. What they say is made elsewhere."""

import asyncio
from collections.abc import Awaitable
from enum import Enum
from typing import TypeVar

import discord

from bot.ui.card import Card
from bot.ui.message import Message
from bot.ui.message_view import files_of, message_view
from bot.ui.modals import Form, modal_of
from knowledge.storage.database import DatabaseAway

R = TypeVar("R")
UNKNOWN_MESSAGE = 10008
"""Discord's code for a message that is gone."""
SECONDS = 2.0
"""Discord waits 3 seconds for the first sign."""


class Defer(Enum):
    """Where the answer will stand that takes longer than Discord waits."""

    HERE = "here"
    """In place of the private message that was pressed, else as for `BESIDE`."""
    BESIDE = "beside"
    """In a new message to the person alone."""


async def defer(interaction: discord.Interaction, where: Defer = Defer.HERE) -> None:
    """Says that work has begun: for up to 15 minutes the answer can follow."""
    if where is Defer.HERE and is_private_message(interaction):
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


async def send_or_edit(interaction: discord.Interaction, message: Message) -> None:
    """Shows a message to the person alone: in place of the one that was pressed, else as a new one.

    What was pressed, or stood for the answer to come, may have been dismissed meanwhile.
    """
    try:
        await _edit(interaction, message)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        await _send_new(interaction, message)


async def _edit(interaction: discord.Interaction, message: Message) -> None:
    if interaction.response.is_done():
        await interaction.edit_original_response(view=message_view(message), attachments=files_of(message))
    elif is_private_message(interaction):
        await interaction.response.edit_message(view=message_view(message), attachments=files_of(message))
    else:
        await _send_new(interaction, message)


async def _send_new(interaction: discord.Interaction, message: Message) -> None:
    done, response = interaction.response.is_done(), interaction.response
    send = interaction.followup.send if done else response.send_message
    await send(view=message_view(message), files=files_of(message), ephemeral=True)


async def open_form(interaction: discord.Interaction, form: Form) -> None:
    """Opens a form; nothing else may have answered before."""
    await interaction.response.send_modal(modal_of(form))


async def within_deadline(reading: Awaitable[R]) -> R:
    """What is read, in time for a form to open. Raises DatabaseAway."""
    try:
        return await asyncio.wait_for(reading, SECONDS)
    except TimeoutError as error:
        raise DatabaseAway from error


def is_private_message(interaction: discord.Interaction) -> bool:
    """Whether this came from a message that only this person sees."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def show_beside(interaction: discord.Interaction, card: Card) -> None:
    """Shows a card to the person alone, and leaves the message that was pressed as it is."""
    await interaction.response.send_message(view=message_view(Message((card,))), ephemeral=True)
