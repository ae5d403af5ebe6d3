"""The `usher` command; the one place where things are built and joined."""

import asyncio
import contextlib
import logging
import os
import sys
import time
import webbrowser
from argparse import Namespace
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import discord
from pydantic import SecretStr, ValidationError

from bot.cards.phrases import Languages
from bot.client import Usher
from bot.console import asking, cataloguing, checking, keeping, measuring
from bot.console.words import parser
from bot.conversation import Clock, Conversation
from bot.desks import COUNTRY, Desks, NewGuide
from bot.settings import Settings
from knowledge.catalogue.importing import known_film, ready_index
from knowledge.catalogue.store import Known
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped import read_library, read_vocabulary
from knowledge.guide import Guide, film_of
from knowledge.library import Library
from knowledge.storage.storage import Storage
from knowledge.titles.titles import Titles
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.understand import Understanding
from knowledge.vocabulary import Vocabulary

NewBot = Callable[[], AbstractAsyncContextManager[Usher]]
Play = Callable[[NewBot, int, Callable[[str], None]], Awaitable[None]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command. Exit codes: 0 done, 1 faults found, 2 asked wrongly."""
    given = parser().parse_args(arguments)
    try:
        sys.exit(_run(given))
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read us has read enough, as `head` does; what is left must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def guides(vocabulary: Vocabulary, catalogue: Path | None = None) -> NewGuide:
    """Makes guides over libraries and one catalogue; it and the phrases of the languages are read once."""
    phrases = read_phrases(vocabulary)
    index = ready_index(catalogue) if catalogue else None
    every = Titles.open(index) if index else Titles.of(())

    def look_up(film: str) -> Known | None:
        return known_film(catalogue, film) if catalogue else None

    def new_guide(library: Library, country: str) -> Guide:
        titles = every.with_films(film_of(movie) for movie in library.movies.values())
        understanding = Understanding(titles, library.vocabulary, phrases)
        return Guide(library, titles, understanding, country, look_up)

    return new_guide


def shipped_guide(catalogue: Path | None = None) -> Guide:
    """The guide that comes with Usher, over the films of a catalogue."""
    library = read_library()
    return guides(library.vocabulary, catalogue)(library, COUNTRY)


def build_bot(storage: Storage, catalogue: Path | None = None, clock: Clock = time.monotonic) -> Usher:
    """The bot over what servers wrote, the guide below it, and the films of a catalogue."""
    new_guide = guides(storage.library(None).vocabulary, catalogue)
    return Usher(Desks(new_guide, Languages()), Conversation(clock), storage)


async def run_bot(settings: Settings, token: SecretStr) -> None:
    """Runs on Discord until it is stopped; then what was begun is written."""
    async with (
        Storage.open(settings.database, read_library()) as storage,
        build_bot(storage, settings.catalogue) as bot,
    ):
        await bot.start(token.get_secret_value())


async def run_playground(settings: Settings, play: Play) -> None:
    """Runs in the browser until the page is closed; what was written there is forgotten."""
    library = read_library()

    @asynccontextmanager
    async def new_bot() -> AsyncGenerator[Usher]:
        with TemporaryDirectory() as folder:
            async with Storage.open(f"sqlite:///{folder}/usher.db", library) as storage:
                yield build_bot(storage, settings.catalogue)

    await play(new_bot, settings.playground_port, _tell)


def _run(given: Namespace) -> int:
    if given.command == "check":
        return checking.check(given.paths)
    try:
        settings = Settings()
    except ValidationError as error:
        faults = error.errors(include_input=False)
        return _refuse(
            "\n".join(f"{one['loc'][0]}: {one['msg'].removeprefix('Value error, ')}" for one in faults)
        )
    return _with_settings(given, settings)


def _with_settings(given: Namespace, settings: Settings) -> int:
    match given.command:
        case "find":
            return asking.find(shipped_guide(settings.catalogue), given)
        case "ask":
            return asking.ask(shipped_guide(settings.catalogue), Languages()["en"], given)
        case "eval":
            return measuring.evaluate_files(shipped_guide(settings.catalogue), given.files)
        case "bench":
            return measuring.bench(shipped_guide(settings.catalogue), given)
        case "catalogue":
            return cataloguing.take(Path(given.file), settings.catalogue, read_vocabulary())
        case "db" | "export" | "import":
            return keeping.keep(settings, given)
        case _:
            return _serve(settings, given.command)


def _serve(settings: Settings, command: str | None) -> int:
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every look at the tables
    token = settings.discord_token
    if command == "playground" or (command is None and token is None):
        return _play(settings)
    if token is None:
        return _refuse("set DISCORD_TOKEN in .env or the environment (see README), or run `usher playground`")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        asyncio.run(run_bot(settings, token))
    except KeyboardInterrupt:
        return 0
    except discord.LoginFailure:
        return _refuse(
            "Discord does not know this token; copy it again from the developer portal (see README)"
        )
    except OSError as error:
        return _refuse(f"Discord cannot be reached: {error}")
    return 0


def _play(settings: Settings) -> int:
    try:
        from bot import playground  # noqa: PLC0415 - optional extra
    except ModuleNotFoundError:
        return _refuse("the playground is an extra: pip install 'usher[playground]'; or set DISCORD_TOKEN")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run_playground(settings, playground.play))
    return 0


def _tell(url: str) -> None:
    print(f"Usher's playground is open at {url}\nPress Ctrl+C to stop.", flush=True)
    if not webbrowser.open(url):
        logging.getLogger(__name__).info("no browser could be opened; open the address yourself")


def _refuse(why: str) -> int:
    print(f"usher: {why}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    main()
