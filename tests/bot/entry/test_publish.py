"""From draft to entry: reasons, sources, a second person, and two people at once."""

import discord
import pytest

from bot.ui.phrases import Phrases
from knowledge.storage.changes import Refusal
from knowledge.storage.revisions import ChangeKind, Stage, history
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, known, own, pitched, publish, publish_first
from tests.bot.pretend import Person, World


async def test_a_published_entry_is_what_parents_see_and_why_is_in_the_history(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    form = await moderator.chooses_to_fill(seen, "sources")
    seen = await moderator.sends(form, list="A review | https://example.org/whale")
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "glance"), pitch="A whale of tin.")
    done = await publish_first(moderator, seen)
    assert "The Tin Whale (1999) is published" in done.text
    assert "A whale of tin." in (await parent.slash("movie", title="the tin whale")).text
    (revision,) = await storage.read(history, world.here, "the-tin-whale-1999")
    assert (revision.who, revision.why) == (moderator.actor.id, "First version")
    again = await moderator.slash("entry edit", title="the-tin-whale-1999")
    assert "A whale of tin." in again.text


async def test_what_is_not_ready_is_not_published_and_says_what_is_missing(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    form = await moderator.chooses_to_fill(seen, "sources")
    seen = await moderator.sends(form, list="A review")
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "glance"), pitch="A whale of tin.")
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "levels.1"), fear=["mild"])
    assert "A sentence is missing for:** scary moments" in seen.text
    assert seen.style("Publish") is discord.ButtonStyle.secondary
    refused = await publish_first(moderator, seen)
    assert "Not published yet" in refused.text
    seen = await moderator.sends(await moderator.opens(refused, "A sentence for each"), fear="A rattle.")
    form = await moderator.opens(seen, "Choose a source: What is in it: Scary moments")
    seen = await moderator.sends(form, sources=["a-review"])
    assert seen.style("Publish") is discord.ButtonStyle.success


async def test_the_second_of_two_editors_sees_both_differences_and_loses_nothing(
    world: World, storage: Storage, moderator: Person
) -> None:
    second = world.moderator("second")
    mine, theirs = await pitched(moderator, "My words."), await pitched(second, "Their words.")
    await publish(second, theirs, "Theirs")
    conflict = await publish(moderator, mine, "Mine")
    assert "Somebody else changed this film" in conflict.text
    assert "**one line about the film:** A boat made of paper sails. → My words." in conflict.text
    assert "**one line about the film:** A boat made of paper sails. → Their words." in conflict.text
    assert f"<@{second.actor.id}>" in conflict.text
    assert storage.library(world.here)[BOAT].pitch == "Their words."
    stays = await moderator.presses(conflict, "Keep theirs")
    mine = await moderator.presses(stays, "My draft")
    assert "My words." in mine.text
    conflict = await publish(moderator, mine, "Mine")
    await moderator.presses(conflict, "Publish mine")
    assert storage.library(world.here)[BOAT].pitch == "My words."
    revisions = await storage.read(history, world.here, BOAT)
    assert [one.why for one in revisions] == ["Theirs", "Mine"]


async def test_what_two_people_changed_in_different_places_is_put_together(
    world: World, storage: Storage, moderator: Person
) -> None:
    second = world.moderator("second")
    mine = await pitched(moderator, "My words.")
    theirs = await own(second, await second.slash("entry edit", title=BOAT))
    theirs = await second.sends(await second.chooses_to_fill(theirs, "talk"), questions="Why paper?")
    await publish(second, theirs)
    conflict = await publish(moderator, mine)
    both = await moderator.presses(conflict, "Put both together")
    await publish(moderator, both)
    movie = storage.library(world.here)[BOAT]
    assert (movie.pitch, movie.talk_about) == ("My words.", ("Why paper?",))


async def test_where_a_second_person_is_asked_for_the_queue_shows_the_draft_and_takes_their_word(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    chosen = ServerSettings(queue_channel=world.channel.id, second_person=True)
    await storage.save(change_settings, world.here, chosen)
    waits = await publish(moderator, await pitched(moderator, "My words."))
    assert "waits for a second person" in waits.text
    assert storage.library(world.here)[BOAT].pitch == "A boat made of paper sails."
    queued = world.newest(world.channel, 0)
    assert queued is not None
    assert queued.labels == ["Look at it", "Approve", "Checked against the film"]
    assert "My words." in queued.text
    assert "for moderators" in (await parent.presses(queued, "Approve")).text
    assert "second person" in (await moderator.presses(queued, "Approve")).text
    second = world.moderator("second")
    looked = await second.presses(queued, "Look at it")
    assert "My words." in looked.text
    assert "is published" in (await second.presses(queued, "Approve")).text
    assert storage.library(world.here)[BOAT].pitch == "My words."
    approved = known(world.newest(world.channel, 0))
    assert approved.heading == "### The Paper Boat (2001)"
    assert "**Approved** by" in approved.text
    assert world.pings == []


async def test_who_checked_shows_on_the_card(moderator: Person, parent: Person) -> None:
    await publish(moderator, await pitched(moderator, "My words."))
    shown = await moderator.slash("entry history", title=BOAT)
    revision = await moderator.chooses(shown, "1")
    assert "is checked" in (await moderator.presses(revision, "Checked against the film")).text
    assert "Checked by A moderator." in (await parent.slash("movie", title=BOAT)).text


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_is_said_in_plain_words(say: Phrases, why: Refusal) -> None:
    assert say(f"refused.{why.name.lower()}").startswith("**")


POSSIBLE = {
    ChangeKind.DRAFT: (Stage.DRAFT,),
    ChangeKind.PUBLISH: (Stage.DRAFT, Stage.PUBLISHED),
    ChangeKind.APPROVE: (Stage.PUBLISHED,),
    ChangeKind.CHECK: (Stage.CHECKED,),
    ChangeKind.ALIAS: (Stage.DRAFT, Stage.PUBLISHED, Stage.CHECKED),
    ChangeKind.RETIRE: (Stage.RETIRED,),
    ChangeKind.REVERT: tuple(Stage),
    ChangeKind.LOCK: tuple(Stage),
    ChangeKind.UNLOCK: tuple(Stage),
}


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_deed_is_told(say: Phrases, kind: ChangeKind) -> None:
    assert say(f"change.{kind.value}")
    for life in POSSIBLE[kind]:
        assert say(f"done.{kind.value}_{life.value}", heading="Coco (2017)").startswith("**")
