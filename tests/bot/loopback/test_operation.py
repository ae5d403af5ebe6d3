"""What an operator reads: health, figures, the log, and what the doctor says."""

import asyncio
import socket
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from bot.cli.diagnosis import Health
from bot.cli.doctor_discord import ask_discord
from bot.cli.doctor_here import catalogue as look_at_catalogue
from bot.cli.doctor_here import folder as look_at_folder
from bot.cli.doctor_here import unknown_settings
from bot.settings import BadSettings, Environment
from knowledge.catalogue.store import FILE
from tests.bot.loopback.discord_at_home import PATIENCE, VIEW_CHANNEL, DiscordAtHome, Fault, discord_at_home
from tests.bot.loopback.discord_http import refused, said, words
from tests.bot.loopback.payloads import message
from tests.bot.loopback.usher_process import running, usher_environment, usher_run

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
        running(home, folder, USHER_MONITOR_PORT=str(port), USHER_LOG_LEVEL="DEBUG") as usher,
        ClientSession(f"http://127.0.0.1:{port}") as web,
    ):
        assert await status(web, "/live") == 200
        assert await status(web, "/ready") == 200
        number = await home.types("movie", title=TYPED)
        await home.answer(number)
        await home.answer(await home.types("movie", title="coco"))
        async with web.get("/metrics") as told:
            text = await told.text()
        # Neither begun anew nor gone on with: else it may be ready again before one looks.
        home.gateway.farewell, home.gateway.forgetful = 1012, True
        await home.gateway.cut(1012)
        async with asyncio.timeout(PATIENCE):
            while await status(web, "/ready") != 503:
                await asyncio.sleep(0.05)
            # From then on connections open, and none gets as far as a session.
            begun = len(home.gateway.identified)
            while len(home.gateway.identified) == begun:
                assert await status(web, "/ready") == 503
                await asyncio.sleep(0.001)
        assert await status(web, "/live") == 200
        home.gateway.farewell, home.gateway.forgetful = None, False
        async with asyncio.timeout(PATIENCE):
            while await status(web, "/ready") != 200:
                await asyncio.sleep(0.05)
        home.let_through.clear()
        await home.gateway.tell("MESSAGE_CREATE", message(home.number(), f"is {TYPED} ok for 6?"))
        await asyncio.wait_for(home.asked.wait(), PATIENCE)
        usher.process.terminate()
        async with asyncio.timeout(PATIENCE):
            while await status(web, "/ready") != 503:
                await asyncio.sleep(0.05)
        home.let_through.set()
        assert TYPED in words(await home.answer("5"))
    assert [figure for figure in FIGURES if figure not in text] == []
    answered = [each for each in usher.logged if each["event"] == "answered"]
    assert answered[0].items() >= {"interaction": int(number), "kind": "command", "command": "movie"}.items()
    assert answered[0]["ms"] >= 0
    log = str(usher.logged).replace(str(folder), "")  # Whoever runs the tests may be called so.
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
    out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    lines = [[*line[5:].split(": ", 1), line[:5].strip()] for line in out.decode().splitlines()]
    return process.returncode, {thing: f"{health} {rest}" for thing, rest, health in lines}


async def test_the_doctor_says_what_is_well_and_what_to_do_where_it_is_not(folder: Path) -> None:
    async with discord_at_home() as home:
        home.permissions = VIEW_CHANNEL
        home.starts_left = 0
        home.known_commands = [{"name": "of-before"}]
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


def page(_: web.Request) -> web.Response:
    """As the network of a hotel answers whatever is asked."""
    return web.Response(text="<html>Welcome</html>", content_type="text/html")


def another_service(_: web.Request) -> web.Response:
    return said({"error": "no such thing"})


def no_commands(request: web.Request) -> web.Response | None:
    return refused("Missing Access", 50001, 403) if request.path.endswith("/commands") else None


@pytest.mark.parametrize(
    ("fault", "thing", "says"),
    [
        (page, "token", "is not Discord"),
        (another_service, "token", "is not Discord"),
        (no_commands, "Discord", "status 403"),
    ],
)
async def test_the_doctor_blames_the_token_for_nothing_else(
    fault: Fault, thing: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    async with discord_at_home() as home:
        monkeypatch.setattr("discord.http.Route.BASE", home.address)
        assert "the first start tells it" in str([one async for one in ask_discord(TOKEN, None, {"ask": {}})])
        home.fault = fault
        *_, last = [one async for one in ask_discord(TOKEN, None, {})]
    assert (last.thing, last.health) == (thing, Health.ILL)
    assert says in last.found


async def test_a_bot_that_meets_something_else_than_discord_says_so(folder: Path) -> None:
    async with discord_at_home() as home:
        home.fault = page
        async with usher_run(home, folder) as process:
            _, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert b"is not Discord" in err.splitlines()[-1]


def test_a_setting_that_is_mistyped_and_a_folder_that_leads_nowhere_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USHER_LOGLEVEL", "DEBUG")
    assert "USHER_LOGLEVEL" in str(unknown_settings())
    (tmp_path / "data").symlink_to(tmp_path / "none")
    assert [one.health for one in look_at_folder(Environment(data_dir=tmp_path / "data"))] == [Health.ILL]


def test_a_damaged_catalogue_is_one_line_of_the_doctors_and_not_its_last(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / FILE).write_bytes(b"no catalogue " * 400)
    told = look_at_catalogue(Environment(data_dir=tmp_path))
    assert (told.thing, told.health) == ("films", Health.ILL)
    assert "import again" in told.found


def test_every_fault_of_the_settings_is_named_at_once() -> None:
    bad = {"USHER_SHARDS": "9/8", "USHER_MONITOR_PORT": "x", "USHER_LOG_FORMAT": "?", "USHER_IMDB_URL": "?"}
    with pytest.raises(BadSettings) as faults:
        Environment.of(bad)
    assert [name for name in bad if name not in str(faults.value)] == []
