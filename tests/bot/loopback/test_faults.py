"""What fails between Discord and us: requests, connections, events. Nobody is left without an answer."""

import asyncio
import os
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random

from aiohttp import web

from tests.bot.loopback.discord_at_home import DiscordAtHome, Fault, discord_at_home, no_fault
from tests.bot.loopback.discord_http import limited, said, words
from tests.bot.loopback.payloads import command, message, person
from tests.bot.loopback.usher_process import running

LONG = int(os.environ.get("USHER_PROVE_FAULTS", "0"))
"""Seconds for which connections are cut and requests fail; a moment without it."""
EVERY = 2.0 if LONG else 0.3
"""Seconds between two cuts."""


def drop(request: web.Request) -> web.Response:
    """The connection ends, and nobody knows whether what was sent arrived."""
    if request.transport:
        request.transport.abort()
    return web.Response()


def slow_down(_: web.Request) -> web.Response:
    return limited(0.3)


def status(code: int) -> Callable[[web.Request], web.Response]:
    """Discord itself fails."""
    return lambda _: said({}, code)


def first_attempts_fail() -> Fault:
    """Each way of failing in turn, for the first attempt at each answer."""
    failures = (status(500), status(502), drop, slow_down)
    seen: Counter[str] = Counter()
    turn = count()

    def fault(request: web.Request) -> web.StreamResponse | None:
        if request.method != "POST":
            return None
        seen[request.path] += 1
        first = seen[request.path] == 1
        return failures[next(turn) % len(failures)](request) if first else None

    return fault


def first_posts_fail(*failures: Fault) -> tuple[Fault, list[str]]:
    """Each way of failing, once and twice, for what is posted in a channel of its own; those channels."""
    failing = {str(70 + place): failure for place, failure in enumerate(failures * 2)}
    left = {channel: iter(range(1 + place // len(failures))) for place, channel in enumerate(failing)}

    def fault(request: web.Request) -> web.StreamResponse | None:
        channel = request.match_info.get("channel", "")
        fails = request.method == "POST" and next(left.get(channel, iter(())), None) is not None
        return failing[channel](request) if fails else None

    return fault, list(failing)


def at_random(share: float) -> Fault:
    """So large a share of all requests fails."""
    chance = Random(18)

    def fault(request: web.Request) -> web.StreamResponse | None:
        failed = chance.random() < share
        return chance.choice([said({}, 500), said({}, 502), limited(0.2)]) if failed and request else None

    return fault


async def test_an_answer_arrives_although_the_first_attempt_at_it_fails(folder: Path) -> None:
    async with discord_at_home() as home, running(home, folder):
        home.fault = first_attempts_fail()
        asked = [await home.types("movie", title="coco") for _ in range(8)]
        for number in asked:
            assert "Coco (2017)" in words(await home.answer(number))
        home.fault, home.receipts_lost = no_fault, 1
        number = await home.types("movie", title="coco")
        await home.answer(number)
        await home.answer(await home.types("movie", title="coco"))
        assert len(home.answers[number]) == 1, "what arrived was sent again"
        home.fault = at_random(0.3)
        for _ in range(LONG):
            assert "Coco (2017)" in words(await home.answer(await asks(home)))


async def test_who_writes_is_answered_once_although_the_first_attempts_fail(folder: Path) -> None:
    async with discord_at_home() as home, running(home, folder) as usher:
        home.fault, channels = first_posts_fail(status(500), drop, slow_down)
        for channel in channels:
            who = person(home.number())
            asked = message(home.number(), "is coco ok for 6?", who, channel_id=channel)
            await home.gateway.tell("MESSAGE_CREATE", asked)
        for channel in channels:
            assert "Coco (2017)" in words(await home.answer(channel))
        home.fault, home.receipts_lost = no_fault, 1
        posted = home.posted
        await home.gateway.tell("MESSAGE_CREATE", message(home.number(), "is coco ok for 6?"))
        await home.until(lambda: home.posted == posted + 2)
        answers = [len(home.answers[channel]) for channel in (*channels, "5")]
        assert answers == [1] * len(answers), "what arrived was posted again"
    assert usher.events("error") == []


async def test_what_discord_takes_no_more_is_a_line_in_the_log_and_no_fault_of_ours(folder: Path) -> None:
    async with discord_at_home() as home, running(home, folder) as usher:
        number = await home.types("movie", title="coco")
        home.sent_at[number] = 0.0
        await home.until(lambda: home.refused == 1)
        typed = await home.interact(4, command("movie", {"title": "coc"}, focused="title"))
        home.sent_at[typed] = 0.0
        await home.until(lambda: home.refused == 2)
        await home.answer(await home.types("movie", title="coco"))
        assert home.answers.keys().isdisjoint({number, typed})
    assert usher.events("error") == []
    assert any("later than Discord takes one" in event for event in usher.events("warning"))


async def asks(home: DiscordAtHome) -> str:
    """Somebody who has not asked before."""
    who = person(home.number())
    return await home.interact(2, command("movie", {"title": "coco"}), None, user=who)


async def test_a_gateway_that_is_cut_again_and_again_costs_no_answer_and_no_new_session(folder: Path) -> None:
    async with discord_at_home() as home, running(home, folder) as usher:
        asked: list[str] = []
        for place in range(max(4, int(LONG / EVERY))):
            await home.gateway.cut(code=(1001, 4000)[place % 2], hard=place % 4 > 1)
            asked.append(await home.types("movie", title="coco"))
            resumed = place + 1
            await home.until(lambda many=resumed: home.gateway.resumed >= many)
            await home.answer(asked[-1])
            await asyncio.sleep(EVERY)
        assert [len(home.answers[number]) for number in asked] == [1] * len(asked)
        assert len(home.gateway.identified) == 1
        home.gateway.forgetful = True
        await home.gateway.cut()
        await home.until(lambda: len(home.gateway.identified) == 2)
        home.gateway.forgetful = False
        await home.answer(await home.types("movie", title="coco"))
        await an_event_that_nobody_can_read(home)
        assert any("could not be read" in event for event in usher.events("error"))


async def an_event_that_nobody_can_read(home: DiscordAtHome) -> None:
    """Such as after a change at Discord: it is left aside, and the bot goes on."""
    await home.gateway.tell("INTERACTION_CREATE", {"id": "3", "type": 2, "guild_id": "?"})
    await home.answer(await home.types("movie", title="coco"))
