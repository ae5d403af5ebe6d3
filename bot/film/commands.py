"""/movie, /rating, /warnings, /reviews, /talk: one film, at a glance or one part of its entry."""

import discord
from discord import app_commands

from bot.client import Usher
from bot.film.title_choices import titles
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


def add_part(bot: Usher, name: str, question: Question | None) -> None:
    """Adds the command that shows this part of a film's entry."""

    @app_commands.describe(title=about_option("title"))
    @app_commands.autocomplete(title=titles)
    async def part(interaction: discord.Interaction, title: app_commands.Range[str, 1, TITLE]) -> None:
        await bot.answer(interaction, lambda replier: replier.film(title, interaction.locale.value, question))

    bot.tree.add_command(app_commands.Command(name=name, description=about(name), callback=part))


async def setup(bot: Usher) -> None:
    """Adds the commands."""
    for name, question in PARTS.items():
        add_part(bot, name, question)
