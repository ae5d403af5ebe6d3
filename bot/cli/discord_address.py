"""Which Discord the bot speaks to, and when it may begin: how often it may is counted by the day."""

import asyncio
import logging

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.client import Usher

log = logging.getLogger(__name__)


class NotDiscord(Exception):
    """Something else answers where Discord should, such as a proxy or the page of a hotel's network."""


async def log_in(client: discord.Client, token: str) -> None:
    """Raises NotDiscord, and what Discord or the network says to the token."""
    try:
        await client.login(token)
    except (TypeError, KeyError) as error:
        raise NotDiscord(f"what answers at {Route.BASE} is not Discord; look for a proxy between") from error


def speak_to(api: str) -> None:
    """From now on requests go there."""
    Route.BASE = api


async def may_connect(client: Usher) -> None:
    """Waits until as many sessions may begin as there are shards: who restarts all day uses them up.

    It also takes the gateway's address, which the library asks for only where Discord chooses the shards.
    """
    while True:
        recommended, url, limit = await client.http.get_bot_gateway()
        DiscordWebSocket.DEFAULT_GATEWAY = URL(url)
        client.pace.concurrency = limit["max_concurrency"]
        wanted = len(client.shard_ids or range(recommended))
        if limit["remaining"] >= min(wanted, limit["total"]):
            return
        seconds = limit["reset_after"] / 1000
        log.warning(
            "Discord lets this bot begin %d sessions now and it needs %d; it waits %d seconds for more",
            limit["remaining"],
            wanted,
            seconds,
        )
        await asyncio.sleep(seconds)
