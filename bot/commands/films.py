"""/movie, /rating, /warnings, /reviews, /talk: one film, one part of its entry."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.commands.titles import titles
from knowledge.questions import Intent, Question


class Films(commands.Cog):
    """A film by its title."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @app_commands.command(description="A film at a glance: for whom, and what is in it")
    @app_commands.describe(title="The film's title; a year in brackets helps")
    @app_commands.autocomplete(title=titles)
    async def movie(self, interaction: discord.Interaction, title: str) -> None:
        """The film's card."""
        await self._bot.show(
            interaction, self._bot.desk(interaction.guild_id).film(title, interaction.locale.value)
        )

    @app_commands.command(description="The official rating and what it means")
    @app_commands.describe(title="The film's title")
    @app_commands.autocomplete(title=titles)
    async def rating(self, interaction: discord.Interaction, title: str) -> None:
        """What the boards say."""
        await self._part(interaction, title, Intent.AGE_RATING)

    @app_commands.command(description="Everything that is in it, most first")
    @app_commands.describe(title="The film's title")
    @app_commands.autocomplete(title=titles)
    async def warnings(self, interaction: discord.Interaction, title: str) -> None:
        """All findings."""
        await self._part(interaction, title, Intent.WARNINGS_OVERVIEW)

    @app_commands.command(description="What parents, teens and reviewers say")
    @app_commands.describe(title="The film's title")
    @app_commands.autocomplete(title=titles)
    async def reviews(self, interaction: discord.Interaction, title: str) -> None:
        """All voices."""
        await self._part(interaction, title, Intent.REVIEW_SUMMARY)

    @app_commands.command(description="Questions for the family to talk about afterwards")
    @app_commands.describe(title="The film's title")
    @app_commands.autocomplete(title=titles)
    async def talk(self, interaction: discord.Interaction, title: str) -> None:
        """What to talk about."""
        await self._part(interaction, title, Intent.TALK_ABOUT)

    async def _part(self, interaction: discord.Interaction, title: str, intent: Intent) -> None:
        found = self._bot.desk(interaction.guild_id).film(title, interaction.locale.value, Question(intent))
        await self._bot.show(interaction, found)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Films(bot))
