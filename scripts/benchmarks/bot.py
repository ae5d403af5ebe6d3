"""Usher under load beside a bare discord.py bot: `uv run python -m scripts.benchmarks.bot --titles FILE`.

Both run as processes against a Discord on 127.0.0.1 and are given the same mix of interactions at rising
rates, in turn; at each rate other people ask about other films. Then a second Usher with a database of its
own begins on the same catalogue. FILE is any that `usher catalogue import` takes; without it, the
films that come with Usher.
"""

import argparse
import asyncio
import csv
import gzip
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledge.curation.shipped_guide import read_library
from scripts.benchmarks.bot_load import Film, People, Step, run_step
from scripts.benchmarks.bot_process import PONG, USHER, Running, running, usher_command
from tests.bot.loopback.discord_at_home import DiscordAtHome, discord_at_home

RATES = (10.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 600.0)
"""A second."""
HIGH = 100.0
"""Milliseconds at p99 above which a rate is too high."""
MOST_FILMS = 3000


def main() -> None:
    """Prints the table."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--titles", type=Path)
    reads.add_argument("--seconds", type=float, default=8.0, help="how long each rate lasts")
    reads.add_argument("--rates", type=float, nargs="+", default=RATES)
    given = reads.parse_args()
    with TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), given.titles, given.rates, given.seconds))


async def measure(folder: Path, titles: Path | None, rates: Sequence[float], seconds: float) -> None:
    """Imports, starts both, and asks both the same at each rate until it is too high for one."""
    await prepare(folder, titles)
    films = known_films(titles)
    print(
        "| bot | rate/s | p50 ms | p95 ms | p99 ms | too late | CPU ms each | RSS MB | of it its own |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )
    async with AsyncExitStack() as stack:
        bots: dict[str, tuple[DiscordAtHome, Running]] = {}
        for name, words in (("pong", PONG), ("usher", USHER)):
            home = await stack.enter_async_context(discord_at_home())
            bots[name] = home, await stack.enter_async_context(running(home, folder, words))
        best = dict.fromkeys(bots, 0.0)
        steps: dict[str, list[Step]] = {name: [] for name in bots}
        for home, bot in bots.values():  # What is made once is made.
            await run_step(home, bot, People(films, 0), 20, 5)
        for seed, rate in enumerate(rates, 1):
            for name, (home, bot) in bots.items():
                if best[name] < max((one for one in rates if one < rate), default=0.0):
                    continue
                step = await run_step(home, bot, People(films, seed), rate, seconds)
                print(row(name, step, bot), flush=True)
                steps[name].append(step)
                best[name] = rate if is_well(step) else best[name]
        print(summary(steps, best))
        print(await second(stack, folder, films, bots["usher"][1]))


async def prepare(folder: Path, titles: Path | None) -> None:
    """What the first process after an update makes and keeps is made: a start is one of many."""
    if titles:
        await usher_command(folder, "catalogue", "import", str(titles))
    await usher_command(folder, "ask", "is coco ok for 6?")
    await usher_command(folder, "db", "upgrade")


async def second(stack: AsyncExitStack, folder: Path, films: Sequence[Film], first: Running) -> str:
    """What another process adds to the machine's memory: at its start, and when it has been asked as well."""
    before, home = first.megabytes("Pss"), await stack.enter_async_context(discord_at_home())
    database = f"sqlite:///{folder / 'second.db'}"
    await usher_command(folder, "db", "upgrade", USHER_DATABASE_URL=database)
    bot = await stack.enter_async_context(running(home, folder, USHER, USHER_DATABASE_URL=database))
    at_start = first.megabytes("Pss") + bot.megabytes("Pss") - before
    await run_step(home, bot, People(films, 0), 40, 10)
    asked = first.megabytes("Pss") + bot.megabytes("Pss") - before
    return f"A second process adds {at_start:.0f} MB at its start, {asked:.0f} MB when it was asked too."


def is_well(step: Step) -> bool:
    """Whether the rate can be kept up."""
    return step.late == 0 and step.percentile(0.99) <= HIGH


def row(name: str, step: Step, bot: Running) -> str:
    """A line of the table."""
    times = " | ".join(f"{step.percentile(part):.0f}" for part in (0.5, 0.95, 0.99))
    memory = " | ".join(f"{bot.megabytes(kind):.0f}" for kind in ("Rss", "Private_Dirty"))
    return f"| {name} | {step.rate:.0f} | {times} | {step.late} | {step.cpu:.2f} | {memory} |"


def summary(steps: dict[str, list[Step]], best: dict[str, float]) -> str:
    """How many times the bare bot's cost, at the rates that both were asked."""
    both = list(zip(steps["usher"], steps["pong"], strict=False))
    ours, bare = (sum(pair[place].cpu * pair[place].sent for pair in both) for place in (0, 1))
    return (
        f"\nUsher takes {ours / bare:.2f} times the bare bot's CPU an interaction. Highest rate with p99 "
        f"under {HIGH:.0f} ms: {best['usher']:.0f} a second, the bare bot {best['pong']:.0f}."
    )


def known_films(titles: Path | None) -> list[Film]:
    """Those with a guide, and the best known of the file."""
    guide = [Film(movie.id, movie.title) for movie in read_library().movies.values()]
    if titles is None:
        return guide
    with gzip.open(titles, "rt", encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file, delimiter="\t"), key=lambda row: -int(row["votes"] or 0))
    return guide + [Film(row["id"], row["title"]) for row in rows[:MOST_FILMS]]


if __name__ == "__main__":
    main()
