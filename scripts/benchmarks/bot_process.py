"""A bot as a process of its own against the loopback Discord, and what it takes of the machine."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bot.loopback.discord_at_home import DiscordAtHome

ROOT = Path(__file__).parents[2]
USHER = ("-m", "bot", "run")
PONG = ("-m", "scripts.benchmarks.pong")
START_SECONDS = 600.0
STOP_SECONDS = 15.0
TICKS = os.sysconf("SC_CLK_TCK")
MEGABYTE = 1e6


class Running:
    """One process."""

    def __init__(self, process: Process) -> None:
        self._folder = Path(f"/proc/{process.pid}")

    @property
    def seconds(self) -> float:
        """Processor time so far, user and system together."""
        fields = (self._folder / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def megabytes(self, kind: str) -> float:
        """Memory now: Rss is all, Pss all with what is shared divided among those who share it."""
        rollup = (self._folder / "smaps_rollup").read_text()
        found = re.search(rf"^{kind}:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) * 1024 / MEGABYTE if found else 0.0


@asynccontextmanager
async def running(
    home: DiscordAtHome, data: Path, words: Sequence[str], **environment: str
) -> AsyncGenerator[Running]:
    """A bot from when it is ready until the block ends."""
    clean: Mapping[str, str] = {name: value for name, value in os.environ.items() if "USHER" not in name}
    ours = {"USHER_DATA_DIR": str(data), "USHER_DISCORD_API": home.address, "DISCORD_TOKEN": "a-token"}
    full = {**clean, **ours, "PYTHONPATH": str(ROOT), "USHER_LOG_LEVEL": "WARNING", **environment}
    run = (sys.executable, "-W", "ignore", *words)
    process = await asyncio.create_subprocess_exec(*run, cwd=ROOT, env=full, stdout=PIPE, stderr=None)
    assert process.stdout
    try:
        said = await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
        if b"is ready" not in said:
            raise RuntimeError("the bot did not start")
        draining = asyncio.create_task(process.stdout.read())
        yield Running(process)
        draining.cancel()
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()


async def usher_command(data: Path, *words: str, **environment: str) -> None:
    """Runs a command of Usher's to its end."""
    full = {**os.environ, "USHER_DATA_DIR": str(data), "PYTHONPATH": str(ROOT), **environment}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words), cwd=ROOT, env=full, stdout=DEVNULL
    )
    if await process.wait():
        raise RuntimeError(f"usher {words[0]} failed")
