"""usher run, usher playground: the bot is built here, on Discord or in a local browser page."""

import asyncio
import gc
import logging
import time
import webbrowser
from argparse import Namespace
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import discord

from bot.background import meanwhile, repeat
from bot.cli.catalogue_renewal import hint, renew
from bot.cli.discord_address import log_in, may_connect, speak_to
from bot.cli.environment import storing_settings
from bot.cli.error_lines import UsageError
from bot.cli.shutdown import answers_sent, until_stopped
from bot.cli.sqlite_lock import alone_on
from bot.client import Part, Usher
from bot.command_sync import ToldCommands
from bot.conversation import Clock, Conversation
from bot.cooldown import Cooldown
from bot.delivery import deliver_with_care
from bot.endpoints import serving
from bot.guide_cache import GuideCache
from bot.guide_factory import Guides
from bot.logs import log_from
from bot.metrics import RecordCounter
from bot.settings import Environment, Secret
from bot.shards import Shards
from bot.ui.phrases import Languages
from knowledge.curation.compiled_guide import compiled_guide
from knowledge.storage.storage import Storage, everyone

NewBot = Callable[[], AbstractAsyncContextManager[Usher]]
Play = Callable[[NewBot, int, Callable[[str], None]], Awaitable[None]]


OFTEN = 60.0
"""Seconds after which a film that was imported can be named."""

log = logging.getLogger(__name__)


def build_bot(
    storage: Storage, new_guide: Guides, clock: Clock = time.monotonic, part: Part | None = None
) -> Usher:
    """The bot over what servers wrote, the guide below it, and the films of a catalogue."""
    return Usher(GuideCache(new_guide, Languages()), Conversation(clock), Cooldown(clock), storage, part)


async def run_bot(settings: Environment, token: Secret, shards: Shards | None = None) -> None:
    """Runs on Discord until it is stopped; then what was begun is written."""
    speak_to(settings.discord_api)
    deliver_with_care()
    part = Part(shards, ToldCommands(settings.data_dir / "commands"))
    library = compiled_guide(settings.catalogue).library()
    serves = shards.serves if shards else everyone
    async with Storage.open(settings.database, library, serves=serves) as storage:
        with alone_on(settings.database):
            async with (
                build_bot(storage, Guides(settings.catalogue), part=part) as bot,
                following(bot.resources.guides),
                meanwhile(_tell_when_ready(bot, settings.catalogue)),
                meanwhile(renew(settings)),
                serving(bot, settings.monitor_host, settings.monitor_port),
            ):
                await _converse(bot, token)


async def _converse(bot: Usher, token: Secret) -> None:
    logging.getLogger().addHandler(RecordCounter(bot.metrics))
    # What was read at the start lives to the end; going through it for rubbish takes a tenth of a second.
    gc.collect()
    gc.freeze()
    try:
        await log_in(bot, token.hidden)
        await may_connect(bot)
        await bot.connect()
    finally:
        bot.stopping = True
        await answers_sent()


async def _tell_when_ready(bot: Usher, catalogue: Path) -> None:
    await bot.wait_until_ready()
    print(f"{bot.user} is ready in {len(bot.guilds)} server{'s' * (len(bot.guilds) != 1)}.", flush=True)
    _hint(catalogue)


def _hint(catalogue: Path) -> None:
    if said := hint(catalogue):
        print(said, flush=True)


def following(guides: GuideCache, every: float = OFTEN) -> AbstractAsyncContextManager[None]:
    """Meanwhile takes what is imported into the catalogue, looking every so many seconds."""
    return meanwhile(repeat(guides.renew, every, wait=every))


def _tell(url: str) -> None:
    print(f"Usher's playground is open at {url}\nPress Ctrl+C to stop.", flush=True)
    if not webbrowser.open(url):
        log.info("no browser could be opened; open the address yourself")


async def run_playground(settings: Environment, play: Play, ready: Callable[[str], None] = _tell) -> None:
    """Runs in the browser until the page is closed; what was written there is forgotten."""
    library = compiled_guide(settings.catalogue).library()

    @asynccontextmanager
    async def new_bot() -> AsyncGenerator[Usher]:
        with TemporaryDirectory() as folder:
            async with Storage.open(f"sqlite:///{folder}/usher.db", library) as storage:
                yield build_bot(storage, Guides(settings.catalogue))

    await play(new_bot, settings.playground_port, ready)


def serve(given: Namespace) -> int:
    """Runs until it is stopped; without a command on Discord if there is a token, else in the browser."""
    settings = storing_settings()
    token = settings.discord_token
    if given.command == "playground" or (given.command is None and token is None):
        return _play(settings)
    if token is None:
        raise UsageError(
            "set DISCORD_TOKEN in .env or the environment (see README), or run `usher playground`"
        )
    log_from(settings.log_level, settings.log_format, settings.secrets)
    _quieten()
    with asyncio.Runner(loop_factory=_new_loop()) as runner:
        runner.run(until_stopped(run_bot(settings, token, getattr(given, "shards", None) or settings.shards)))
    return 0


def _new_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The quicker one where there is one: not on Windows."""
    try:
        import uvloop  # noqa: PLC0415 - optional extra
    except ModuleNotFoundError:
        return None
    return uvloop.new_event_loop


def _quieten() -> None:
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every look at the tables
    # Usher speaks to nobody: that voice would need more is no news.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def _play(settings: Environment) -> int:
    log_from("WARNING", settings.log_format, settings.secrets)
    _quieten()
    # What discord.py has to say of a pretend Discord concerns nobody; the address is what is waited for.
    logging.getLogger("discord").setLevel(logging.ERROR)
    try:
        from bot import playground  # noqa: PLC0415 - optional extra
    except ModuleNotFoundError as error:
        raise UsageError(
            "the playground is an extra: pip install 'usher[playground]'; or set DISCORD_TOKEN"
        ) from error

    def ready(url: str) -> None:
        _tell(url)
        _hint(settings.catalogue)
        logging.getLogger().setLevel(settings.log_level)

    asyncio.run(until_stopped(run_playground(settings, playground.play, ready)))
    return 0
