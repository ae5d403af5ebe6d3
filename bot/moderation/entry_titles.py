"""Autocomplete over the entries of a server's guide. No cog: all cogs use it."""

import discord
from discord import app_commands

from bot.cards.finding import choice_name
from bot.cards.limits import CHOICES
from bot.client import Usher
from bot.moderation.rights import is_moderator
from knowledge.guide import film_of
from knowledge.titles.folding import fold


async def entry_titles(interaction: discord.Interaction[Usher], typed: str) -> list[app_commands.Choice[str]]:
    """The entries whose title holds what is typed so far; those that begin with it first."""
    storage = interaction.client.storage
    if not is_moderator(interaction, storage.settings(interaction.guild_id)):
        return []
    wanted = fold(typed)
    names = {movie.id: fold(movie.heading) for movie in storage.library(interaction.guild_id).movies.values()}
    found = sorted((name.find(wanted) > 0, name, movie) for movie, name in names.items() if wanted in name)[
        :CHOICES
    ]
    movies = storage.library(interaction.guild_id)
    return [
        app_commands.Choice(name=choice_name(film_of(movies[movie])), value=movie) for _, _, movie in found
    ]


def entry_id(interaction: discord.Interaction[Usher], title: str) -> str:
    """The id of the entry that a chosen or typed title means; as it was typed where none is certain."""
    if title in interaction.client.storage.library(interaction.guild_id).movies:
        return title
    return interaction.client.desk(interaction.guild_id).film_id(title) or title
