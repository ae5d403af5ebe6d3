"""A server that Usher leaves is forgotten after the grace period; one that comes back keeps what it wrote."""

import logging

import discord
from discord.ext import commands, tasks

from bot.client import Usher
from knowledge.storage.database import DatabaseAway
from knowledge.storage.servers import came_back, left, remove_gone

log = logging.getLogger(__name__)
HOURS = 6


class Servers(commands.Cog):
    """Coming and going."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    async def cog_load(self) -> None:
        """Begins to look for servers whose grace period is over."""
        self.clean.start()

    async def cog_unload(self) -> None:
        """Stops looking."""
        self.clean.cancel()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Its data goes after the grace period."""
        try:
            await self._bot.storage.save(left, guild.id)
        except DatabaseAway:
            log.warning("server %s was left while the database was away; its data stays", guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """What it wrote stays."""
        try:
            await self._bot.storage.save(came_back, guild.id)
        except DatabaseAway:
            log.warning("server %s came back while the database was away", guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Servers that are here have come back, also where that was not heard."""
        for guild in self._bot.guilds:
            await self.on_guild_join(guild)

    @tasks.loop(hours=HOURS)
    async def clean(self) -> None:
        """Removes what nobody can come back to."""
        try:
            gone = await self._bot.storage.save(remove_gone)
        except DatabaseAway:
            return
        if gone:
            log.info("removed the data of %s servers that were left", len(gone))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Servers(bot))
