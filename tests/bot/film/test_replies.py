"""Which messages are answered, once each, and that an answer arrives where Discord refuses a reply."""

from copy import copy
from typing import Any

import discord
import pytest

from bot.film.messages import Messages
from bot.ui.limits import QUESTION
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

COCO = "Coco (2017)"
REFUSALS = {
    "no Read Message History": (403, 160002),
    "the message is gone": (400, 50035),
    "a system message": (400, 50035),
    "an unknown message": (404, 10008),
}


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


def posts(world: World) -> list[Any]:
    """What the bot tried to post as plain messages."""
    sent = world.env.http_requests
    return [one.json for one in sent if one.method == "POST" and one.path.endswith("/messages")]


@pytest.mark.parametrize("why", REFUSALS)
async def test_where_a_reply_is_refused_the_answer_stands_beside_the_message(
    world: World, parent: Person, why: str
) -> None:
    status, code = REFUSALS[why]
    world.env.inject_error("POST", "/channels/*/messages", status=status, code=code)
    seen = known(await parent.mentions("is coco ok for 6?"))
    assert seen.film == COCO
    assert seen.message.reference is None
    refused, sent = posts(world)[-2:]
    assert refused["nonce"] == sent["nonce"], "Discord knows the second for the first"
    assert sent["enforce_nonce"]


async def test_where_nothing_can_be_sent_it_is_logged_without_a_word(
    new_bot: NewBot, caplog: pytest.LogCaptureFixture
) -> None:
    async with pretend(new_bot()) as world:
        parent = world.person()
        world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
        assert await parent.mentions("is coco ok for 6?") is None
    assert "an answer could not be sent: Discord says 403, code 50013" in caplog.text


async def test_every_post_has_a_nonce_of_its_own(world: World, parent: Person) -> None:
    for text in ("is coco ok for 6?", "", "is it sad?"):
        await parent.mentions(text)
    nonces = [one["nonce"] for one in posts(world)]
    assert len(set(nonces)) == 3
    assert all(len(nonce) <= 25 for nonce in nonces)


async def test_an_edit_that_adds_the_mention_is_answered_once(world: World, parent: Person) -> None:
    message = await parent.actor.send(world.channel, "is coco ok for 6?")
    mentioned = f"{world.mention} is coco ok for 6?"
    assert known(await parent.edits(message, mentioned)).film == COCO
    assert await parent.edits(message, f"{mentioned} thanks") is None


async def test_an_edit_of_what_was_answered_is_not_answered_again(world: World, parent: Person) -> None:
    message = await parent.actor.send(world.channel, f"{world.mention} is coco ok for 6?")
    assert await parent.edits(message, f"{world.mention} is coco ok for 16?") is None


async def test_a_mention_that_was_empty_is_answered_when_the_question_is_there(
    world: World, parent: Person
) -> None:
    message = await parent.actor.send(world.channel, world.mention)
    assert known(await parent.edits(message, f"{world.mention} is coco ok for 6?")).film == COCO


async def test_an_edit_that_is_none_and_one_that_is_old_are_no_questions(
    world: World, parent: Person
) -> None:
    message = await parent.actor.send(world.channel, "is coco ok for 6?")
    before = world.count(world.channel)
    await world.env.advance_time(16 * 60)
    assert await parent.edits(message, f"{world.mention} is coco ok for 6?") is None
    assert world.count(world.channel) == before


async def test_messages_of_the_system_are_no_questions(world: World, parent: Person) -> None:
    bot: Any = world.env.bot
    messages = next(each for each in bot.features if isinstance(each, Messages))
    message = await parent.actor.send(world.channel, f"{world.mention} is coco ok for 6?")
    answered: list[str] = []
    for place, kind in enumerate(discord.MessageType, start=1):
        another = copy(message)
        another.id, another.type = message.id + place, kind
        before = world.count(world.channel)
        await messages.on_message(another)
        answered += [kind.name] * (world.count(world.channel) - before)
    assert answered == ["default", "reply"]


def our_role(world: World) -> str:
    guild = world.env.bot.get_guild(world.here)
    assert guild is not None
    return next(role.mention for role in guild.me.roles if role.managed)


async def test_a_mention_of_our_role_is_told_how_to_mention_us(world: World, parent: Person) -> None:
    hint = known(await parent.says(f"{our_role(world)} is coco ok for 6?"))
    assert "That is my role" in hint.text
    assert world.mention in hint.text
    assert world.pings == []


async def test_who_then_mentions_us_by_an_edit_is_answered(world: World, parent: Person) -> None:
    message = await parent.actor.send(world.channel, f"{our_role(world)} is coco ok for 6?")
    assert known(await parent.edits(message, f"{world.mention} is coco ok for 6?")).film == COCO


async def test_another_role_that_we_have_is_none_of_our_business(world: World, parent: Person) -> None:
    role = world.server.create_role("film club", mentionable=True)
    assert await parent.says(f"{role.mention} is coco ok for 6?") is None


@pytest.mark.parametrize("way", ["mention", "direct message", "message menu"])
async def test_a_long_text_is_told_kindly_and_nothing_is_answered_by_half(
    world: World, parent: Person, way: str
) -> None:
    text = f"is coco ok for 6? {'x' * QUESTION}"[: QUESTION + 1]
    match way:
        case "mention":
            seen = await parent.mentions(text)
        case "direct message":
            seen = await parent.whispers(text)
        case _:
            seen = await parent.asks_about(await parent.actor.send(world.channel, text))
    assert f"at most {QUESTION} characters" in known(seen).text
    assert known(await parent.mentions(text[:QUESTION])).film == COCO
