"""From a press, a choice or a sent form to whoever does it; rights and faults are seen to here, once."""

import re
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.errors import explain
from bot.retry_forms import retry_message
from bot.rights import require_moderator
from bot.ui.actions import FORM, Action, decode
from bot.ui.message import text_message
from bot.ui.modals import submitted_values
from bot.ui.responses import send_or_edit
from knowledge.storage.database import DatabaseAway

C = TypeVar("C", bound=commands.Cog)
Deed = Callable[[C, discord.Interaction[Usher], Action], Awaitable[None]]
Heard = Callable[[C, discord.Interaction[Usher], Action], Coroutine[Any, Any, None]]
LATER = (DatabaseAway, app_commands.CommandOnCooldown)
"""What passes by itself."""


def hears(verb: str, *, anyone: bool = False) -> Callable[[Deed[C]], Heard[C]]:
    """Marks what is done when this is ordered: by moderators, or by anyone."""

    def marked(deed: Deed[C]) -> Heard[C]:
        @wraps(deed)
        async def heard(self: C, interaction: discord.Interaction[Usher], action: Action) -> None:
            try:
                if not anyone:
                    require_moderator(interaction, interaction.client.storage.settings(interaction.guild_id))
                await deed(self, interaction, action)
            except Exception as error:
                await _explain(interaction, action, error)

        return commands.Cog.listener(f"on_order_{verb}")(heard)

    return marked


async def _explain(interaction: discord.Interaction[Usher], action: Action, error: Exception) -> None:
    """Nothing that was typed is lost: what could not be taken now can be sent again."""
    bot = interaction.client
    if isinstance(error, LATER) and action.typed:
        say = bot.say(interaction)
        which = bot.unsent.keep(interaction.guild_id, interaction.user.id, action)
        await send_or_edit(interaction, retry_message(action, which, explain(error, say).text, say))
    else:
        await bot.refuse(interaction, error, action.typed)


class Moderators(commands.Cog):
    """A cog whose commands are for moderators."""

    def __init__(self, bot: Usher) -> None:
        self.bot = bot

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Looked at for each command, when it is used."""
        require_moderator(interaction, self.bot.storage.settings(interaction.guild_id))
        return True


class Ordering(commands.Cog):
    """Hears sent forms, also those that were opened before a restart."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """A form of ours that was sent."""
        if interaction.type is not discord.InteractionType.modal_submit or interaction.data is None:
            return
        match = re.fullmatch(FORM, str(interaction.data.get("custom_id", "")))
        if match:
            await self._bot.ordered(interaction, decode(match).with_values(submitted_values(interaction)))

    @hears("again", anyone=True)
    async def again(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Sends once more what could not be kept; rights are looked at again."""
        unsent = self._bot.unsent.take(interaction.guild_id, interaction.user.id, action.detail)
        if unsent is None:
            gone = self._bot.say(interaction)("unsent.gone")
            await send_or_edit(interaction, text_message(gone))
        else:
            await self._bot.ordered(interaction, unsent)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Ordering(bot))
