"""Who may change a server's guide. Looked at anew for every command, press and sent form."""

import discord
from discord import app_commands

from knowledge.storage.servers import Settings


class NotModerator(app_commands.CheckFailure):
    """This person may not do that here, or not any more."""


class OnlyInServers(app_commands.CheckFailure):
    """There is no server whose guide could be changed."""


class NotOwner(app_commands.CheckFailure):
    """Only the person who runs this bot may do that."""


def is_moderator(interaction: discord.Interaction, settings: Settings) -> bool:
    """Whether this person may manage the server, or has the role that it chose, at this moment."""
    if interaction.permissions.manage_guild:
        return True
    member, role = interaction.user, settings.moderator_role
    return role is not None and isinstance(member, discord.Member) and member.get_role(role) is not None


def require_moderator(interaction: discord.Interaction, settings: Settings) -> None:
    """Raises NotModerator or OnlyInServers."""
    if interaction.guild_id is None:
        raise OnlyInServers
    if not is_moderator(interaction, settings):
        raise NotModerator
