"""What features share that answer parents: how answers are sent, and titles to choose from."""

import discord
from discord import app_commands

from bot.feature import Feature
from bot.film.responder import Responder
from bot.resources import Resources
from bot.ui.film_autocomplete import choice_of
from bot.ui.limits import CHOICES
from knowledge.answers import Suggestions
from knowledge.guide import Guide
from knowledge.library import film_of
from knowledge.questions import Intent, Question


class FilmFeature(Feature):
    """A feature that answers about films."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self.responder = Responder(resources)

    async def titles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The best known films for what is typed so far; before that, what fits."""
        replier = self.resources.replier(interaction.guild_id)
        begun = replier.complete(typed)
        if typed.strip():
            return list(begun)
        choices = (*self._fitting(interaction, replier.guide), *begun)
        return list({choice.value: choice for choice in choices}.values())[:CHOICES]

    def _fitting(self, interaction: discord.Interaction, guide: Guide) -> list[app_commands.Choice[str]]:
        """Before anything is typed: what fits the ages that this person asked about last."""
        spoken = self.responder.spoken_of(interaction)
        ages = spoken.question.ages if spoken and spoken.question else ()
        found = guide.answer(Question(Intent.SUGGEST, ages=ages))
        films = found.films if isinstance(found, Suggestions) else ()
        return [choice_of(film_of(one.movie)) for one in films]
