"""A moderator writes an entry step by step, and nothing that was typed is lost."""

from knowledge.storage.drafts import keep_draft
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen


async def begun(moderator: Person) -> Seen:
    return await moderator.slash("entry add", title="The Tin Whale", year=1999)


async def named(moderator: Person) -> Seen:
    """A draft with all that must be there."""
    seen = await begun(moderator)
    form = await moderator.chooses_to_fill(seen, "sources")
    seen = await moderator.sends(form, list="A review | https://example.org/whale")
    form = await moderator.chooses_to_fill(seen, "glance")
    return await moderator.sends(form, pitch="A whale made of tin.")


async def test_a_new_entry_starts_with_its_title_and_shows_what_is_needed(moderator: Person) -> None:
    seen = await begun(moderator)
    assert seen.private
    assert seen.heading == "### The Tin Whale (1999)"
    assert "Needed before it can be published:** Sources and At a glance" in seen.text
    assert "Publish" not in seen.labels


async def test_without_a_year_it_is_asked_for_and_a_wrong_one_is_explained(moderator: Person) -> None:
    form = await moderator.slash_opens("entry add", title="The Tin Whale")
    assert form.held == {"title": "The Tin Whale"}
    wrong = await moderator.sends(form, year="99AD")
    assert "“99AD” is no year" in wrong.text
    again = await moderator.opens(wrong, "Try again")
    assert again.held == {"title": "The Tin Whale"}
    assert (await moderator.sends(again, year="1999")).heading == "### The Tin Whale (1999)"


async def test_a_title_like_one_in_the_guide_is_noticed_at_the_start(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="Paper Boat", year=2001)
    assert "looks like **The Paper Boat (2001)**" in seen.text
    assert seen.labels[:2] == ["Open The Paper Boat (2001)", "Other name of The Paper Boat (2001)"]
    opened = await moderator.presses(seen, "Open The Paper Boat (2001)")
    assert opened.heading == "### The Paper Boat (2001)"
    assert "A boat made of paper sails." in opened.text


async def test_another_film_of_that_name_can_still_be_added(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="The Paper Boat", year=1977)
    assert "looks like" in seen.text
    begun = await moderator.presses(seen, "No, another film")
    assert begun.heading == "### The Paper Boat (1977)"


async def test_each_step_shows_at_once_how_parents_will_see_it(moderator: Person) -> None:
    seen = await named(moderator)
    assert "Ready to publish" in seen.text
    assert "Publish" in seen.labels
    form = await moderator.chooses_to_fill(seen, "finding.fear")
    assert set(form.controls) == {"level", "says", "detail", "sources", "inferred"}
    seen = await moderator.sends(form, level="moderate", says="The whale rattles.", detail="It drowns.")
    assert "**Moderate:** scary moments" in seen.text
    beside = await moderator.presses(seen, "See: What's in it")
    assert "The whale rattles." in beside.text
    assert beside.heading == "### The Tin Whale (1999)"
    form = await moderator.chooses_to_fill(seen, "rating.MPA")
    seen = await moderator.sends(form, code=["PG"], reason="rattling")
    assert "PG in the United States" in seen.text


async def test_a_form_filled_wrongly_comes_back_with_the_text_and_the_fault(moderator: Person) -> None:
    seen = await named(moderator)
    form = await moderator.chooses_to_fill(seen, "glance")
    seen = await moderator.sends(form, pitch="A whale.", runtime="an hour or so", home="soon")
    assert "At a glance could not be taken" in seen.text
    assert "Length in minutes: this should be a whole number, in digits, not 'an hour or so'" in seen.text
    assert "You typed: A whale. · an hour or so" in seen.text
    again = await moderator.opens(seen, "Correct: At a glance")
    assert again.held == {"pitch": "A whale.", "runtime": "an hour or so", "home": "soon"}
    seen = await moderator.sends(again, runtime="61", home="2000-01-31")
    assert "could not be taken" not in seen.text
    assert "61 min" in seen.text


async def test_a_level_can_be_taken_back(moderator: Person) -> None:
    seen = await named(moderator)
    form = await moderator.chooses_to_fill(seen, "finding.fear")
    seen = await moderator.sends(form, level="moderate", says="The whale rattles.")
    form = await moderator.chooses_to_fill(seen, "finding.fear")
    assert form.held["level"] == "moderate"
    seen = await moderator.sends(form, level="-")
    assert "**Moderate:**" not in seen.text
    assert "could not be taken" not in seen.text


async def test_a_draft_is_there_after_a_restart_with_the_same_title_and_by_its_old_buttons(
    world: World, new_bot: NewBot, moderator: Person
) -> None:
    seen = await named(moderator)
    await world.restart(new_bot())
    resumed = await moderator.slash("entry add", title="the tin whale")
    assert "You began this before" in resumed.text
    assert "A whale made of tin." in resumed.text
    form = await moderator.chooses_to_fill(seen, "talk")
    filled = await moderator.sends(form, questions="Why tin?")
    assert filled.heading == "### The Tin Whale (1999)"


async def test_a_form_that_was_open_during_a_restart_can_still_be_sent(
    world: World, new_bot: NewBot, moderator: Person
) -> None:
    form = await moderator.chooses_to_fill(await begun(moderator), "glance")
    await world.restart(new_bot())
    assert "A whale." in (await moderator.sends(form, pitch="A whale.")).text


async def test_somebody_elses_draft_can_be_looked_at_joined_or_left_alone(
    world: World, moderator: Person
) -> None:
    await named(moderator)
    other = world.moderator("second")
    seen = await other.slash("entry add", title="The Tin Whale", year=1999)
    assert f"<@{moderator.actor.id}> is writing about this film" in seen.text
    assert "A whale made of tin." in (await other.presses(seen, "Look")).text
    theirs = await other.presses(seen, "Join")
    assert f"Together with <@{moderator.actor.id}>" in theirs.text
    theirs = await other.sends(await other.chooses_to_fill(theirs, "glance"), pitch="A whale of steel.")
    assert "A whale of steel." in theirs.text
    third = world.moderator("third")
    begun_elsewhere = await third.slash("entry add", title="The Tin Whale", year=1999)
    assert "A whale" not in (await third.presses(begun_elsewhere, "Write my own")).text
    mine = await moderator.slash("entry edit", title="The Tin Whale")
    assert "A whale of steel." in mine.text
    assert f"Together with <@{other.actor.id}>" in mine.text


async def test_two_at_one_draft_who_opened_their_forms_before_either_sent_lose_nothing(
    world: World, moderator: Person
) -> None:
    mine = await named(moderator)
    other = world.moderator("second")
    theirs = await other.presses(await other.slash("entry add", title="The Tin Whale", year=1999), "Join")
    forms = [
        await moderator.chooses_to_fill(mine, "talk"),
        await other.chooses_to_fill(theirs, "glance"),
    ]
    await moderator.sends(forms[0], questions="Why tin?")
    await other.sends(forms[1], pitch="A whale of steel.")
    for one in (moderator, other):
        seen = await one.slash("entry edit", title="The Tin Whale")
        assert "A whale of steel." in seen.text
        assert (await one.chooses_to_fill(seen, "talk")).held["questions"] == "Why tin?"


async def test_who_leaves_a_draft_leaves_it_to_who_has_joined(world: World, moderator: Person) -> None:
    mine = await named(moderator)
    other = world.moderator("second")
    await other.presses(await other.slash("entry add", title="The Tin Whale", year=1999), "Join")
    gone = await moderator.presses(await moderator.presses(mine, "Throw away"), "Throw it away")
    assert f"goes on with <@{other.actor.id}>" in gone.text
    kept = await other.slash("entry edit", title="The Tin Whale")
    assert "A whale made of tin." in kept.text
    assert "Together" not in kept.text


async def test_a_draft_is_thrown_away_only_after_a_question(moderator: Person) -> None:
    seen = await named(moderator)
    asked = await moderator.presses(seen, "Throw away")
    assert "A whale made of tin." in (await moderator.presses(asked, "Keep it")).text
    gone = await moderator.presses(await moderator.presses(seen, "Throw away"), "Throw it away")
    assert "Your draft is gone" in gone.text
    assert "A whale made of tin." not in (await begun(moderator)).text


async def test_the_fifty_first_draft_is_refused_in_plain_words(storage: Storage, new_bot: NewBot) -> None:
    async with pretend(new_bot(), errors=False) as world:
        moderator = world.moderator()
        for number in range(50):
            form = {"entry": {"id": f"film-{number}", "title": f"Film {number}", "year": 1950 + number}}
            await storage.save(keep_draft, world.here, moderator.actor.id, f"film-{number}", form)
        assert "too many drafts" in (await begun(moderator)).text


async def test_nothing_of_a_draft_is_seen_by_parents(
    storage: Storage, world: World, parent: Person, moderator: Person
) -> None:
    await named(moderator)
    assert "the-tin-whale-1999" not in storage.library(world.here).movies
    seen = await parent.slash("movie", title="the tin whale 1999")
    assert not [label for label in (seen.heading, *seen.labels) if "Tin Whale" in label]
