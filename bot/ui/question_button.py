"""The one kind of button: it carries its question in its custom_id, so it works after a restart."""

import re
from typing import Protocol, Self, cast

import discord
from discord import ui

from bot.ui.limits import BUTTON_LABEL, clip
from bot.ui.question_ids import PATTERN


class Pressed(Protocol):
    """The bot, as far as a button knows it."""

    async def pressed(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Does what the button's custom_id says."""
        ...


class PressButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=PATTERN):
    """A button made from a Press, or found again on an old message."""

    def __init__(
        self,
        label: str | None,
        custom_id: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        match: re.Match[str] | None = None,
    ) -> None:
        shown = clip(label, BUTTON_LABEL) if label else None
        super().__init__(ui.Button(label=shown, custom_id=custom_id, style=style))
        self._match = match

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[ui.LayoutView], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        del interaction  # the library hands it over; the button itself says all
        button = cast("ui.Button[ui.LayoutView]", item)
        return cls(button.label, match.string, button.style, match)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Hands the press to the bot."""
        if self._match is not None:
            await cast("Pressed", interaction.client).pressed(interaction, self._match)
