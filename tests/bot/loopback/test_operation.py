"""What an operator reads: health, figures, the log, and what the doctor says."""

import asyncio
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.settings import BadSettings, Environment
from tests.bot.loopback.discord_at_home import PATIENCE, VIEW_CHANNEL, DiscordAtHome, discord_at_home
from tests.bot.loopback.usher_process import running, usher_environment

TYPED = "zorblax"
WELL = ("versions", "settings", "folder", "disk", "database", "films", "token", "intents", "clock")
FIGURES = (
    'usher_interactions_total{kind="command"} 2.0',
    'usher_acknowledge_seconds_count{kind="command"} 2.0',
    'usher_discord_requests_total{status="200"}',
    "usher_servers 1.0",
    "usher_shards_connected 1.0",
    "usher_database_away 0.0",
    "process_resident_memory_bytes",
)
TOKEN = "a-token"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


async def test_health_and_figures_are_told_where_a_port_is_set_and_no_word_is_logged(folder: Path) -> None:
    port = free_port()
    async with (
        discord_at_home() as home,
        running(home, folder, USHER_MONITOR_PORT=str(port)) as usher,
        ClientSession(f"http://127.0.0.1:{port}") as web,
    ):
        assert await status(web, "/live") == 200
        assert await status(web, "/ready") == 200
        number = await home.types("movie", title=TYPED)
        await home.answer(number)
        await home.answer(await home.types("movie", title="coco"))
        async with web.get("/metrics") as told:
            text = await told.text()
        home.gateway.farewell = 1012
        await home.gateway.cut(1012)
        async with asyncio.timeout(PATIENCE):
            while await status(web, "/ready") != 503:
                await asyncio.sleep(0.05)
        assert await status(web, "/live") == 200
    assert [figure for figure in FIGURES if figure not in text] == []
    answered = [each for each in usher.logged if each["event"] == "answered"]
    assert answered[0].items() >= {"interaction": int(number), "kind": "command", "command": "movie"}.items()
    assert answered[0]["ms"] >= 0
    log = str(usher.logged)
    assert [word for word in (TYPED, "parent", TOKEN, f"token-{number}") if word in log] == []


async def status(web: ClientSession, path: str) -> int:
    async with web.get(path) as answer:
        return answer.status


async def doctor(home: DiscordAtHome, folder: Path, **environment: str) -> tuple[int | None, dict[str, str]]:
    """Its exit code, and what it says by thing."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "bot", "doctor"),
        cwd=folder,
        env=usher_environment(home, folder) | environment,
        stdout=PIPE,
        stderr=STDOUT,
    )
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    lines = [[*line[5:].split(": ", 1), line[:5].strip()] for line in said.decode().splitlines()]
    return process.returncode, {thing: f"{health} {rest}" for thing, rest, health in lines}


async def test_the_doctor_says_what_is_well_and_what_to_do_where_it_is_not(folder: Path) -> None:
    async with discord_at_home() as home:
        home.permissions = VIEW_CHANNEL
        home.starts_left = 0
        code, told = await doctor(home, folder)
        assert code == 0
        assert [thing for thing in WELL if not told[thing].startswith("ok ")] == []
        assert "Send Messages" in told["permissions"]
        assert "the file commands" in told["commands"]
        assert "waits" in told["shards"]
        home.login = 401
        (folder / "data" / "usher.db").write_bytes(b"no database " * 100)
        code, told = await doctor(home, folder)
        assert code == 1
        assert told["database"].startswith("BAD ")
        assert "is no SQLite database" in told["database"]
        assert "copy it again" in told["token"]


def test_every_fault_of_the_settings_is_named_at_once() -> None:
    bad = {"USHER_SHARDS": "9/8", "USHER_MONITOR_PORT": "x", "USHER_LOG_FORMAT": "?", "USHER_IMDB_URL": "?"}
    with pytest.raises(BadSettings) as faults:
        Environment.of(bad)
    assert [name for name in bad if name not in str(faults.value)] == []
