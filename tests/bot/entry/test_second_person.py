"""Where a server asks for a second pair of eyes, nobody closes it alone: not by settings, not by /privacy."""

from typing import Any

import pytest

from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, known, pitched, publish, published
from tests.bot.pretend import Person, World

PITCH = "A boat made of paper sails."


async def asks_for_two(world: World, storage: Storage, **more: Any) -> None:
    chosen = ServerSettings(queue_channel=world.channel.id, second_person=True, **more)
    await storage.save(change_settings, world.here, chosen)


async def with_role(world: World, storage: Storage) -> tuple[Person, Any]:
    """Somebody who has the chosen role and may not manage the server, and the role."""
    role = world.server.create_role("film club")
    await asks_for_two(world, storage, moderator_role=role.id)
    helper = world.person("helper", role)
    await world.let_in(helper)
    return helper, role


async def forgotten(person: Person) -> None:
    seen = await person.slash("privacy")
    await person.presses(await person.presses(seen, "Delete it"), "Yes, delete it")


@pytest.mark.parametrize("rules", [[], ["private", "second"], ["private"]])
async def test_the_chosen_role_changes_no_rule(world: World, storage: Storage, rules: list[str]) -> None:
    helper, role = await with_role(world, storage)
    before = storage.settings(world.here)
    form = await helper.opens(await helper.slash("settings"), "Change")
    refused = await helper.sends(form, rules=rules, role=[role], channel=[world.channel])
    assert "Only somebody who may manage this server can do that" in refused.text
    assert storage.settings(world.here) == before


async def test_the_chosen_role_chooses_no_other_role_and_changes_the_rest(
    world: World, storage: Storage
) -> None:
    helper, role = await with_role(world, storage)
    form = await helper.opens(await helper.slash("settings"), "Change")
    other = world.server.create_role("others")
    saved = await helper.sends(form, country=["GB"], role=[other], channel=[world.channel])
    assert "Not changed: moderator role" in saved.text
    assert "Saved" in saved.text
    after = storage.settings(world.here)
    assert (after.country, after.moderator_role, after.second_person) == ("GB", role.id, True)


async def test_who_may_not_manage_the_server_any_more_when_the_form_is_sent_changes_no_rule(
    world: World, storage: Storage, moderator: Person
) -> None:
    role = world.server.create_role("film club")
    await asks_for_two(world, storage, moderator_role=role.id)
    form = await moderator.opens(await moderator.slash("settings"), "Change")
    world.env.backend.edit_member(world.here, moderator.actor.id, {"role_ids": [role.id]})
    assert "Not changed" in (await moderator.sends(form, rules=[])).text
    assert storage.settings(world.here).second_person


async def test_two_who_change_settings_at_once_undo_nothing_of_each_other(
    world: World, storage: Storage, moderator: Person
) -> None:
    second = world.moderator("second")
    mine = await moderator.opens(await moderator.slash("settings"), "Change")
    theirs = await second.opens(await second.slash("settings"), "Change")
    await second.sends(theirs, rules=["second"])
    await moderator.sends(mine, country=["GB"])
    after = storage.settings(world.here)
    assert (after.country, after.second_person) == ("GB", True)


@pytest.mark.parametrize("label", ["Approve", "Checked against the film"])
@pytest.mark.parametrize("how", ["queue", "list"])
async def test_an_author_who_deletes_their_data_does_not_approve_their_own_draft(
    world: World, storage: Storage, moderator: Person, how: str, label: str
) -> None:
    await asks_for_two(world, storage)
    await published(moderator, "My words.")
    queued = known(world.newest(world.channel, 0))
    await forgotten(moderator)
    looked = queued
    if how == "list":
        looked = await moderator.chooses(await moderator.slash("entry incomplete"), BOAT)
        assert "a former member" in looked.text
    refused = await moderator.presses(looked, label)
    assert "A second person must look at it" in refused.text
    assert "publish it as yours" in refused.text
    assert storage.library(world.here)[BOAT].pitch == PITCH
    second = world.moderator("second")
    if "is published" not in (await second.presses(queued, "Approve")).text:
        # One in 256 has the same mark; they take it over, and then anybody else is the second one.
        await publish(second, await second.slash("entry edit", title=BOAT))
    assert "My words." in (await moderator.slash("entry edit", title=BOAT)).text


async def test_a_former_members_draft_is_taken_over_and_then_approved_by_another(
    world: World, storage: Storage, moderator: Person
) -> None:
    await asks_for_two(world, storage)
    await published(moderator, "My words.")
    await forgotten(moderator)
    second = world.moderator("second")
    waits = await publish(second, await second.slash("entry edit", title=BOAT), "As it was")
    assert "waits for a second person" in waits.text
    queued = known(world.newest(world.channel, 0))
    assert "You wrote it yourself" in (await second.presses(queued, "Approve")).text
    assert "is published" in (await moderator.presses(queued, "Approve")).text


async def test_coming_back_makes_nobody_somebody_else(
    world: World, storage: Storage, moderator: Person
) -> None:
    await asks_for_two(world, storage)
    await published(moderator, "My words.")
    queued = known(world.newest(world.channel, 0))
    world.take_roles(moderator)
    assert "for moderators" in (await moderator.presses(queued, "Approve")).text
    role = world.server.create_role("film club")
    await asks_for_two(world, storage, moderator_role=role.id)
    world.env.backend.edit_member(world.here, moderator.actor.id, {"role_ids": [role.id]})
    assert "second person" in (await moderator.presses(queued, "Approve")).text


async def test_putting_back_and_bringing_back_wait_for_a_second_person(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    await published(moderator, "Second.")
    await asks_for_two(world, storage)
    waits = await moderator.slash("entry revert", title=BOAT, number=1, why="It was better")
    assert "as a draft" in waits.text
    assert storage.library(world.here)[BOAT].pitch == "Second."
    await moderator.slash("entry retire", title=BOAT, why="Enough")
    await moderator.slash("entry revert", title=BOAT, number=2, why="No")
    assert storage.library(world.here)[BOAT].pitch == PITCH
    queued = known(world.newest(world.channel, 0))
    assert "second person" in (await moderator.presses(queued, "Approve")).text
    assert "is published" in (await world.moderator("second").presses(queued, "Approve")).text
    assert storage.library(world.here)[BOAT].pitch == "Second."


async def test_an_operator_does_not_approve_for_all_what_they_offered_where_two_are_asked_for(
    world: World, storage: Storage
) -> None:
    operator = world.moderator("operator")
    world.env.bot.owner_id = operator.actor.id  # type: ignore[attr-defined]  # simcord knows a Client only
    await published(operator, "Better words.")
    await asks_for_two(world, storage)
    await operator.slash("entry offer", title=BOAT)
    shown = await operator.chooses(await operator.slash_in_dm("offers"), "1")
    refused = await operator.sends(await operator.opens(shown, "Approve"), why="Mine")
    assert "You offered it yourself" in refused.text
    assert "You typed: Mine" in refused.text
    assert storage.library(None)[BOAT].pitch == PITCH


async def test_of_several_who_press_one_approves_and_all_are_answered(
    world: World, storage: Storage, moderator: Person
) -> None:
    await asks_for_two(world, storage)
    await publish(moderator, await pitched(moderator, "My words."))
    second = world.moderator("second")
    one = await second.chooses(await second.slash("entry incomplete"), BOAT)
    third = world.moderator("third")
    two = await third.chooses(await third.slash("entry incomplete"), BOAT)
    assert "is published" in (await second.presses(one, "Approve")).text
    assert "Somebody else changed" in (await third.presses(two, "Approve")).text
