"""/entry: the commands with which moderators keep the guide. What each does stands beside this file."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.moderation.beginning import begin, edit
from bot.moderation.editor import Editor
from bot.moderation.entry_titles import entry_id, entry_titles
from bot.moderation.lives import show_history
from bot.moderation.rights import require_moderator
from bot.moderation.showing import working

Title = app_commands.Range[str, 1, 100]


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Entries(commands.GroupCog, group_name="entry", group_description="Keep this server's guide"):
    """Commands about one entry."""

    def __init__(self, bot: Usher) -> None:
        super().__init__()
        self._bot = bot

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Looked at for each command, when it is used."""
        require_moderator(interaction, self._bot.storage.settings(interaction.guild_id))
        return True

    @app_commands.command(description="Write a new entry, or go on with one that you began")
    @app_commands.describe(title="The film's title", year="The year it came out")
    async def add(
        self,
        interaction: discord.Interaction[Usher],
        title: Title,
        year: app_commands.Range[int, 1888, 2100] | None = None,
    ) -> None:
        """Starts or resumes a draft."""
        await begin(Editor(self._bot, interaction), title, year)

    @app_commands.command(description="Change an entry")
    @app_commands.describe(title="The entry")
    @app_commands.autocomplete(title=entry_titles)
    async def edit(self, interaction: discord.Interaction[Usher], title: Title) -> None:
        """Opens it as a draft."""
        await working(interaction)
        await edit(Editor(self._bot, interaction), entry_id(interaction, title))

    @app_commands.command(description="Who changed an entry, when and why")
    @app_commands.describe(title="The entry")
    @app_commands.autocomplete(title=entry_titles)
    async def history(self, interaction: discord.Interaction[Usher], title: Title) -> None:
        """Every revision."""
        await working(interaction)
        await show_history(Editor(self._bot, interaction), entry_id(interaction, title))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Entries(bot))
