"""usher run, usher playground: the bot is built here, on Discord or in a local browser page."""

import asyncio
import contextlib
import gc
import logging
import sqlite3
import time
import webbrowser
from argparse import Namespace
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import discord
from pydantic import SecretStr

from bot.cards.phrases import Languages
from bot.client import Usher
from bot.console.guiding import Guides
from bot.console.refusing import Refusal
from bot.console.storing import storing_settings
from bot.conversation import Clock, Conversation
from bot.cooldown import Cooldown
from bot.desks import Desks
from bot.settings import Settings
from knowledge.curation.shipped import read_library
from knowledge.storage.storage import Storage

NewBot = Callable[[], AbstractAsyncContextManager[Usher]]
Play = Callable[[NewBot, int, Callable[[str], None]], Awaitable[None]]


OFTEN = 60.0
"""Seconds after which a film that was imported can be named."""

log = logging.getLogger(__name__)


def build_bot(storage: Storage, catalogue: Path | None = None, clock: Clock = time.monotonic) -> Usher:
    """The bot over what servers wrote, the guide below it, and the films of a catalogue."""
    new_guide = Guides(catalogue)
    return Usher(Desks(new_guide, Languages()), Conversation(clock), Cooldown(clock), storage)


async def run_bot(settings: Settings, token: SecretStr) -> None:
    """Runs on Discord until it is stopped; then what was begun is written."""
    async with (
        Storage.open(settings.database, read_library()) as storage,
        build_bot(storage, settings.catalogue) as bot,
        following(bot.desks),
    ):
        # What was read at the start lives to the end; going through it for rubbish takes a tenth of a second.
        gc.collect()
        gc.freeze()
        await bot.start(token.get_secret_value())


@asynccontextmanager
async def following(desks: Desks, every: float = OFTEN) -> AsyncGenerator[None]:
    """Meanwhile takes what is imported into the catalogue, looking every so many seconds."""
    task = asyncio.create_task(_follow(desks, every))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _follow(desks: Desks, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await desks.renew()
        except (OSError, ValueError, sqlite3.Error):
            log.exception("the catalogue cannot be read; the films known before stay")


async def run_playground(settings: Settings, play: Play) -> None:
    """Runs in the browser until the page is closed; what was written there is forgotten."""
    library = read_library()

    @asynccontextmanager
    async def new_bot() -> AsyncGenerator[Usher]:
        with TemporaryDirectory() as folder:
            async with Storage.open(f"sqlite:///{folder}/usher.db", library) as storage:
                yield build_bot(storage, settings.catalogue)

    await play(new_bot, settings.playground_port, _tell)


def serve(given: Namespace) -> int:
    """Runs until it is stopped; without a command on Discord if there is a token, else in the browser."""
    settings = storing_settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every look at the tables
    token = settings.discord_token
    if given.command == "playground" or (given.command is None and token is None):
        return _play(settings)
    if token is None:
        raise Refusal("set DISCORD_TOKEN in .env or the environment (see README), or run `usher playground`")
    return _on_discord(settings, token)


def _on_discord(settings: Settings, token: SecretStr) -> int:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        asyncio.run(run_bot(settings, token))
    except KeyboardInterrupt:
        return 0
    except discord.LoginFailure as error:
        raise Refusal(
            "Discord does not know this token; copy it again from the developer portal (see README)"
        ) from error
    except OSError as error:
        raise Refusal(f"Discord cannot be reached: {error}") from error
    return 0


def _play(settings: Settings) -> int:
    try:
        from bot import playground  # noqa: PLC0415 - optional extra
    except ModuleNotFoundError as error:
        raise Refusal(
            "the playground is an extra: pip install 'usher[playground]'; or set DISCORD_TOKEN"
        ) from error
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run_playground(settings, playground.play))
    return 0


def _tell(url: str) -> None:
    print(f"Usher's playground is open at {url}\nPress Ctrl+C to stop.", flush=True)
    if not webbrowser.open(url):
        log.info("no browser could be opened; open the address yourself")
