"""Autocomplete for every title option. No cog: all cogs use it."""

import discord
from discord import app_commands

from bot.client import Usher
from bot.film.not_found_cards import choice_name
from bot.ui.limits import CHOICES, TITLE
from knowledge.titles.films import is_film_id


async def titles(interaction: discord.Interaction[Usher], typed: str) -> list[app_commands.Choice[str]]:
    """The best known films for what is typed so far."""
    films = interaction.client.replier(interaction.guild_id).guide.titles.complete(typed[:TITLE], CHOICES)
    named = [film for film in films if is_film_id(film.id)]
    return [app_commands.Choice(name=choice_name(film), value=film.id) for film in named[:CHOICES]]
