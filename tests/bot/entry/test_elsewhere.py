"""What belongs to a server's guide is refused in direct messages and in servers that do not have us."""

from typing import cast

import discord
import pytest
from sqlalchemy import Connection, func, select

from bot.client import Usher
from bot.rights import Right
from bot.server.privacy import PrivacyVerb
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button
from bot.ui.message import text_message
from bot.ui.message_view import message_view
from knowledge.storage.storage import Storage
from knowledge.storage.tables import metadata
from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import posted

ELSEWHERE = frozenset(
    {
        Verb.SEND_AGAIN,
        PrivacyVerb.DELETE,
        PrivacyVerb.DELETE_CONFIRMED,
    }
)
"""What is about a person, and has its own tests; what parents ask works everywhere."""
IN_DIRECT_MESSAGES = Verb.NOTIFY
"""Who asks there to be told of a film is told there; test_without_guide.py has that."""


def rows(connection: Connection) -> int:
    """All that is stored."""
    tables = metadata.sorted_tables
    return sum(connection.execute(select(func.count()).select_from(one)).scalar_one() for one in tables)


def _nothing(*_: object) -> None:
    """For a server that is not ours."""


def verbs(world: World) -> list[ActionVerb]:
    """All that is about a server's guide."""
    bot = cast("Usher", world.env.bot)
    return [
        verb
        for verb, (feature, handler) in bot.dispatcher.handlers.items()
        if type(feature).__module__.startswith(("bot.entry", "bot.server"))
        if handler.right is not Right.OWNER and verb not in ELSEWHERE
    ]


def board(verb: ActionVerb) -> discord.ui.LayoutView:
    action = Button("Press", Action(verb, BOAT, "1"))
    return message_view(text_message("An old board", actions=(action,)))


async def test_every_press_on_a_moderators_board_in_a_direct_message_is_refused(
    storage: Storage, new_bot: NewBot
) -> None:
    async with pretend(new_bot(), errors=False) as world:
        moderator = world.moderator()
        before = await storage.read(rows)
        user = moderator.actor.user
        assert len(verbs(world)) > 25
        for verb in verbs(world):
            if verb == IN_DIRECT_MESSAGES:
                continue
            sent = await world.env.bot.get_partial_messageable(user.dm_channel.id).send(view=board(verb))
            assert "in a server only" in (await moderator.presses(posted(sent), "Press")).text, verb
        assert await storage.read(rows) == before


async def test_every_press_in_a_server_that_does_not_have_us_is_refused(
    storage: Storage, new_bot: NewBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with pretend(new_bot(), errors=False) as world:
        moderator = world.moderator()
        before = await storage.read(rows)
        boards = {verb: await world.posts(board(verb)) for verb in verbs(world)}
        monkeypatch.setattr(type(world.env.bot), "get_guild", _nothing)  # Brought along by somebody.
        for verb, seen in boards.items():
            assert "in a server only" in (await moderator.presses(seen, "Press")).text, verb
        assert await storage.read(rows) == before


@pytest.mark.parametrize("verb", [Verb.REPORT, Verb.SETTINGS, Verb.PUBLISH, Verb.BEGIN_SENT])
async def test_a_parent_is_told_why(world: World, parent: Person, verb: Verb) -> None:
    user = parent.actor.user
    await user.send_dm("hello")
    sent = await world.env.bot.get_partial_messageable(user.dm_channel.id).send(view=board(verb))
    assert "in a server only" in (await parent.presses(posted(sent), "Press")).text
