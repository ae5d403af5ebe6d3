"""The films that a half-typed title can mean, for every command that takes one."""

import discord
from discord import app_commands

from bot.resources import Resources
from bot.ui.film_label import choice_name
from bot.ui.limits import CHOICES, TITLE
from knowledge.titles.films import is_film_id


def title_choices(
    resources: Resources, interaction: discord.Interaction, typed: str
) -> list[app_commands.Choice[str]]:
    """The best known films for what is typed so far."""
    begun = resources.replier(interaction.guild_id).complete(typed[:TITLE], CHOICES)
    named = [film for film in begun if is_film_id(film.id)]
    return [app_commands.Choice(name=choice_name(film), value=film.id) for film in named[:CHOICES]]
