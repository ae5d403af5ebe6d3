"""/movie, /rating, /warnings, /reviews, /talk: one film, at a glance or one part of its entry."""

import discord
from discord import app_commands

from bot.client import Usher
from bot.film.title_choices import titles
from bot.ui.limits import TITLE
from knowledge.questions import Intent, Question

PARTS: dict[str, tuple[str, Question | None]] = {
    "movie": ("A film at a glance: for whom, and what is in it", None),
    "rating": ("The official rating and what it means", Question(Intent.AGE_RATING)),
    "warnings": ("Everything that is in it, most first", Question(Intent.WARNINGS_OVERVIEW)),
    "reviews": ("What parents, teens and reviewers say", Question(Intent.REVIEW_SUMMARY)),
    "talk": ("Questions for the family to talk about afterwards", Question(Intent.TALK_ABOUT)),
}


def add_part(bot: Usher, name: str, purpose: str, question: Question | None) -> None:
    """Adds the command that shows this part of a film's entry."""

    @app_commands.describe(title="The film's title; a year in brackets helps")
    @app_commands.autocomplete(title=titles)
    async def part(interaction: discord.Interaction, title: app_commands.Range[str, 1, TITLE]) -> None:
        await bot.answer(interaction, lambda replier: replier.film(title, interaction.locale.value, question))

    bot.tree.add_command(app_commands.Command(name=name, description=purpose, callback=part))


async def setup(bot: Usher) -> None:
    """Adds the commands."""
    for name, (purpose, question) in PARTS.items():
        add_part(bot, name, purpose, question)
