"""Who may do what, and that it is looked at each time."""

from typing import Any

import pytest

from bot.ui.actions import Action, Verb
from bot.ui.card import Button
from bot.ui.message import text_message
from bot.ui.message_view import message_view
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend

BOARD = text_message("Settings", actions=(Button("Change", Action(Verb.SETTINGS)),))


async def test_the_commands_of_moderators_are_offered_to_those_who_manage_the_server(
    world: World, parent: Person, moderator: Person
) -> None:
    assert "settings" in moderator.actor.available_commands(world.channel)
    assert "settings" not in parent.actor.available_commands(world.channel)


async def test_a_press_on_somebody_elses_old_message_is_refused(world: World, parent: Person) -> None:
    board = await world.posts(message_view(BOARD))
    refused = await parent.presses(board, "Change")
    assert "for moderators" in refused.text
    assert refused.private


async def test_the_chosen_role_may_and_may_not_any_more_when_it_is_taken_away(
    world: World, storage: Storage
) -> None:
    role = world.server.create_role("film club")
    helper = world.person("helper", role)
    board = await world.posts(message_view(BOARD))
    assert "for moderators" in (await helper.presses(board, "Change")).text
    await storage.save(change_settings, world.here, ServerSettings(moderator_role=role.id))
    form = await helper.opens(board, "Change")
    world.take_roles(helper)
    assert "for moderators" in (await helper.sends(form)).text
    assert storage.settings(world.here).moderator_role == role.id


async def test_settings_are_kept_and_shown(world: World, storage: Storage, moderator: Person) -> None:
    role = world.server.create_role("film club")
    seen = await moderator.slash("settings")
    assert seen.private
    assert "no channel yet" in seen.text
    values: dict[str, Any] = {
        "role": [role],
        "channel": [world.channel],
        "country": ["GB"],
        "strictness": "2",
        "rules": ["second"],
    }
    saved = await moderator.sends(await moderator.opens(seen, "Change"), **values)
    assert "Saved" in saved.text
    assert "2 years stricter" in saved.text
    assert "the United Kingdom" in saved.text
    assert storage.settings(world.here) == ServerSettings(
        moderator_role=role.id,
        queue_channel=world.channel.id,
        country="GB",
        strictness=2,
        second_person=True,
    )
    again = await moderator.opens(saved, "Change")
    assert again.held == {"country": ["GB"], "strictness": "2", "rules": ["second"]}


async def test_a_command_that_an_admin_opened_to_all_is_still_for_moderators(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        parent = world.person()
        await world.let_in(parent)
        for command, options in (("settings", {}), ("requests", {}), ("entry add", {"title": "A film"})):
            assert "for moderators" in (await parent.slash(command, **options)).text, command
        assert await parent.types("entry edit", "title", "boat") == []


@pytest.mark.parametrize("command", ["settings", "entry add", "entry upload", "requests"])
async def test_a_command_is_for_servers_only(parent: Person, command: str) -> None:
    assert command not in parent.actor.user.available_commands()
