"""`usher run` as a process of its own, against the Discord on this machine."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.bot.loopback.discord_at_home import PATIENCE, DiscordAtHome

ROOT = Path(__file__).parents[3]


def usher_environment(home: DiscordAtHome, folder: Path) -> dict[str, str]:
    """What is set for a process that speaks to this Discord."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("USHER_")}
    ours = {"USHER_DATA_DIR": str(folder / "data"), "USHER_DISCORD_API": home.address}
    return {**clean, **ours, "PYTHONPATH": str(ROOT), "DISCORD_TOKEN": "a-token"}


async def _begun(
    home: DiscordAtHome, folder: Path, *words: str, module: str = "bot", **environment: str
) -> Process:
    """`usher run`, in a folder that may have its data from before; `module` is what runs it."""
    run = [sys.executable, "-W", "ignore", "-m", module, "run", *words]
    full = usher_environment(home, folder) | environment
    return await asyncio.create_subprocess_exec(*run, cwd=folder, env=full, stdout=PIPE, stderr=PIPE)


@asynccontextmanager
async def usher_run(home: DiscordAtHome, folder: Path, **environment: str) -> AsyncGenerator[Process]:
    """One that does not outlive the block, whatever fails in it: other tests would meet it."""
    process = await _begun(home, folder, **environment)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


class Running:
    """An Usher that is ready, and what it has logged."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.logged: list[dict[str, Any]] = []
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr
        async for line in self.process.stderr:
            said = line.decode()
            self.logged.append(json.loads(said) if said.startswith("{") else {"event": said, "level": "none"})

    def events(self, level: str) -> list[str]:
        """What was logged at this level."""
        return [each["event"] for each in self.logged if each["level"] == level]

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stops it; its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(how)
        await asyncio.wait_for(self.process.wait(), PATIENCE)
        await self._reading
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def running(
    home: DiscordAtHome, folder: Path, *words: str, module: str = "bot", **environment: str
) -> AsyncGenerator[Running]:
    """An Usher from when it is ready until the block ends; then it has stopped as it should."""
    process = await _begun(home, folder, *words, module=module, USHER_LOG_FORMAT="json", **environment)
    usher = Running(process)
    try:
        assert process.stdout
        ready = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
        assert b"is ready in" in ready, usher.logged
        yield usher
    except BaseException:
        print(*usher.logged, sep="\n")  # A test that fails shows what Usher had to say.
        raise
    finally:
        killed = process.returncode is not None
        code = await usher.stop()
    assert killed or code == 0, usher.logged
