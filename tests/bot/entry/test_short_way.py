"""The short way: steps can be left out, corrected and taken up again, and nothing is assumed."""

from typing import Any

from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen


async def begun(moderator: Person) -> Seen:
    return await moderator.slash("entry add", title="The Tin Whale", year=1999)


def next_of(seen: Seen) -> str:
    return next(one for one in seen.labels if one.startswith("Next: "))


async def goes_on(moderator: Person, seen: Seen, **values: Any) -> Seen:
    return await moderator.sends(await moderator.opens(seen, next_of(seen)), **values)


async def test_the_most_feared_topics_come_first_and_each_level_says_what_it_means(moderator: Person) -> None:
    form = await moderator.opens(await begun(moderator), "Next: How much is in it (1/3)")
    assert list(form.controls) == ["sex", "nudity", "sexual_violence", "violence", "gore"]
    options = {one["value"]: one for one in form.controls["violence"]["options"]}
    assert list(options) == ["-", "none", "mild", "moderate", "severe"]
    assert options["-"]["default"]
    assert options["mild"]["description"] == "Slapstick, chases, or scuffles with little harm."


async def test_what_nobody_noticed_stays_open(moderator: Person) -> None:
    seen = await goes_on(moderator, await begun(moderator), violence=["mild"])
    assert "What is in it (sex, nudity, sexual violence or " in seen.text
    form = await moderator.chooses_to_fill(seen, "levels.0")
    assert (form.held["violence"], form.held["sex"]) == (["mild"], ["-"])
    shown = await moderator.presses(seen, "See: What's in it")
    assert "Not recorded:** sex" in shown.text


async def test_a_step_that_is_left_out_is_not_offered_again_and_can_still_be_taken(
    world: World, new_bot: NewBot, moderator: Person
) -> None:
    seen = await moderator.presses(await begun(moderator), "Not now")
    assert next_of(seen) == "Next: How much is in it (2/3)"
    await world.restart(new_bot())
    seen = await moderator.slash("entry edit", title="The Tin Whale")
    assert next_of(seen) == "Next: How much is in it (2/3)"
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "levels.0"), violence=["none"])
    assert "None found:** violence" in seen.text


async def test_a_level_that_is_no_longer_none_wants_its_own_sentence(moderator: Person) -> None:
    seen = await goes_on(moderator, await begun(moderator), violence=["none"])
    assert "A sentence is missing" not in seen.text
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "levels.0"), violence=["mild"])
    assert "A sentence is missing for:** violence" in seen.text


async def test_another_level_keeps_its_sentence_and_its_sources(moderator: Person) -> None:
    seen = await moderator.slash("entry edit", title=BOAT)
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "levels.1"), fear=["severe"])
    assert "Ready to publish" in seen.text
    assert "A storm at night." in (await moderator.presses(seen, "See: What's in it")).text


async def test_what_is_ticked_as_yes_and_as_no_is_asked_again(moderator: Person) -> None:
    seen = await begun(moderator)
    form = await moderator.chooses_to_fill(seen, "yes_no")
    seen = await moderator.sends(form, yes=["bullying", "needles"], no=["bullying"])
    assert "is chosen as yes and as no" in seen.text
    again = await moderator.opens(seen, "Correct: Yes or no")
    assert again.held == {"yes": ["bullying", "needles"], "no": ["bullying"]}
    seen = await moderator.sends(again, no=[])
    assert "A sentence is missing for:** bullying · needles" in seen.text


async def test_a_source_stands_only_for_what_was_ticked_below_it(moderator: Person) -> None:
    seen = await goes_on(moderator, await begun(moderator), violence=["none"])
    form = await moderator.chooses_to_fill(seen, "yes_no")
    seen = await moderator.sends(form, no=["needles"])
    while next_of(seen) != "Next: Sources":
        seen = await moderator.presses(seen, "Not now")
    seen = await goes_on(moderator, seen, source_1="A review | https://example.org/whale", says_1=["glance"])
    assert "No source chosen yet:** What is in it: Violence · What is in it: Needles" in seen.text
    seen = await goes_on(moderator, seen, finding=["a-review"])
    assert "No source chosen yet" not in seen.text
    listed = (await moderator.chooses_to_fill(seen, "sources")).held["list"]
    assert listed.startswith("A review | https://example.org/whale | 20")
