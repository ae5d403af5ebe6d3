"""/movie, /rating, /warnings, /reviews, /talk: one film, at a glance or one part of its entry."""

import discord
from discord import app_commands

from bot.film.film_feature import FilmFeature
from bot.ui.command_words import about, about_option
from bot.ui.limits import TITLE
from knowledge.questions import Intent, Question

PARTS: dict[str, Question | None] = {
    "movie": None,
    "rating": Question(Intent.AGE_RATING),
    "warnings": Question(Intent.WARNINGS_OVERVIEW),
    "reviews": Question(Intent.REVIEW_SUMMARY),
    "talk": Question(Intent.TALK_ABOUT),
}


class PartCommands(FilmFeature):
    """A command for each part."""

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds one for each row of the table."""
        for name, question in PARTS.items():
            self._add(tree, name, question)

    def _add(self, tree: app_commands.CommandTree, name: str, question: Question | None) -> None:
        async def complete(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            return await self.titles(interaction, typed)

        @app_commands.describe(title=about_option("title"))
        @app_commands.autocomplete(title=complete)
        async def part(interaction: discord.Interaction, title: app_commands.Range[str, 1, TITLE]) -> None:
            locale = interaction.locale.value
            await self.responder.answer(interaction, lambda replier: replier.film(title, locale, question))

        tree.add_command(app_commands.Command(name=name, description=about(name), callback=part))
