"""A server's entry offered to all, and what only the operator may do."""

from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT, known, published
from tests.bot.pretend import Person, World, pretend


async def test_an_offered_entry_is_the_servers_alone_until_the_operator_approves_it(
    world: World, storage: Storage, moderator: Person
) -> None:
    assert "no entry of its own" in (await moderator.slash("entry offer", title=BOAT)).text
    await published(moderator, "Better words.")
    assert "Offered" in (await moderator.slash("entry offer", title=BOAT)).text
    assert "offered it already" in (await moderator.slash("entry offer", title=BOAT)).text
    assert storage.library(None)[BOAT].pitch == "A boat made of paper sails."
    operator = world.operator()
    seen = await operator.slash_in_dm("offers")
    (option,) = seen.menus[0]["options"]
    assert (option["label"], option["description"]) == ("The Paper Boat (2001)", "School")
    shown = await operator.chooses(seen, "1")
    assert "A boat made of paper sails. → Better words." in shown.text
    done = await operator.sends(await operator.opens(shown, "Approve"), why="Well said")
    assert "Approved" in done.text
    assert storage.library(None)[BOAT].pitch == "Better words."
    assert "Nothing waits" in (await operator.slash_in_dm("offers")).text


async def test_the_operator_is_told_of_an_offer_and_decides_from_that_message(
    world: World, storage: Storage, moderator: Person
) -> None:
    operator = world.operator()
    await published(moderator, "Better words.")
    await moderator.slash("entry offer", title=BOAT)
    message = known(world.newest(operator.actor.user.dm_channel, 0))
    assert message.heading == "### The Paper Boat (2001)"
    assert "Offered to the shared guide" in message.first
    assert "in School" in message.first
    shown = await operator.presses(message, "Look at it")
    await operator.sends(await operator.opens(shown, "Approve"), why="Well said")
    assert storage.library(None)[BOAT].pitch == "Better words."
    assert "does not wait any more" in (await operator.presses(message, "Look at it")).text


async def test_a_retired_entry_cannot_be_offered(moderator: Person) -> None:
    await published(moderator, "Better words.")
    await moderator.slash("entry retire", title=BOAT, why="A mistake")
    assert "can't be offered yet" in (await moderator.slash("entry offer", title=BOAT)).text


async def test_the_operator_may_say_no_and_the_server_reads_why(
    world: World, storage: Storage, moderator: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    await published(moderator, "Worse words.")
    await moderator.slash("entry offer", title=BOAT)
    operator = world.operator()
    shown = await operator.chooses(await operator.slash_in_dm("offers"), "1")
    await operator.sends(await operator.opens(shown, "Decline"), why="No source")
    answer = known(world.newest(world.channel, 0))
    assert answer.heading == "### The Paper Boat (2001)"
    assert "Not taken" in answer.first
    assert "No source" in answer.first
    assert storage.library(None)[BOAT].pitch == "A boat made of paper sails."


async def test_nobody_else_may(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        world.operator()
        for person in (world.person(), world.moderator()):
            assert "who runs this bot" in (await person.slash_in_dm("offers")).text
