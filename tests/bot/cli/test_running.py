"""`usher run` and the playground as processes: they say that they are ready, and stop when told to."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from aiohttp import ClientSession

from tests.bot.loopback.discord_at_home import discord_at_home
from tests.bot.loopback.payloads import message
from tests.bot.loopback.usher_process import ROOT, usher_run

QUESTION = message(10, "is coco ok for 6?")
PATIENCE = 60
"""Seconds until a test gives up; no time is asserted."""


def heard(stop: signal.Signals) -> bool:
    """Whether these tests were not started deaf for it, as nohup does: then so is what they start."""
    return signal.getsignal(stop) is not signal.SIG_IGN


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_who_is_being_answered_gets_the_answer_before_it_stops(
    tmp_path: Path, stop: signal.Signals
) -> None:
    if not heard(stop):
        pytest.skip(f"{stop.name} is ignored here, and so by all that is started here")
    async with discord_at_home() as home, usher_run(home, tmp_path) as usher:
        assert usher.stdout
        assert await asyncio.wait_for(usher.stdout.readline(), PATIENCE) == b"Usher is ready in 1 server.\n"
        home.let_through.clear()
        await home.gateway.tell("MESSAGE_CREATE", QUESTION)
        await asyncio.wait_for(home.asked.wait(), PATIENCE)
        usher.send_signal(stop)
        await asyncio.sleep(0.5)
        assert home.answers == {}
        home.let_through.set()
        _, err = await asyncio.wait_for(usher.communicate(), PATIENCE)
    assert usher.returncode == 0, err
    assert len(home.answers["5"]) == 1
    assert home.gateway.left_with == 1000
    assert b"Traceback" not in err


async def test_an_answer_that_discord_never_takes_keeps_it_from_stopping_for_a_while_only(
    tmp_path: Path,
) -> None:
    async with discord_at_home() as home, usher_run(home, tmp_path) as usher:
        assert usher.stdout
        await asyncio.wait_for(usher.stdout.readline(), PATIENCE)
        home.let_through.clear()
        await home.gateway.tell("MESSAGE_CREATE", QUESTION)
        await asyncio.wait_for(home.asked.wait(), PATIENCE)
        usher.send_signal(signal.SIGTERM)
        _, err = await asyncio.wait_for(usher.communicate(), PATIENCE)
        home.let_through.set()
    assert usher.returncode == 0, err
    assert b"1 answers were not sent in time" in err


@pytest.mark.parametrize(
    ("login", "farewell", "hint"),
    [(401, None, b"does not know this token"), (200, 4004, b"code 4004")],
)
async def test_what_discord_refuses_is_one_line(
    tmp_path: Path, login: int, farewell: int | None, hint: bytes
) -> None:
    async with (
        discord_at_home(login, farewell) as home,
        usher_run(home, tmp_path, USHER_LOG_LEVEL="ERROR") as usher,
    ):
        _, err = await asyncio.wait_for(usher.communicate(), PATIENCE)
    assert usher.returncode == 1
    assert hint in err
    assert err.count(b"\n") == 1, err


async def test_the_playground_says_its_address_first_and_stops_when_it_is_told(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    full = {**clean, "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    words = [sys.executable, "-W", "ignore", "-m", "bot", "playground"]
    usher = await asyncio.create_subprocess_exec(
        *words, cwd=tmp_path, env=full, stdout=PIPE, stderr=asyncio.subprocess.STDOUT
    )
    assert usher.stdout
    first = await asyncio.wait_for(usher.stdout.readline(), PATIENCE)
    assert first.startswith(b"Usher's playground is open at http://127.0.0.1:")
    await only_this_machine_may_look(first.decode().split()[-1])
    usher.terminate()
    rest, _ = await asyncio.wait_for(usher.communicate(), PATIENCE)
    assert usher.returncode == 0
    stop, *more = rest.splitlines()
    assert stop == b"Press Ctrl+C to stop."
    assert more == [] or (len(more) == 1 and b"`usher catalogue fetch`" in more[0])
    # What was written there is forgotten; the index of the films that come with Usher is not made again.
    assert [path.name for path in tmp_path.glob("*/*")] == ["catalogue"]


async def only_this_machine_may_look(address: str) -> None:
    """A page of somebody else's that calls this machine by a name of its own is refused."""
    async with ClientSession() as browser:
        async with browser.get(address) as page:
            assert page.status == 200
        async with browser.get(address, headers={"Host": "films.example"}) as page:
            assert page.status >= 400
