"""Every command, the buttons, and what is private."""

from collections.abc import Iterator
from typing import Any, cast

import discord
import pytest

from bot.client import Usher, intents
from bot.conversation import LastQuestion
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World

FOR_MODERATORS = ("settings", "entry", "requests", "offers", "moderate")
OF_A_SERVER = ("review",)
"""What is written there is that server's alone."""
PARTS = {
    "rating": "Rated R",
    "warnings": "What is in it",
    "reviews": "4 voices",
    "talk": "To talk about",
}


@pytest.mark.parametrize("command", PARTS)
async def test_each_command_shows_its_part(parent: Person, command: str) -> None:
    seen = await parent.slash(command, title="never let me go")
    assert seen.film == "Never Let Me Go (2010)"
    assert PARTS[command] in seen.first
    assert not seen.private


async def test_help_says_how_to_ask(parent: Person) -> None:
    seen = await parent.slash("help")
    assert seen.private
    for command in ("/ask", "/movie", "/rating", "/warnings", "/reviews", "/talk"):
        assert command in seen.text


async def test_every_command_works_in_a_direct_message(parent: Person) -> None:
    seen = await parent.slash_in_dm("movie", title="coco")
    assert seen.film == "Coco (2017)"
    asked = await parent.slash_in_dm("ask", question="is it ok for 6?")
    assert asked.film == "Coco (2017)"
    assert not asked.private


async def test_the_message_menu_answers_somebody_elses_question_in_private(
    world: World, parent: Person
) -> None:
    other = world.person("other")
    message = await other.actor.send(world.channel, "is coco ok for 6?")
    seen = await parent.asks_about(message)
    assert seen.film == "Coco (2017)"
    assert seen.private


async def test_autocomplete_offers_titles_with_years_and_ids(parent: Person) -> None:
    choices = await parent.types("movie", "title", "froz")
    assert [choice["name"] for choice in choices][:2] == ["Frozen (2013)", "Frozen II (2019)"] or {
        choice["value"] for choice in choices
    } >= {"frozen-2013", "frozen-ii-2019"}
    assert len(choices) <= 25
    seen = await parent.slash("movie", title="frozen-ii-2019")
    assert seen.film == "Frozen II (2019)"
    assert "closest" not in seen.text


async def test_autocomplete_offers_films_before_anything_is_typed(parent: Person) -> None:
    assert len(await parent.types("ask", "movie", "")) == 25


async def test_share_shows_the_verdict_to_all(parent: Person) -> None:
    private = await parent.slash("ask", question="is Coco ok for 6?")
    assert private.private
    shared = await parent.presses(private, "Share")
    assert not shared.private
    assert shared.first == private.first


async def test_a_button_answers_in_private(parent: Person) -> None:
    card = await parent.slash("movie", title="coco")
    seen = await parent.presses(card, "Reviews")
    assert seen.private
    assert seen.film == "Coco (2017)"


async def test_the_form_for_ages_takes_several_and_asks_again_for_none(parent: Person) -> None:
    card = await parent.slash("movie", title="coco")
    seen = await parent.fills(card, "OK for my child?", "4 and 9")
    assert "4-year-old" in seen.text
    assert "9-year-old" in seen.text
    again = await parent.fills(card, "OK for my child?", "purple")
    assert "no age" in again.text


async def test_buttons_outlive_a_restart(world: World, new_bot: NewBot, parent: Person) -> None:
    card = await parent.slash("movie", title="coco")
    await world.restart(new_bot())
    assert (await parent.presses(card, "Reviews")).film == "Coco (2017)"
    assert (await parent.fills(card, "Ask", "is it sad?")).film == "Coco (2017)"


async def test_the_film_of_the_conversation_is_forgotten_after_a_while(new_bot: NewBot) -> None:
    now = [0.0]
    from_bot = new_bot(clock=lambda: now[0])
    from_bot.resources.conversation.remember(1, 2, LastQuestion("coco-2017"))
    now[0] = 14 * 60
    assert from_bot.resources.conversation.last(1, 2) == LastQuestion("coco-2017")
    assert from_bot.resources.conversation.last(9, 2) == LastQuestion("coco-2017"), "the channel's film"
    assert from_bot.resources.conversation.last(1, 3) is None
    now[0] = 16 * 60
    assert from_bot.resources.conversation.last(1, 2) is None


def test_no_privileged_intent_is_asked_for() -> None:
    asked = intents()
    assert not any((asked.members, asked.presences, asked.message_content))


async def test_every_command_can_be_installed_by_a_person_and_used_anywhere(world: World) -> None:
    bot = cast("Usher", world.env.bot)
    for command in bot.tree.get_commands() + bot.tree.get_commands(type=discord.AppCommandType.message):
        if command.name in (*FOR_MODERATORS, *OF_A_SERVER):
            continue
        payload = command.to_dict(bot.tree)
        assert set(payload["integration_types"]) == {0, 1}, command.name
        assert set(payload["contexts"]) == {0, 1, 2}, command.name


SLASH = discord.AppCommandType.chat_input


def described(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A command with its groups, subcommands and options."""
    yield payload
    for option in payload.get("options") or ():
        yield from described(option)


async def test_every_command_keeps_the_limits_of_registration(world: World) -> None:
    bot = cast("Usher", world.env.bot)
    payloads = [command.to_dict(bot.tree) for command in bot.tree.get_commands(type=SLASH)]
    assert len(payloads) <= 100
    for payload in payloads:
        size = 0
        for part in described(payload):
            size += len(part["name"]) + len(part["description"])
            assert 1 <= len(part["name"]) <= 32
            assert 1 <= len(part["description"]) <= 100, part["name"]
            assert len(part.get("options") or ()) <= 25
            assert len(part.get("choices") or ()) <= 25
        assert size <= 8000
