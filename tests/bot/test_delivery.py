"""What is sent is sent again where the connection is cut, and what cannot be sent costs nothing else."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

import discord
import pytest
from aiohttp import ClientOSError, ServerDisconnectedError

from bot import delivery
from bot.delivery import UNREACHED, WAITS_TO_POST, post
from bot.ui.responses import UNKNOWN_MESSAGE
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend

CUTS = (ServerDisconnectedError(), ClientOSError(104, "reset by peer"), TimeoutError())
Send = Callable[..., Awaitable[Any]]


@pytest.fixture(autouse=True)
def in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "WAITS_TO_POST", (0.0,) * len(WAITS_TO_POST))


def sender(cut: Iterator[Exception], nonces: list[object]) -> Send:
    """Sends by a line that is cut so often."""

    async def send(**what: object) -> str:
        nonces.append(what["nonce"])
        for error in cut:
            raise error
        return "sent"

    return send


@pytest.mark.parametrize("cuts", range(len(CUTS) + 1))
async def test_a_line_that_is_cut_costs_no_message_and_posts_none_twice(cuts: int) -> None:
    nonces: list[object] = []
    assert await post(sender(iter(CUTS[:cuts]), nonces), view="a card") == "sent"
    assert len(nonces) == cuts + 1
    assert len(set(nonces)) == 1


async def test_a_line_that_stays_away_is_tried_so_often_and_no_more() -> None:
    nonces: list[object] = []
    with pytest.raises(UNREACHED):
        await post(sender(iter(CUTS * 2), nonces), nonce="n")
    assert nonces == ["n"] * (len(WAITS_TO_POST) + 1)


async def test_what_discord_refuses_is_not_sent_again(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    channel: Any = world.env.bot.get_partial_messageable(world.channel.id)
    before = len(world.env.http_requests)
    with pytest.raises(discord.Forbidden):
        await post(channel.send, content="a card")
    assert len(world.env.http_requests) == before + 1


async def test_a_fault_is_taken_although_the_line_to_the_moderators_is_cut(
    world: World, storage: Storage, parent: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))

    async def cut(*_: object, **__: object) -> None:
        raise ServerDisconnectedError

    card = await parent.slash("movie", title="coco-2017")
    form = await parent.opens(card, "This is wrong")
    monkeypatch.setattr(discord.abc.Messageable, "send", cut)
    seen = await parent.sends(form, says="There is a dog")
    assert "Thank you" in seen.text


async def test_an_answer_whose_place_was_dismissed_meanwhile_arrives_in_a_new_message(world: World) -> None:
    moderator = world.moderator()
    dismissed = partial(world.env.inject_error, "PATCH", "/webhooks/*/*/messages/@original", status=404)
    dismissed(code=UNKNOWN_MESSAGE)
    seen = await moderator.uploads("entry upload", "films.csv", b"title,year\nThe Paper Boat,2001\n")
    assert "The Paper Boat (2001)" in seen.text
    dismissed(code=UNKNOWN_MESSAGE)
    kept = await moderator.presses(seen, "Keep as drafts")
    assert kept.private
    assert "The Paper Boat" in kept.text


async def test_what_else_discord_does_not_find_is_a_fault_with_a_reference(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        world.env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=404, code=10003)
        table = b"title,year\nThe Paper Boat,2001\n"
        seen = await world.moderator().uploads("entry upload", "films.csv", table)
        assert seen.private
        assert "reference" in seen.text
