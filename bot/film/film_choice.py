"""/suggest and /compare: which film to watch, and how two or three differ."""

import discord
from discord import app_commands

from bot.film.film_feature import FilmFeature
from bot.film.wishes import Wish, avoidable, compared, suggested
from bot.ui.command_words import about, about_option
from bot.ui.limits import CHOICES, QUESTION, TITLE

LONGEST, SHORTEST = 400, 20
"""Minutes that a film may be asked to be at most."""
Title = app_commands.Range[str, 1, TITLE]
Words = app_commands.Range[str, 1, QUESTION]


class FilmChoice(FilmFeature):
    """Commands for a family that has not chosen yet."""

    @app_commands.command(description=about("suggest"))
    @app_commands.describe(
        ages=about_option("ages"),
        like=about_option("like"),
        theme=about_option("theme"),
        avoid=about_option("avoid"),
        minutes=about_option("minutes"),
    )
    @app_commands.autocomplete(like=FilmFeature.titles)
    async def suggest(
        self,
        interaction: discord.Interaction,
        ages: Words | None = None,
        like: Title | None = None,
        theme: Words | None = None,
        avoid: Words | None = None,
        minutes: app_commands.Range[int, SHORTEST, LONGEST] | None = None,
    ) -> None:
        """Films that fit the youngest; for a child's age only to the asker."""
        wish = Wish(ages or "", like or "", theme or "", avoid or "", minutes)
        locale = interaction.locale.value
        await self.responder.answer(interaction, lambda replier: suggested(replier, wish, locale))

    @suggest.autocomplete("avoid")
    async def _topics(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """What can be avoided, by its name."""
        replier, locale = self.resources.replier(interaction.guild_id), interaction.locale.value
        named = [name for name in avoidable(replier, locale) if typed.casefold() in name.casefold()]
        return [app_commands.Choice(name=name, value=name) for name in named[:CHOICES]]

    @app_commands.command(description=about("compare"))
    @app_commands.describe(
        film=about_option("film"),
        other=about_option("other"),
        third=about_option("third"),
        ages=about_option("ages"),
    )
    @app_commands.autocomplete(film=FilmFeature.titles, other=FilmFeature.titles, third=FilmFeature.titles)
    async def compare(
        self,
        interaction: discord.Interaction,
        film: Title,
        other: Title,
        third: Title | None = None,
        ages: Words | None = None,
    ) -> None:
        """Side by side, where they differ first."""
        titles, locale = [film, other, *([third] if third else [])], interaction.locale.value
        await self.responder.answer(
            interaction, lambda replier: compared(replier, titles, ages or "", locale)
        )
