"""What the simulated Discord puts handlers of its own before: here discord.py's and ours stand alone.

The bot runs in this process, connected to the Discord on this machine, so that a part of it can fail.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import pytest

from bot.client import Usher
from bot.film.replies import Replier
from knowledge.guide import Guide
from tests.bot.conftest import NewBot
from tests.bot.loopback.discord_at_home import PATIENCE, DiscordAtHome, discord_at_home
from tests.bot.loopback.discord_http import refused, words
from tests.bot.loopback.payloads import message, press

SECRET = "zorblax"


@pytest.fixture
async def home(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordAtHome]:
    monkeypatch.setenv("NO_PROXY", "*")
    async with discord_at_home() as home:
        monkeypatch.setattr("discord.http.Route.BASE", home.address)
        yield home


@pytest.fixture
async def bot(home: DiscordAtHome, new_bot: NewBot) -> AsyncIterator[Usher]:
    """Connected and ready."""
    async with new_bot() as bot:
        running = asyncio.create_task(bot.start("a-token"))
        await bot.wait_until_ready()
        yield bot
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    assert home.told_commands


def fails(_: object, text: object, *__: object, **___: object) -> None:
    raise RuntimeError(f"{text} {SECRET}")


async def test_an_event_whose_listener_fails_is_logged_without_a_word_and_the_bot_goes_on(
    home: DiscordAtHome, bot: Usher, caplog: pytest.LogCaptureFixture
) -> None:
    heard = asyncio.Event()

    async def listens(said: object) -> None:
        heard.set()
        raise RuntimeError(f"{said} {SECRET}")

    bot.add_listener(listens, "on_message")
    await home.gateway.tell("MESSAGE_CREATE", message(home.number(), f"is coco ok for 6? {SECRET}"))
    assert "Coco (2017)" in words(await home.answer("5"))
    await asyncio.wait_for(heard.wait(), PATIENCE)
    await home.answer(await home.types("movie", title="coco"))
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text


async def test_a_command_that_fails_is_answered_with_a_reference_that_is_in_the_log(
    home: DiscordAtHome, bot: Usher, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert bot.is_ready()
    with monkeypatch.context() as broken:
        broken.setattr(Replier, "asked", fails)
        answer = await home.answer(await home.types("ask", question=f"{SECRET} is coco ok for 6?"))
    logged = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    reference = logged[0].split(":")[0].removeprefix("reference ")
    assert reference in words(answer)
    assert SECRET not in caplog.text
    assert "Coco (2017)" in words(await home.answer(await home.types("movie", title="coco")))


async def test_a_press_that_fails_is_answered_with_a_reference_too(
    home: DiscordAtHome, bot: Usher, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert bot.is_ready()
    with monkeypatch.context() as broken:
        broken.setattr(Guide, "answer", fails)
        answer = await home.answer(await home.interact(3, press("u:a:ra:coco-2017::::")))
    logged = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert logged[0].split(":")[0].removeprefix("reference ") in words(answer)
    assert SECRET not in caplog.text


async def test_a_refusal_that_discord_does_not_take_is_logged_with_its_code(
    home: DiscordAtHome, bot: Usher, caplog: pytest.LogCaptureFixture
) -> None:
    assert bot.is_ready()
    home.fault = lambda request: (
        refused("Missing Permissions", 50013, 403) if request.path.endswith("/callback") else None
    )
    await home.types("movie", title="coco")
    async with asyncio.timeout(PATIENCE):
        while "why there is no answer: Discord says 403, code 50013" not in caplog.text:
            await asyncio.sleep(0.01)
