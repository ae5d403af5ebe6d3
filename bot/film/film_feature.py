"""What features share that answer parents: how answers are sent, and titles to choose from."""

import discord
from discord import app_commands

from bot.feature import Feature
from bot.film.responder import Responder
from bot.resources import Resources
from bot.ui.film_label import choice_name
from bot.ui.limits import CHOICES, TITLE
from knowledge.titles.films import is_film_id


class FilmFeature(Feature):
    """A feature that answers about films."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self.responder = Responder(resources)

    async def titles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The best known films for what is typed so far."""
        begun = self.resources.replier(interaction.guild_id).complete(typed[:TITLE], CHOICES)
        named = [film for film in begun if is_film_id(film.id)]
        return [app_commands.Choice(name=choice_name(film), value=film.id) for film in named[:CHOICES]]
