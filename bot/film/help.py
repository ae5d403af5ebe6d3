"""/help."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.film.replies import Reply
from bot.ui.command_words import about


class Helping(commands.Cog):
    """What Usher can do."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @app_commands.command(description=about("help"))
    async def help(self, interaction: discord.Interaction) -> None:
        """To the asker alone."""
        locale = interaction.locale.value
        await self._bot.answer(interaction, lambda replier: Reply((replier.help(locale),)), private=True)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Helping(bot))
