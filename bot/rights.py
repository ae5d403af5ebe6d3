"""Who may change a server's guide. Looked at anew for every command, press and sent form."""

from enum import Enum

import discord
from discord import app_commands
from discord.ext import commands

from knowledge.storage.owners import ServerId
from knowledge.storage.servers import ServerSettings


class Right(Enum):
    """Who may do something."""

    ANYONE = "anyone"
    MODERATOR = "moderator"
    OWNER = "owner"
    """The person who runs this bot."""


class NotModerator(app_commands.CheckFailure):
    """This person may not do that here, or not any more."""


class OnlyInServers(app_commands.CheckFailure):
    """There is no server whose guide could be changed."""


class NotOwner(app_commands.CheckFailure):
    """Only the person who runs this bot may do that."""


def server_of(interaction: discord.Interaction) -> ServerId:
    """The server in which this happens. Raises OnlyInServers in a direct message and where we are no member.

    Somebody may bring us along into a server that does not have us: nobody there could see what was kept.
    """
    if interaction.guild_id is None or interaction.client.get_guild(interaction.guild_id) is None:
        raise OnlyInServers
    return ServerId(interaction.guild_id)


def may_manage(interaction: discord.Interaction) -> bool:
    """Whether this person may manage the server, at this moment."""
    return interaction.permissions.manage_guild


def is_moderator(interaction: discord.Interaction, settings: ServerSettings) -> bool:
    """Whether this person may manage the server, or has the role that it chose, at this moment."""
    if may_manage(interaction):
        return True
    member, role = interaction.user, settings.moderator_role
    return role is not None and isinstance(member, discord.Member) and member.get_role(role) is not None


def require_moderator(interaction: discord.Interaction, settings: ServerSettings) -> None:
    """Raises NotModerator or OnlyInServers."""
    server_of(interaction)
    if not is_moderator(interaction, settings):
        raise NotModerator


async def require_owner(client: commands.AutoShardedBot, person: discord.abc.User) -> None:
    """Raises NotOwner."""
    if not await client.is_owner(person):
        raise NotOwner
