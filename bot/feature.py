"""What a feature is: commands, and handlers of actions. The client finds every one in its room."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.resources import Resources
from bot.rights import require_moderator


class Feature(commands.Cog):
    """Is built once, with all that it needs; it knows no other feature."""

    def __init__(self, resources: Resources) -> None:
        self.resources = resources

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds its commands."""
        for command in self.get_app_commands():
            tree.add_command(command)


class ModeratorFeature(Feature):
    """A feature whose commands are for moderators."""

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Looked at for each command, when it is used."""
        require_moderator(interaction, self.resources.storage.settings(interaction.guild_id))
        return True
