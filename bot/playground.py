"""No token: the same bot and its real commands, in a local browser page."""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import discord
import simcord
from discord.ext import commands
from simcord.preview import Preview

WELCOME = """### Welcome to Usher's playground
This is the real bot in a pretend Discord on your own machine. Nothing leaves it. **Write here:**
- `@Usher is coco ok for 6?`
- then `@Usher and for 9?`, or press the card's buttons

**Or use a command.** Type it, press Enter, then type the rest:
- `/movie` and `nver let me go`
- `/ask` and `is it OK for 13?`
- `/help`
- you are a moderator here as well: `/entry add` and `Paddington` writes a film, `/settings` sets Usher up

[Open the direct message]({private}) as well.
-# Unlike Discord: the language is always English, *how long ago* is counted from when you opened the page, \
all is forgotten when you stop, nobody else is here, and Usher reads a reply to a command's card as empty."""

WELCOME_ALONE = """### Your direct message with Usher
Only you see this. Just write, for example: *my 8 and 12 yr olds want to see coraline tonight, too scary?*"""

HINT = """Usher hears only what is meant for it: write `@Usher is coco ok for 6?`, or reply to its card.
A command is chosen and not only typed: type `/ask`, press Enter, then type `is it OK for 13?`."""

NAME = "Usher"
PATIENCE = 60.0
"""Seconds until the page takes an answer for lost; the first picture takes some on a busy machine."""
TYPED_MENTION = re.compile(rf"@{NAME}\b", re.IGNORECASE)

NewBot = Callable[[], AbstractAsyncContextManager[commands.AutoShardedBot]]
PAGE = Path(__file__).with_suffix(".js")
"""What the page does beside simcord's own script."""


async def play(new_bot: NewBot, port: int, ready: Callable[[str], None]) -> None:
    """Serves a channel and a direct message until the channel's page is closed.

    `port` is the channel's, 0 for any; `ready` is told its address, which is also its key.
    """
    async with _beside(new_bot) as private, new_bot() as bot, _world(bot) as env:
        guild = env.create_guild(name="The playground")
        channel = guild.create_text_channel("films")
        moderators = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        parent = guild.add_member(env.create_user("parent", global_name="You"), roles=[moderators])
        await _welcome(env.bot, channel.id, WELCOME.format(private=private))
        async with _with_our_script(
            env.preview(channel, viewers=[parent], layout="channel", port=port)
        ) as page:
            ready(page.url)
            await page.wait_closed()


@asynccontextmanager
async def _beside(new_bot: NewBot) -> AsyncGenerator[str]:
    """The direct message's address. simcord shows one channel a loop, so it has a loop of its own."""
    address: Future[str] = Future()
    over: Future[None] = Future()
    thread = Thread(target=lambda: asyncio.run(_private(new_bot, address, over)), daemon=True)
    thread.start()
    try:
        yield await asyncio.wrap_future(address)
    finally:
        over.set_result(None)
        await asyncio.to_thread(thread.join)


async def _private(new_bot: NewBot, address: Future[str], over: Future[None]) -> None:
    try:
        async with new_bot() as bot, _world(bot) as env:
            parent = env.create_user("parent", global_name="You")
            channel = parent.dm_channel
            await _welcome(env.bot, channel.id, WELCOME_ALONE)
            async with _with_our_script(env.preview(channel, viewers=[parent], layout="channel")) as page:
                address.set_result(page.url)
                await asyncio.wrap_future(over)
    except Exception as error:
        if not address.done():
            address.set_exception(error)


@asynccontextmanager
async def _world(bot: commands.AutoShardedBot) -> AsyncGenerator[simcord.Env]:
    bot.add_listener(_hint, "on_message")
    async with simcord.run(bot, check_errors=False, shard_count=1, settle_timeout=PATIENCE) as env:
        if bot.user:
            await bot.user.edit(username=NAME)
            _understand_mentions(env, bot.user)
            _tell_the_time(env)
        yield env


def _tell_the_time(env: simcord.Env) -> None:
    """simcord's clock stands at the beginning of a year: what was stored just now would be months away."""
    setattr(env.backend.clock, "now", lambda: datetime.now(UTC))  # noqa: B010 - the method of this one world


def _understand_mentions(env: simcord.Env, user: discord.ClientUser) -> None:
    """Discord turns a typed @Usher into a mention; simcord's page does not, so it is done on the way in."""
    backend = env.backend
    create = backend.create_message

    def create_message(channel: int, author: int, content: str | None = "", **more: Any) -> Any:
        meant = TYPED_MENTION.sub(user.mention, content or "") if author != user.id else content
        return create(channel, author, meant, **more)

    setattr(backend, "create_message", create_message)  # noqa: B010 - the method of this one world


async def _hint(message: discord.Message) -> None:
    """Discord keeps from a bot what is not meant for it; here somebody tries things out and would wonder."""
    to = message.reference.resolved if message.reference else None
    speakers = [*message.mentions, *([to.author] if isinstance(to, discord.Message) else [])]
    if message.guild and not message.author.bot and not any(speaker.bot for speaker in speakers):
        await message.reply(HINT, mention_author=False)


def _with_our_script(page: Preview) -> Preview:
    """simcord 3.2.1 has no door for one: its server takes ours for its own, which has another name then."""
    server = vars(page)["_server"]
    server._STATIC_FILES = {**server._STATIC_FILES, "/app.js": str(PAGE), "/simcord.js": "app.js"}
    return page


async def _welcome(bot: discord.Client, channel: int, text: str) -> None:
    await bot.get_partial_messageable(channel).send(text)
