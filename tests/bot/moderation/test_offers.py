"""A server's entry offered to all, and what only the operator may do."""

from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.moderation.steps import BOAT, published
from tests.bot.pretend import Person, World, pretend


async def test_an_offered_entry_is_the_servers_alone_until_the_operator_approves_it(
    world: World, storage: Storage, moderator: Person
) -> None:
    assert "can't be offered" in (await moderator.slash("entry offer", title=BOAT)).text
    await published(moderator, "Better words.")
    assert "Offered" in (await moderator.slash("entry offer", title=BOAT)).text
    assert "can't be offered" in (await moderator.slash("entry offer", title=BOAT)).text
    assert storage.library(None)[BOAT].pitch == "A boat made of paper sails."
    operator = world.operator()
    seen = await operator.slash_in_dm("offers")
    shown = await operator.chooses(seen, "1")
    assert "A boat made of paper sails. → Better words." in shown.text
    done = await operator.sends(await operator.opens(shown, "Approve"), why="Well said")
    assert "Approved" in done.text
    assert storage.library(None)[BOAT].pitch == "Better words."
    assert "Nothing waits" in (await operator.slash_in_dm("offers")).text


async def test_the_operator_may_say_no(world: World, storage: Storage, moderator: Person) -> None:
    await published(moderator, "Worse words.")
    await moderator.slash("entry offer", title=BOAT)
    operator = world.operator()
    shown = await operator.chooses(await operator.slash_in_dm("offers"), "1")
    await operator.sends(await operator.opens(shown, "Decline"), why="No source")
    assert storage.library(None)[BOAT].pitch == "A boat made of paper sails."


async def test_nobody_else_may(new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        world.operator()
        for person in (world.person(), world.moderator()):
            assert "who runs this bot" in (await person.slash_in_dm("offers")).text
