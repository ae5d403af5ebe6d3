"""What a moderator should know is said before the work, not after it."""

from knowledge.storage.drafts import drafts_of
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, pitched, published
from tests.bot.pretend import Person, World


async def test_opening_a_film_to_look_leaves_no_draft(
    world: World, storage: Storage, moderator: Person
) -> None:
    seen = await moderator.slash("entry edit", title=BOAT)
    assert "You are looking at it" in seen.text
    assert "Ready to publish" not in seen.text
    assert not {"Publish", "Throw away"} & set(seen.labels)
    await moderator.presses(seen, "See: What's in it")
    await moderator.chooses_to_fill(seen, "talk")
    assert await storage.read(drafts_of, world.here, moderator.actor.id) == ()
    assert "Nothing" in (await moderator.slash("privacy")).text


async def test_the_first_change_makes_it_a_draft(moderator: Person) -> None:
    seen = await moderator.slash("entry edit", title=BOAT)
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "talk"), questions="Why paper?")
    assert "Your draft" in seen.text
    assert {"Publish", "Throw away"} <= set(seen.labels)


async def test_a_locked_entry_says_so_when_it_is_opened(world: World, moderator: Person) -> None:
    await published(moderator, "First.")
    await moderator.slash("entry lock", title=BOAT, why="A quarrel")
    second = world.moderator("second")
    assert "This entry is locked" in (await second.slash("entry edit", title=BOAT)).text
    await pitched(second, "Mine.")
    assert "This entry is locked" in (await second.slash("entry edit", title=BOAT)).text
    await moderator.slash("entry unlock", title=BOAT, why="Settled")
    assert "locked" not in (await second.slash("entry edit", title=BOAT)).text


async def test_the_beginning_of_a_title_opens_its_entry(moderator: Person) -> None:
    assert (await moderator.slash("entry edit", title="paper bo")).heading == "### The Paper Boat (2001)"
    assert (await moderator.slash("entry edit", title="blue lan")).heading == "### Blue Lantern (1988)"


async def test_a_title_that_is_near_changes_nothing_before_somebody_chose(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    asked = await moderator.slash("entry retire", title="paper bo", why="Old")
    assert "Did you mean" in asked.text
    assert BOAT in storage.library(world.here).movies
    opened = await moderator.presses(asked, "Open The Paper Boat (2001)")
    assert opened.heading == "### The Paper Boat (2001)"


async def test_who_retires_an_entry_reads_how_it_comes_back(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    done = await moderator.slash("entry retire", title=BOAT, why="Old")
    assert "To bring yours back" in done.text
    revision = await moderator.chooses(await moderator.presses(done, "History"), "1")
    await moderator.sends(await moderator.opens(revision, "Put this back"), why="Not so old")
    assert storage.library(world.here)[BOAT].pitch == "First."


async def test_whoever_goes_on_from_a_draft_that_was_published_meanwhile_gets_the_entry(
    world: World, moderator: Person
) -> None:
    mine = await pitched(moderator, "My words.")
    second = world.moderator("second")
    seen = await second.slash("entry edit", title=BOAT)
    await moderator.sends(await moderator.opens(mine, "Publish"), why="Better")
    joined = await second.presses(seen, "Join")
    assert "My words." in joined.text
    assert "You are looking at it" in joined.text
