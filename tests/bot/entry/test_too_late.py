"""Presses twice, too late or in an odd order: each is answered, and nothing that was typed is lost."""

from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, pitched, publish, published
from tests.bot.pretend import Person, World


async def test_publishing_mine_twice_is_answered(world: World, moderator: Person) -> None:
    second = world.moderator("second")
    seen = await pitched(moderator, "My words.")
    await published(second, "Their words.")
    one, two = await publish(moderator, seen), await moderator.slash("entry edit", title=BOAT)
    two = await publish(moderator, two)
    assert "is published" in (await moderator.presses(one, "Publish mine")).text
    assert "not here any more" in (await moderator.presses(two, "Publish mine")).text


async def test_a_form_sent_after_its_draft_was_published_goes_into_a_new_draft(moderator: Person) -> None:
    seen = await pitched(moderator, "My words.")
    form = await moderator.chooses_to_fill(seen, "talk")
    await publish(moderator, await moderator.slash("entry edit", title=BOAT))
    late = await moderator.sends(form, questions="Why paper?")
    assert "My words." in late.text
    assert (await moderator.chooses_to_fill(late, "talk")).held == {"questions": "Why paper?"}


async def test_a_form_sent_after_its_draft_was_thrown_away_gives_the_text_back(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    form = await moderator.chooses_to_fill(seen, "talk")
    await moderator.presses(await moderator.presses(seen, "Throw away"), "Throw it away")
    late = await moderator.sends(form, questions="Why tin?")
    assert "not here any more" in late.text
    assert "You typed: Why tin?" in late.text


async def test_what_a_lock_refuses_is_kept_one_press_away(world: World, moderator: Person) -> None:
    await published(moderator, "First.")
    await moderator.slash("entry lock", title=BOAT, why="A quarrel")
    second = world.moderator("second")
    refused = await published(second, "Mine.")
    assert "kept as your draft" in refused.text
    assert "Mine." in (await second.presses(refused, "My draft")).text


async def test_a_draft_that_waits_is_approved_from_the_list_as_well(
    world: World, storage: Storage, moderator: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(second_person=True))
    await published(moderator, "My words.")
    second = world.moderator("second")
    looked = await second.chooses(await second.slash("entry incomplete"), BOAT)
    assert looked.first == "**A draft.** Parents don't see it yet."
    assert "sent in by" in looked.text
    assert "is published" in (await second.presses(looked, "Approve")).text
    assert storage.library(world.here)[BOAT].pitch == "My words."


async def test_a_role_that_was_taken_away_does_not_send_a_form_that_was_open(
    world: World, storage: Storage
) -> None:
    role = world.server.create_role("film club")
    await storage.save(change_settings, world.here, ServerSettings(moderator_role=role.id))
    helper = world.person("helper", role)
    await world.let_in(helper)
    form = await helper.opens(await pitched(helper, "My words."), "Publish")
    world.take_roles(helper)
    refused = await helper.sends(form, why="Better")
    assert "for moderators" in refused.text
    assert "You typed: Better" in refused.text
    assert storage.library(world.here)[BOAT].pitch == "A boat made of paper sails."
