"""While the bot runs its catalogue is fetched anew from time to time, in a process of its own."""

import asyncio
import contextlib
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.settings import Environment
from knowledge.catalogue.fetch.progress import fetched
from knowledge.catalogue.kept_index import kept_edition

AGAIN = timedelta(hours=6)
"""How long a fetch that failed is left alone."""
AT_FIRST = timedelta(minutes=5)
"""Until the bot has started in peace."""
HINT = "Usher knows the films that came with it; `usher catalogue fetch` brings every film that exists."

log = logging.getLogger(__name__)
Fetching = Callable[[], Awaitable[str | None]]
"""Fetches; returns in one line why that was not possible."""
Sleep = Callable[[float], Awaitable[None]]


def hint(catalogue: Path) -> str | None:
    """What to say at a start without a catalogue."""
    return None if kept_edition(catalogue) else HINT


async def fetch_beside() -> str | None:
    """The same command as an operator types, so that the bot neither waits nor grows."""
    run = (sys.executable, "-m", "bot", "catalogue", "fetch")
    child = await asyncio.create_subprocess_exec(*run, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
    try:
        _, said = await child.communicate()
    except asyncio.CancelledError:
        with contextlib.suppress(ProcessLookupError):
            child.terminate()
        await child.wait()
        raise
    lines = [line for line in said.decode(errors="replace").splitlines() if line.startswith("usher")]
    return None if child.returncode == 0 else next(iter(lines), f"it ended with {child.returncode}")


async def renew(settings: Environment, fetch: Fetching = fetch_beside, sleep: Sleep = asyncio.sleep) -> None:
    """Fetches every so many days until it is cancelled; does nothing where the setting is 0."""
    if not settings.catalogue_renew:
        return
    home, every = settings.data_dir, timedelta(days=settings.catalogue_renew)
    wait = max(AT_FIRST, _until(home, every))
    while True:
        await sleep(wait.total_seconds())
        try:
            failed = await fetch()
        except OSError as error:
            failed = str(error)
        if failed is None:
            log.info("the films of the catalogue were fetched anew")
        else:
            log.warning("the films could not be fetched anew, later again: %s", failed)
        wait = every if failed is None else AGAIN


def _until(home: Path, every: timedelta) -> timedelta:
    """How long what was fetched last is still good; no longer than usual, also where a clock was wrong."""
    last = fetched(home).last
    return min(every, last + every - datetime.now(UTC)) if last else timedelta()
