"""A review in a minute: from a card or a command, in two forms, one a person and film, safe for children."""

from knowledge.reviews.review import Flag
from knowledge.storage.privacy import stored_about
from knowledge.storage.requests import asked_for
from knowledge.storage.reviews import own_reviews
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World
from tests.bot.server.reviews.acts import (
    BOAT,
    DAS_BOOT,
    LANTERN,
    PARENT,
    SEEN,
    TEEN,
    adds,
    known,
    opens_form,
    writes,
)


async def test_guidelines_stand_before_the_first_review_and_before_no_other(parent: Person) -> None:
    card = await parent.slash("movie", title=BOAT)
    rules = await parent.presses(card, SEEN)
    assert rules.private
    assert rules.heading == "### The Paper Boat (2001)"
    assert "No names of children" in rules.text
    thanks = await parent.sends(await parent.opens(rules, "Go on"), **PARENT)
    assert thanks.private
    assert "Other families can read it now" in thanks.text
    other = await parent.slash("movie", title=LANTERN)
    assert (await parent.opens(other, SEEN)).controls


async def test_the_first_form_types_nothing_and_the_second_is_for_those_who_have_more_to_say(
    world: World, storage: Storage, parent: Person
) -> None:
    form = await opens_form(parent, BOAT)
    assert {control["type"] for control in form.controls.values()}.isdisjoint({4})
    thanks = await parent.sends(form, **PARENT, flags=["messages", "fear"])
    assert "a parent with a 9-year-old" in thanks.text
    assert "from 10 · ★★★★☆" in thanks.text
    more = await adds(
        parent,
        thanks,
        levels=["fear.mild", "fear.severe", "sex.none"],
        heading="Long",
        text="The storm is **loud** @everyone",
        marks=["spoils"],
    )
    assert "Gives the plot away: ||**Long** The storm is \\*\\*loud\\*\\*" in more.text
    assert world.pings == []
    (kept,) = await storage.read(own_reviews, world.here, parent.actor.id)
    assert kept.review.flags == (Flag.MESSAGES, Flag.FEAR)
    assert {flag.value: level.value for flag, level in kept.review.levels.items()} == {
        "fear": "severe",
        "sex": "none",
    }
    assert kept.who == parent.actor.id


async def test_a_name_is_shown_only_where_the_writer_wants_it(parent: Person) -> None:
    thanks = await writes(parent)
    assert f"<@{parent.actor.id}>" not in thanks.text
    named = await adds(parent, thanks, text="Long.", marks=["named"])
    assert f"<@{parent.actor.id}>, a parent with a 9-year-old" in named.text


async def test_who_writes_again_finds_what_they_said_and_replaces_it(
    world: World, storage: Storage, parent: Person
) -> None:
    await adds(parent, await writes(parent, flags=["sad"]), text="Sad.", levels=["fear.mild"])
    form = await parent.slash_opens("review write", title="the paper boat")
    assert form.held == {"who": "parent", "ages": ["9"], "suits": ["10"], "stars": "4", "flags": ["sad"]}
    again = await parent.sends(form, suits=["12"])
    second = await parent.opens(again, "Say more")
    assert second.held == {"levels": ["fear.mild"], "text": "Sad."}
    (kept,) = await storage.read(own_reviews, world.here, parent.actor.id)
    assert (kept.review.suits_from, kept.review.text) == (12, "Sad.")


async def test_a_child_who_is_too_young_is_told_gently_and_nothing_is_kept(
    storage: Storage, parent: Person
) -> None:
    said = await writes(parent, who="kid", ages=["9"])
    assert "you need to be 13" in said.text
    assert await storage.read(stored_about, parent.actor.id) == {}
    thanks = await writes(parent, **TEEN)
    said = await adds(parent, thanks, text="I am 11 and loved it!")
    assert "you need to be 13" in said.text
    assert "loved it" not in said.text
    assert await storage.read(stored_about, parent.actor.id) == {}


async def test_a_teen_who_watched_with_somebody_small_is_a_teen(parent: Person) -> None:
    values = {**TEEN, "ages": ["8", "14"]}
    assert "a teen of 14" in (await writes(parent, BOAT, **values)).text


async def test_what_seems_to_name_a_child_waits_and_moderators_see_why(
    world: World, storage: Storage, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    held = await adds(parent, await writes(parent), text="My son Max hid behind me.")
    assert "A moderator looks at it first" in held.text
    assert "it may name a child" in held.text
    queued = known(world.newest(world.channel, 0))
    assert queued.heading == "### The Paper Boat (2001)"
    assert "it may name a child" in queued.text
    assert "My son Max hid behind me" in queued.text


async def test_a_server_may_let_every_review_wait(
    world: World, storage: Storage, parent: Person, moderator: Person
) -> None:
    settings = await moderator.slash("settings")
    assert "Reviews by families:** shown at once" in settings.text
    saved = await moderator.sends(await moderator.opens(settings, "Change"), rules=["wait"])
    assert "shown when a moderator has looked" in saved.text
    assert "A moderator looks at it first" in (await writes(parent)).text
    assert storage.library(world.here).reviews_of(BOAT, None).count == 0


async def test_somebody_who_writes_too_much_waits_and_loses_nothing(parent: Person) -> None:
    thanks = await writes(parent)
    for number in range(11):
        thanks = await adds(parent, thanks, text=f"Number {number}.")
    stopped = await adds(parent, thanks, text="One too many.")
    assert "Send again" in stopped.labels
    assert "One too many." in stopped.text


async def test_a_film_without_a_guide_can_be_reviewed_and_closes_its_requests(
    world: World, storage: Storage, parent: Person
) -> None:
    missed = await parent.slash("movie", title=DAS_BOOT)
    assert SEEN in missed.labels
    await parent.presses(missed, "Tell me when it is there")
    assert [one.title for one in await storage.read(asked_for, world.here)] == ["das boot 1981"]
    await writes(parent, DAS_BOOT)
    assert len(await storage.read(asked_for, world.here)) == 1
    await writes(world.person("other"), DAS_BOOT, **TEEN)
    assert await storage.read(asked_for, world.here) == ()
    told = known(world.newest(world.channel, 0))
    assert told.heading == "### Das Boot (1981)"
    assert "Two families here have told about it" in told.text


async def test_who_asks_for_a_film_that_families_have_told_of_waits_for_its_guide(
    world: World, storage: Storage, parent: Person
) -> None:
    other = world.person("other")
    await writes(parent, DAS_BOOT)
    written = await writes(other, DAS_BOOT, **TEEN)
    noted = await parent.presses(await parent.slash("movie", title=DAS_BOOT), "Tell me when it is there")
    assert "The moderators see that it is missing" in noted.text
    assert [one.title for one in await storage.read(asked_for, world.here)] == ["das boot 1981"]
    said = world.count(world.channel)
    await adds(other, written, text="Long and loud.")
    await writes(world.person("third"), DAS_BOOT)
    assert world.count(world.channel) == said
    assert len(await storage.read(asked_for, world.here)) == 1


async def test_in_a_direct_message_there_is_nobody_to_tell(parent: Person) -> None:
    card = await parent.slash_in_dm("movie", title=BOAT)
    assert SEEN not in card.labels
    assert "review write" not in parent.actor.user.available_commands()


async def test_two_people_and_two_films_at_once_over_a_restart_are_not_mixed_up(
    world: World, storage: Storage, new_bot: NewBot, parent: Person
) -> None:
    other = world.person("other")
    forms = [
        await opens_form(parent, BOAT),
        await opens_form(other, LANTERN),
        await opens_form(parent, LANTERN),
    ]
    await world.restart(new_bot())
    mine, theirs, second = (
        await parent.sends(forms[0], **PARENT),
        await other.sends(forms[1], **TEEN),
        await parent.sends(forms[2], **{**PARENT, "suits": ["6"]}),
    )
    assert [one.heading for one in (mine, theirs, second)] == [
        "### The Paper Boat (2001)",
        "### Blue Lantern (1988)",
        "### Blue Lantern (1988)",
    ]
    assert "a teen of 14" in theirs.text
    assert storage.library(world.here).reviews_of(LANTERN, None).count == 2


async def test_a_review_is_listed_changed_and_deleted_by_its_writer_alone(
    world: World, storage: Storage, parent: Person
) -> None:
    assert "no review" in (await parent.slash("review mine")).text
    await writes(parent)
    other = world.person("other")
    assert "no review" in (await other.slash("review mine")).text
    listed = await parent.slash("review mine")
    assert listed.private
    assert "The Paper Boat (2001): shown" in listed.text
    whole = await parent.chooses(listed, BOAT)
    assert "a parent with a 9-year-old" in whole.text
    changed = await parent.sends(await parent.opens(whole, "Change"), stars="1")
    assert "★☆☆☆☆" in changed.text
    asked = await parent.presses(changed, "Delete")
    assert "is deleted" in (await parent.presses(asked, "Yes, delete it")).text
    assert await storage.read(own_reviews, world.here, parent.actor.id) == ()
    assert storage.library(world.here).reviews_of(BOAT, None).count == 0
