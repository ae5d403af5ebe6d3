"""Forms that open from a card's buttons. What was typed goes back to the bot."""

from collections.abc import Awaitable, Callable

import discord
from discord import ui

from bot.cards.limits import FORM_LABEL, FORM_TITLE, PLACEHOLDER, QUESTION, clip
from bot.cards.phrases import Phrases

Typed = Callable[[discord.Interaction, str], Awaitable[None]]
Failed = Callable[[discord.Interaction, Exception], Awaitable[None]]


class LineForm(ui.Modal):
    """One line to type, as in "Ask"."""

    def __init__(self, say: Phrases, kind: str, typed: Typed, failed: Failed, most: int = QUESTION) -> None:
        super().__init__(title=clip(say(f"form.{kind}_title"), FORM_TITLE), custom_id=f"form:{kind}")
        hint = clip(say(f"form.{kind}_hint"), PLACEHOLDER)
        self._line: ui.TextInput[LineForm] = ui.TextInput(placeholder=hint, max_length=most, custom_id="line")
        label = clip(say(f"form.{kind}_label"), FORM_LABEL)
        self.add_item(ui.Label(text=label, component=self._line))
        self._typed = typed
        self._failed = failed

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        """Hands on what was typed."""
        await self._typed(interaction, self._line.value)

    async def on_error(self, interaction: discord.Interaction, error: Exception, /) -> None:
        """A fault is told to the person who typed."""
        await self._failed(interaction, error)
