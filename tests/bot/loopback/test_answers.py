"""The real bot on a real connection: what people do is answered once and in time, everywhere.

This Discord takes no first answer after three seconds, as the real one does not.
"""

import asyncio
import json
from pathlib import Path

from tests.bot.loopback.discord_at_home import HOME, DiscordAtHome, discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.payloads import (
    PARENT,
    Json,
    command,
    found,
    interaction,
    member,
    message,
    person,
    press,
    server_id,
)
from tests.bot.loopback.usher_process import running

STRANGERS = server_id(7)
"""A server that does not have us."""
MESSAGE, CHOICES, FORM = 4, 8, 9


async def test_whatever_one_does_is_answered_once(folder: Path) -> None:
    async with discord_at_home() as home, running(home, folder) as usher:
        card = await home.answer(await home.types("movie", title="coco"))
        assert card["type"] == MESSAGE
        assert "Coco (2017)" in words(card)
        await autocompletes(home)
        await presses(home, card)
        await asks_in_another_language(home)
        await brings_us_along(home)
        await writes(home)
        await happens_twice(home)
        await many_at_once(home)
        assert usher.events("error") == []


async def autocompletes(home: DiscordAtHome) -> None:
    typing = command("movie", {"title": "never let"}, focused="title")
    choices = await home.answer(await home.interact(4, typing))
    assert choices["type"] == CHOICES
    assert "Never Let Me Go (2010)" in [one["name"] for one in choices["data"]["choices"]]


async def presses(home: DiscordAtHome, card: Json) -> None:
    shown = message(home.number(), "", components=card["data"]["components"])
    for custom_id in dict.fromkeys(found(card, "custom_id")):
        answer = await home.answer(await home.interact(3, press(custom_id), message=shown))
        assert answer["type"] in (MESSAGE, 5, 6, 7, FORM), custom_id


async def asks_in_another_language(home: DiscordAtHome) -> None:
    asked = await home.interact(2, command("rating", {"title": "coco"}), locale="de")
    assert "Freigabe" in words(await home.answer(asked)) or "FSK" in words(await home.answer(asked))


async def brings_us_along(home: DiscordAtHome) -> None:
    """As an app of their own, into a server that does not have us; and in a direct message."""
    mine = {"authorizing_integration_owners": {"1": PARENT["id"]}, "member": member(PARENT)}
    there = await home.interact(2, command("movie", {"title": "coco"}), STRANGERS, **mine)
    assert "Coco (2017)" in words(await home.answer(there))
    alone = await home.interact(2, command("movie", {"title": "coco"}), None)
    assert "Coco (2017)" in words(await home.answer(alone))


async def writes(home: DiscordAtHome) -> None:
    await home.gateway.tell("MESSAGE_CREATE", message(home.number(), "is coco ok for 6?"))
    assert "Coco (2017)" in words(await home.answer("5"))


async def happens_twice(home: DiscordAtHome) -> None:
    """Discord may send an interaction again; what was done stays done once."""
    number = home.number()
    twice = interaction(number, 2, command("movie", {"title": "coco"}), HOME)
    home.expect(number)
    for _ in range(2):
        await home.gateway.tell("INTERACTION_CREATE", twice)
    await home.answer(str(number))
    await home.answer(await home.types("movie", title="coco"))
    assert len(home.answers[str(number)]) == 1


async def many_at_once(home: DiscordAtHome) -> None:
    other = [person(100 + place) for place in range(40)]
    asked = [await home.interact(2, command("movie", {"title": "coco"}), None, user=user) for user in other]
    answers = await asyncio.gather(*map(home.answer, asked))
    assert all("Coco (2017)" in json.dumps(answer) for answer in answers)
