"""A server that Usher leaves is forgotten after the grace period; one that comes back keeps what it wrote."""

import asyncio
import logging

import discord
from discord.ext import commands

from bot.background import repeat
from bot.feature import Feature
from bot.resources import Resources
from knowledge.storage.database import DatabaseAway
from knowledge.storage.owners import ServerId
from knowledge.storage.servers import attendance, came_back, left, note_attendance, remove_gone

log = logging.getLogger(__name__)
EVERY = 6 * 3600.0
"""Seconds."""
SHARD_BITS = 22
"""How Discord finds a server's shard: https://discord.com/developers/docs/events/gateway#sharding"""


class Retention(Feature):
    """Coming and going."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self._cleaning: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        """Begins to look for servers whose grace period is over."""
        self._cleaning = asyncio.create_task(repeat(self.clean, EVERY))

    async def cog_unload(self) -> None:
        """Stops looking."""
        if self._cleaning:
            self._cleaning.cancel()

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Its data goes after the grace period."""
        try:
            await self.resources.storage.save(left, ServerId(guild.id))
        except DatabaseAway:
            log.warning("server %s was left while the database was away; its data stays", guild.id)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """What it wrote stays."""
        try:
            await self.resources.storage.save(came_back, ServerId(guild.id))
        except DatabaseAway:
            log.warning("server %s came back while the database was away", guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """What happened while we were not connected: servers that came back, and servers that left us."""
        try:
            noted = await self.resources.storage.read(attendance)
            back = [
                server
                for server, here in noted.items()
                if not here and self.resources.client.get_guild(server)
            ]
            missing = [server for server, here in noted.items() if here and self._left(server)]
            if back or missing:
                await self.resources.storage.save(note_attendance, back, missing)
        except DatabaseAway:
            log.warning("the database is away; servers that left us are looked for at the next start")

    def _left(self, server: ServerId) -> bool:
        """Whether a server would be ours to hear of, and is not there. Others are another process's."""
        count = self.resources.client.shard_count or 1
        return (
            self.resources.client.get_guild(server) is None
            and (server >> SHARD_BITS) % count in self.resources.client.shards
        )

    async def clean(self) -> None:
        """Removes what nobody can come back to."""
        try:
            gone = await self.resources.storage.save(remove_gone)
        except DatabaseAway:
            return
        if gone:
            log.info("removed the data of %s servers that were left", len(gone))
