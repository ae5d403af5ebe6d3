"""History, compare, revert, lock, retire and other names, as a moderator sees them."""

import pytest

from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, pitched, publish, published
from tests.bot.pretend import Person, World


async def test_the_history_tells_who_when_and_why_and_shows_each_revision(moderator: Person) -> None:
    await published(moderator, "First.", "It was dull")
    await published(moderator, "Second.", "Still dull")
    shown = await moderator.slash("entry history", title=BOAT)
    lines = shown.text.splitlines()
    assert lines[1] == "**Published.**"
    assert lines[2].startswith(f"**#2** published by <@{moderator.actor.id}>")
    assert lines[2].endswith("Still dull")
    first = await moderator.chooses(shown, "1")
    assert "**one line about the film:** A boat made of paper sails. → First." in first.text
    assert "Put this back" in first.labels


async def test_a_film_that_was_never_changed_has_no_history(moderator: Person) -> None:
    assert "never changed" in (await moderator.slash("entry history", title=BOAT)).text


async def test_revert_puts_the_text_back_by_command_and_by_press(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    await published(moderator, "Second.")
    done = await moderator.slash("entry revert", title=BOAT, number=1, why="It was better")
    assert "is as it was" in done.text
    assert storage.library(world.here)[BOAT].pitch == "First."
    shown = await moderator.chooses(await moderator.slash("entry history", title=BOAT), "2")
    form = await moderator.opens(shown, "Put this back")
    assert "is as it was" in (await moderator.sends(form, why="No, that one")).text
    assert storage.library(world.here)[BOAT].pitch == "Second."
    revisions = await storage.read(history, world.here, BOAT)
    assert [one.kind.value for one in revisions] == ["publish", "publish", "revert", "revert"]
    none = await moderator.slash("entry revert", title=BOAT, number=9, why="Odd")
    assert "does not exist" in none.text


async def test_compare_shows_ours_beside_the_shared_one_or_two_revisions(moderator: Person) -> None:
    await published(moderator, "First.")
    await published(moderator, "Second.")
    shared = await moderator.slash("entry compare", title=BOAT)
    assert "from the shared guide to #2" in shared.text
    assert "A boat made of paper sails. → Second." in shared.text
    two = await moderator.slash("entry compare", title=BOAT, one=1, two=2)
    assert "First. → Second." in two.text


async def test_a_revision_that_is_not_there_is_not_compared_as_if_it_were_empty(moderator: Person) -> None:
    await published(moderator, "First.")
    seen = await moderator.slash("entry compare", title=BOAT, one=9, two=1)
    assert "There is no #9 of The Paper Boat (2001)" in seen.text
    assert "from #1 to #1" in seen.text
    assert "First." not in seen.text


async def test_what_differs_from_a_shared_entry_alone_is_nothing(moderator: Person) -> None:
    assert "never changed The Paper Boat (2001)" in (await moderator.slash("entry compare", title=BOAT)).text


async def test_a_locked_entry_is_not_changed_and_the_text_is_kept(world: World, moderator: Person) -> None:
    await published(moderator, "First.")
    assert "is locked" in (await moderator.slash("entry lock", title=BOAT, why="A quarrel")).text
    second = world.moderator("second")
    refused = await published(second, "Mine.")
    assert "This entry is locked" in refused.text
    assert "is unlocked" in (await moderator.slash("entry unlock", title=BOAT, why="Over")).text
    kept = await second.slash("entry edit", title=BOAT)
    assert "Mine." in kept.text
    assert "Somebody else changed" in (await publish(second, kept)).text


async def test_a_retired_entry_gives_way_to_the_shared_one(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    assert (
        "is retired" in (await moderator.slash("entry retire", title=BOAT, why="The guide's is better")).text
    )
    assert storage.library(world.here)[BOAT].pitch == "A boat made of paper sails."
    again = await moderator.slash("entry edit", title=BOAT)
    assert "A boat made of paper sails." in again.text


@pytest.mark.parametrize("own", [False, True])
async def test_another_name_finds_the_film(moderator: Person, parent: Person, *, own: bool) -> None:
    if own:
        await published(moderator, "First.")
    form = await moderator.slash_opens("entry alias", title=BOAT, name="Das Papierboot")
    assert form.held["name"] == "Das Papierboot"
    done = await moderator.sends(form, kind="translation", language="de", why="Germans ask")
    assert ("has another name now" if own else "is published") in done.text
    assert (await parent.slash("movie", title="das papierboot")).heading == "### The Paper Boat (2001)"


async def test_a_name_that_another_film_has_is_explained_and_kept(moderator: Person) -> None:
    form = await moderator.slash_opens("entry alias", title=BOAT)
    refused = await moderator.sends(form, name="@everyone", why="A joke")
    assert "That name can't be taken" in refused.text
    again = await moderator.opens(refused, "Try again")
    assert again.held["name"] == "@everyone"


@pytest.mark.parametrize(
    ("name", "fault"),
    [("Blue Lantern", "Blue Lantern (1988) is called so"), ("THE PAPER BOAT", "has this name")],
)
async def test_a_nickname_means_this_film_and_says_something_new(
    moderator: Person, name: str, fault: str
) -> None:
    refused = await moderator.sends(
        await moderator.slash_opens("entry alias", title=BOAT), name=name, why="x"
    )
    assert fault in refused.text


async def test_the_title_that_looked_like_one_becomes_its_other_name(
    moderator: Person, parent: Person
) -> None:
    seen = await moderator.slash("entry add", title="The Papr Boat", year=2001)
    form = await moderator.opens(seen, "Other name of The Paper Boat (2001)")
    assert form.held["name"] == "The Papr Boat"
    await moderator.sends(form, why="Often typed so")
    assert "closest match" not in (await parent.slash("movie", title="the papr boat")).text


async def test_autocomplete_offers_the_entries_of_the_guide(moderator: Person) -> None:
    choices = await moderator.types("entry edit", "title", "boat")
    assert choices == [{"name": "The Paper Boat (2001)", "value": BOAT}]


async def test_one_server_never_sees_what_another_wrote(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    assert storage.library(ServerId(world.here + 1))[BOAT].pitch == "A boat made of paper sails."


async def test_a_shared_entry_that_has_moved_on_is_noticed_compared_and_settled(
    world: World, storage: Storage, library: Library, moderator: Person
) -> None:
    await published(moderator, "Ours.")
    newer = library[BOAT].model_copy(update={"pitch": "The guide's newer line."})
    await storage.write(SHARED, [Change(BOAT, ChangeKind.PUBLISH, 1, "Better", entry=newer)])
    assert "has a newer entry" in (await moderator.slash("entry incomplete")).text
    seen = await moderator.slash("entry compare", title=BOAT)
    assert "newer entry than when this server wrote its own" in seen.text
    assert "The guide's newer line. → Ours." in seen.text
    await moderator.presses(seen, "Keep ours")
    assert storage.moved_on(world.here) == ()
    assert storage.library(world.here)[BOAT].pitch == "Ours."


async def test_what_is_incomplete_is_listed_and_one_choice_away(
    world: World, storage: Storage, moderator: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(second_person=True))
    await published(moderator, "Waiting.")
    await pitched(world.moderator("second"), "Somebody else's draft.")
    seen = await moderator.slash("entry incomplete")
    assert seen.heading == "**To do: 1 pressing, 2 with gaps.** Most pressing first:"
    assert "**The Paper Boat (2001):** a draft waits" in seen.text
    assert "**Blue Lantern (1988):** nobody looked at" in seen.text
    opened = await moderator.chooses(seen, "blue-lantern-1988")
    assert opened.heading == "### Blue Lantern (1988)"
