"""What `usher doctor` asks Discord: token, intents, permissions, commands, shards, and the time."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from typing import Any

import discord
from aiohttp import ClientError, ClientSession, TraceConfig, TraceRequestEndParams

from bot.cli.diagnosis import Diagnosis, care, ill
from bot.cli.discord_address import NotDiscord, log_in
from bot.cli.error_lines import line
from bot.shards import Shards

NEEDED = discord.Permissions(view_channel=True, send_messages=True)
MOST_LATE = 30.0
"""Seconds that this machine's clock may be wrong before it is worth a word."""
MOST_NAMED = 5
TELL_AGAIN = "take the file commands in USHER_DATA_DIR away and start Usher; it tells Discord then"
SERVERS_A_SHARD = 2500
"""Above that Discord refuses to connect."""


class Consultation:
    """A connection to Discord's HTTP side alone, and when Discord says that it is."""

    def __init__(self) -> None:
        trace = TraceConfig()
        trace.on_request_end.append(self._look_at_clock)
        self.client = discord.Client(intents=discord.Intents.none(), http_trace=trace)
        self.late: float | None = None
        """By how many seconds this machine's clock is behind Discord's."""

    async def _look_at_clock(
        self, _: ClientSession, __: SimpleNamespace, told: TraceRequestEndParams
    ) -> None:
        if date := told.response.headers.get("Date"):
            self.late = (parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds()


@asynccontextmanager
async def consulting(token: str) -> AsyncGenerator[Consultation]:
    """Until the block ends. Raises what Discord or the network says to the token."""
    consultation = Consultation()
    async with consultation.client:
        await log_in(consultation.client, token)
        yield consultation


async def ask_discord(token: str, shards: Shards | None, ours: Mapping[str, Any]) -> AsyncIterator[Diagnosis]:
    """Everything that Discord knows; `ours` are the commands as they should be there."""
    asked = "token"
    try:
        async with consulting(token) as consultation:
            client = consultation.client
            yield Diagnosis("token", f"Discord knows it as {client.user}")
            asked = "Discord"  # It has taken the token: what fails from here on is something else.
            yield _intents()
            yield await _permissions(client)
            yield await _commands(client, ours)
            yield await _sessions(client, shards)
            yield _clock(consultation.late)
    except (discord.DiscordException, NotDiscord, ClientError, OSError) as error:
        yield ill(asked, line(error) or str(error))


def _intents() -> Diagnosis:
    return Diagnosis("intents", "none is privileged, so there is nothing to allow in the developer portal")


async def _permissions(client: discord.Client) -> Diagnosis:
    servers = await client.http.get_guilds(200, with_counts=False)
    lacking = [str(one["id"]) for one in servers if not _allowed(one.get("permissions")) >= NEEDED]
    if not lacking:
        return Diagnosis("permissions", f"as they should be in {len(servers)} of the first 200 servers")
    found = f"not all in {len(lacking)} of {len(servers)} servers, such as {', '.join(lacking[:MOST_NAMED])}"
    return care("permissions", found, "to answer mentions its role needs View Channels and Send Messages")


def _allowed(bits: object) -> discord.Permissions:
    return discord.Permissions(int(str(bits or 0)))


async def _commands(client: discord.Client, ours: Mapping[str, Any]) -> Diagnosis:
    there = await client.http.get_global_commands(client.application_id or 0)
    theirs = {one["name"]: option_names(one) for one in there}
    if theirs == ours:
        return Diagnosis("commands", f"all {len(ours)} are known to Discord")
    if not theirs:
        return Diagnosis("commands", "Discord knows none yet; the first start tells it")
    differ = sorted(name for name in {*theirs, *ours} if theirs.get(name) != ours.get(name))
    return care("commands", f"Discord has others: {', '.join(differ)}", TELL_AGAIN)


def option_names(command: Mapping[str, Any]) -> Any:
    """A command's options and theirs, by name."""
    return {one["name"]: option_names(one) for one in command.get("options", ())}


async def _sessions(client: discord.Client, shards: Shards | None) -> Diagnosis:
    recommended, _, limit = await client.http.get_bot_gateway()
    left = f"{limit['remaining']} of {limit['total']} sessions are left today"
    count = shards.count if shards else recommended
    if count < recommended:
        found = f"{count} shards, and Discord recommends {recommended}; {left}"
        return care("shards", found, f"it refuses more than {SERVERS_A_SHARD} servers a shard; start more")
    if limit["remaining"] < count:
        return care("shards", left, "Usher waits until more are free; do not restart it again and again")
    return Diagnosis("shards", f"{count}; {left}")


def _clock(late: float | None) -> Diagnosis:
    if late is None or abs(late) <= MOST_LATE:
        return Diagnosis("clock", "as Discord's")
    way = "behind" if late > 0 else "ahead of"
    return care("clock", f"{abs(late):.0f} seconds {way} Discord's", "let it be set by the network")
