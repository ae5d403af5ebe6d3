"""Moderators read what waits or was reported, and decide; the writer hears why."""

import pytest

from knowledge.reviews.review import Review
from knowledge.storage.reviews import ReviewState, review_of, write_review
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen
from tests.bot.server.reviews.acts import BOAT, LANTERN, TEEN, adds, known, reads, writes


async def queue(world: World, storage: Storage) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))


async def state(world: World, storage: Storage, person: Person) -> ReviewState | None:
    found = await storage.read(review_of, world.here, BOAT, person.actor.id)
    return found and found.state


async def held(person: Person, text: str = "My son Max hid.") -> Seen:
    return await adds(person, await writes(person), text=text)


def letter(world: World, person: Person) -> Seen:
    """The newest direct message."""
    return known(world.newest(person.actor.user.dm_channel, 0))


async def test_what_is_held_is_shown_by_a_moderator_and_its_writer_hears_of_it(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    await held(parent)
    queued = known(world.newest(world.channel, 0))
    assert "for moderators" in (await parent.presses(queued, "Show it")).text
    assert await state(world, storage, parent) is ReviewState.HELD
    shown = await moderator.presses(queued, "Show it")
    assert shown.private
    assert "All can read it now" in shown.text
    assert "Show it" not in shown.labels
    assert await state(world, storage, parent) is ReviewState.SHOWN
    assert "All can read it now" in known(world.newest(world.channel, 0)).text
    assert "others can read it now" in letter(world, parent).text


async def test_a_writer_is_told_in_their_own_language_and_not_in_the_servers(
    new_bot: NewBot, storage: Storage
) -> None:
    async with pretend(new_bot(), locale="de") as world:
        moderator, parent = world.moderator(), world.person()
        await queue(world, storage)
        await held(parent)
        queued = known(world.newest(world.channel, 0))
        assert "vielleicht der Name eines Kindes" in queued.text
        await moderator.presses(queued, "Zeigen")
        assert "others can read it now" in letter(world, parent).text


async def test_without_a_channel_what_waits_is_read_all_the_same(
    world: World, moderator: Person, parent: Person
) -> None:
    assert "No review waits" in (await moderator.slash("moderate reviews")).text
    await held(parent)
    listed = await moderator.slash("moderate reviews")
    assert "Reviews to look at: 1" in listed.text
    (option,) = listed.menus[0]["options"]
    one = await moderator.chooses(listed, option["value"])
    assert "it may name a child" in one.text
    await moderator.presses(one, "Show it")
    assert "No review waits" in (await moderator.slash("moderate reviews")).text
    assert "moderate reviews" not in parent.actor.available_commands(world.channel)


async def test_what_is_removed_is_told_with_the_reason_and_waits_when_it_is_written_anew(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    await adds(parent, await writes(parent), text="Rude words.")
    reporter = world.person("reporter")
    page = await reads(reporter)
    thanks = await reporter.sends(await reporter.opens(page, "Report"), says="It is **rude**.")
    assert "Thank you" in thanks.text
    queued = known(world.newest(world.channel, 0))
    assert "It is \\*\\*rude\\*\\*." in queued.text
    assert await state(world, storage, parent) is ReviewState.SHOWN
    form = await moderator.opens(queued, "Remove")
    done = await moderator.sends(form, why="Please be kind.")
    assert "It is removed" in done.text
    assert await state(world, storage, parent) is ReviewState.REMOVED
    assert "Please be kind." in letter(world, parent).text
    mine = await parent.chooses(await parent.slash("review mine"), BOAT)
    assert "A moderator says: Please be kind." in mine.text
    again = await parent.sends(await parent.opens(mine, "Change"), stars="3")
    assert "A moderator looks at it first" in again.text
    assert "an earlier one was taken down" in again.text


@pytest.mark.parametrize(("channel", "said"), [(True, "in their channel"), (False, "They have no channel")])
async def test_who_reports_is_told_truly_who_will_read_it(
    world: World, storage: Storage, parent: Person, *, channel: bool, said: str
) -> None:
    if channel:
        await queue(world, storage)
    await writes(parent)
    reporter = world.person("reporter")
    form = await reporter.opens(await reads(reporter), "Report")
    assert said in (await reporter.sends(form, says="Rude.")).text


async def test_of_a_film_that_is_gone_from_the_list_its_name_is_read_and_not_its_id(
    world: World, storage: Storage, moderator: Person
) -> None:
    said = Review(who="parent", suits_from=9, stars=4, text="My son Max laughed.")
    await storage.save(write_review, world.here, "tin-whale-1999", moderator.actor.id, said)
    listed = await moderator.slash("moderate reviews")
    one = await moderator.chooses(listed, listed.menus[0]["options"][0]["value"])
    for seen in (listed, one, await moderator.slash("review mine")):
        assert "Tin whale (1999)" in seen.text
        assert "tin-whale" not in seen.text


async def test_what_is_hidden_can_be_shown_again(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await held(parent)
    listed = await moderator.slash("moderate reviews")
    one = await moderator.chooses(listed, listed.menus[0]["options"][0]["value"])
    hidden = await moderator.sends(await moderator.opens(one, "Hide"), why="A name.")
    assert await state(world, storage, parent) is ReviewState.HIDDEN
    assert "Hide" not in hidden.labels
    await moderator.presses(hidden, "Show it")
    assert await state(world, storage, parent) is ReviewState.SHOWN


async def test_a_moderator_marks_a_spoiler_and_reads_what_it_said_before(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    await adds(parent, await writes(parent), text="First words.")
    mine = await parent.chooses(await parent.slash("review mine"), BOAT)
    await adds(parent, mine, text="My son Max: it sinks.")
    queued = known(world.newest(world.channel, 0))
    past = await moderator.presses(queued, "What it said before")
    assert "First words." in past.text
    marked = await moderator.presses(queued, "It gives the plot away")
    assert "sinks" not in marked.open_text
    assert "It gives the plot away" not in marked.labels


async def test_who_is_barred_is_told_so_until_it_is_lifted(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    await held(parent)
    queued = known(world.newest(world.channel, 0))
    await moderator.sends(await moderator.opens(queued, "Bar the writer"), why="Names again and again.")
    assert "write no more reviews there:** Names again and again." in letter(world, parent).text
    assert "can't write reviews in this server" in (await parent.slash("review write", title=LANTERN)).text
    listed = await moderator.slash("moderate barred")
    assert "Names again and again." in listed.text
    assert f"<@{parent.actor.id}>" in listed.text
    lifted = await moderator.chooses(listed, listed.menus[0]["options"][0]["value"])
    assert "Everybody may write reviews here" in lifted.text
    assert (await parent.slash_opens("review write", title=LANTERN)).controls


async def test_two_moderators_at_once_decide_one_after_the_other(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    await held(parent)
    queued, second = known(world.newest(world.channel, 0)), world.moderator("second")
    form = await second.opens(queued, "Remove")
    await moderator.presses(queued, "Show it")
    assert "It is removed" in (await second.sends(form, why="A name.")).text
    assert await state(world, storage, parent) is ReviewState.REMOVED


async def test_a_review_that_its_writer_took_back_cannot_be_decided_any_more(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await queue(world, storage)
    thanks = await held(parent)
    queued = known(world.newest(world.channel, 0))
    asked = await parent.presses(thanks, "Delete")
    await parent.presses(asked, "Yes, delete it")
    for label in ("Show it", "It gives the plot away"):
        assert "not here any more" in (await moderator.presses(queued, label)).text
    for label in ("Hide", "Remove", "Bar the writer"):
        form = await moderator.opens(queued, label)
        assert "not here any more" in (await moderator.sends(form, why="x")).text


async def test_a_review_that_is_not_shown_any_more_is_neither_pressed_nor_reported(
    world: World, storage: Storage, parent: Person
) -> None:
    thanks = await adds(parent, await writes(parent, **TEEN), text="Long.")
    reader = world.person("reader")
    page = await reads(reader)
    form = await reader.opens(page, "Report")
    await parent.presses(await parent.presses(thanks, "Delete"), "Yes, delete it")
    assert await state(world, storage, parent) is None
    assert "not shown any more" in (await reader.presses(page, "Helpful (0)")).text
    assert "not shown any more" in (await reader.sends(form, says="x")).text
