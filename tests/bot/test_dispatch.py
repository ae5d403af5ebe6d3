"""Each action has one handler; who may ask for it, and what is pressed twice, is seen to in one place."""

import ast
import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.client import Usher, feature_classes
from bot.dispatch import Handler, HandlerMismatch, handlers_of, handles
from bot.rights import Right
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button
from bot.ui.message import text_message
from bot.ui.message_view import message_view
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.verbs import BY_NAME, VERBS

BOT = Path(__file__).parents[2] / "bot"
FILM = "coco-2017"


def handlers(world: World) -> dict[ActionVerb, tuple[object, Handler]]:
    return dict(cast("Usher", world.env.bot).dispatcher.handlers)


def board(verb: ActionVerb) -> discord.ui.LayoutView:
    return message_view(text_message("An old message", actions=(Button("Press", Action(verb, FILM, "1")),)))


def made() -> Iterator[tuple[str, ast.expr]]:
    """Each verb that stands in the code, with the call that it is an argument of."""
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for one in (*node.args, *(word.value for word in node.keywords)):
                    for verb in ast.walk(one):
                        if ast.unparse(verb) in BY_NAME:
                            yield ast.unparse(verb), node.func


def test_every_action_has_one_handler_and_every_handler_an_action(new_bot: NewBot) -> None:
    assert set(new_bot().dispatcher.handlers) == set(VERBS)


def test_every_handler_is_reached_by_a_button_a_menu_or_a_form() -> None:
    makers = {"Action", "Action.about", "question_button", "self._ask"}
    reached = {verb for verb, call in made() if ast.unparse(call) in makers}
    elsewhere = {"Verb.ANSWER", "Verb.GLANCE"}
    """These two are chosen between, before the button is made."""
    assert set(BY_NAME) - reached <= elsewhere


class Once:
    @handles(Verb.EDIT)
    async def edit(self, interaction: discord.Interaction, action: Action) -> None:
        """Does nothing."""


def test_an_action_that_nobody_handles_stops_the_start() -> None:
    with pytest.raises(HandlerMismatch, match=r"nobody handles .*PUBLISH"):
        handlers_of([Once()])


def test_an_action_that_two_handle_stops_the_start() -> None:
    with pytest.raises(HandlerMismatch, match="EDIT is handled twice"):
        handlers_of([Once(), type("Again", (Once,), {})()])


def test_two_actions_with_one_code_stop_the_start(new_bot: NewBot) -> None:
    class Other(ActionVerb):
        """A feature's own."""

        EDIT = Verb.EDIT.value

    class Twice:
        @handles(Other.EDIT)
        async def edit(self, interaction: discord.Interaction, action: Action) -> None:
            """Does nothing."""

    bot = new_bot()
    with pytest.raises(HandlerMismatch, match="two actions have one code"):
        handlers_of([bot.dispatcher, *bot.features, Twice()])


def test_features_are_found_in_their_rooms() -> None:
    rooms = {kind.__module__.rpartition(".")[0] for kind in feature_classes()}
    assert rooms == {"bot.film", "bot.entry", "bot.server", "bot.server.reviews"}


async def test_what_is_for_moderators_is_refused_to_all_others_whatever_it_is(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        parent = world.person()
        theirs = [verb for verb, (_, one) in handlers(world).items() if one.right is Right.MODERATOR]
        assert len(theirs) > 30
        for verb in theirs:
            seen = await parent.presses(await world.posts(board(verb)), "Press")
            assert "for moderators" in seen.text, verb
            assert seen.private


async def test_what_is_for_the_owner_is_refused_to_moderators_too(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        world.operator()
        moderator = world.moderator()
        theirs = [verb for verb, (_, one) in handlers(world).items() if one.right is Right.OWNER]
        assert len(theirs) == 5
        for verb in theirs:
            seen = await moderator.presses(await world.posts(board(verb)), "Press")
            assert "who runs this bot" in seen.text, verb


async def test_a_button_that_another_version_made_is_answered(world: World, parent: Person) -> None:
    view = discord.ui.LayoutView(timeout=None)
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow()
    row.add_item(discord.ui.Button(label="Press", custom_id="m:taken_away:coco-2017:"))
    view.add_item(row)
    view.stop()
    assert "too old" in (await parent.presses(await world.posts(view), "Press")).text


async def test_no_view_that_was_sent_is_kept(world: World, parent: Person) -> None:
    moderator = world.moderator()
    for _ in range(5):
        card = await parent.slash("movie", title=FILM)
        await parent.presses(card, "Reviews")
        await parent.fills(card, "Ask", "is it sad?")
        await parent.mentions("is coco ok for 6?")
        await moderator.slash("entry edit", title=FILM)
    state: Any = vars(world.env.bot)["_connection"]
    store: Any = state._view_store
    kept = {name: getattr(store, name) for name in ("_views", "_synced_message_views", "_modals")}
    assert str(kept) == "{'_views': {}, '_synced_message_views': {}, '_modals': {}}"


class Press:
    """A press as the gateway brings it, of which the test says how often and when."""

    def __init__(self, number: int, custom_id: str) -> None:
        self.id = number
        self.data = {"custom_id": custom_id}
        self.user = SimpleNamespace(id=7)
        self.message = SimpleNamespace(id=9)
        self.guild_id = None
        self.acknowledged = 0
        self.response = SimpleNamespace(is_done=lambda: False, defer=self._defer)

    async def _defer(self) -> None:
        self.acknowledged += 1


class Slow:
    """In place of the feature of one action: waits until it is let go."""

    def __init__(self) -> None:
        self.begun = 0
        self.go = asyncio.Event()

    async def run(self, feature: object, interaction: Any, action: Action) -> None:
        del feature, interaction, action
        self.begun += 1
        await self.go.wait()


@pytest.fixture
async def slow(new_bot: NewBot) -> AsyncIterator[tuple[Usher, Slow]]:
    """A bot one of whose actions takes its time."""
    bot, slow = new_bot(), Slow()
    handler = Handler(Verb.GLANCE, Right.ANYONE, None, slow.run)
    bot.dispatcher.handlers = {**bot.dispatcher.handlers, Verb.GLANCE: (slow, handler)}
    yield bot, slow
    slow.go.set()


async def pressed(bot: Usher, *presses: Press) -> None:
    """All of them at once."""
    given = [asyncio.create_task(bot.on_interaction(cast("Any", one))) for one in presses]
    await asyncio.sleep(0.01)
    for slow in [one for one, _ in bot.dispatcher.handlers.values() if isinstance(one, Slow)]:
        slow.go.set()
    await asyncio.gather(*given)


GLANCE = f"m:glance:{FILM}:"


async def test_what_is_pressed_again_while_the_first_is_at_work_is_done_once(
    slow: tuple[Usher, Slow],
) -> None:
    bot, feature = slow
    first, second = Press(1, GLANCE), Press(2, GLANCE)
    await pressed(bot, first, second)
    assert feature.begun == 1
    assert (first.acknowledged, second.acknowledged) == (0, 1), "Discord hears of the second as well"
    await pressed(bot, Press(3, GLANCE))
    assert feature.begun == 2, "once the first is done it can be pressed again"


async def test_two_different_presses_are_both_done(slow: tuple[Usher, Slow]) -> None:
    bot, feature = slow
    other = Press(2, GLANCE)
    other.user = SimpleNamespace(id=8)
    elsewhere = Press(3, GLANCE)
    elsewhere.message = SimpleNamespace(id=10)
    await pressed(bot, Press(1, GLANCE), other, elsewhere, Press(4, "m:glance:up-2009:"))
    assert feature.begun == 4


async def test_an_interaction_that_arrives_twice_is_done_once(slow: tuple[Usher, Slow]) -> None:
    bot, feature = slow
    await pressed(bot, Press(1, GLANCE), Press(1, GLANCE))
    await pressed(bot, Press(1, GLANCE))
    assert feature.begun == 1
