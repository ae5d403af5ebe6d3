"""What families say: counted by group, who disagrees said aloud, page by page, also after a restart."""

from knowledge.entry import Level
from knowledge.reviews.review import Flag, Review
from knowledge.storage.review_presses import press
from knowledge.storage.reviews import review_of, write_review
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World
from tests.bot.server.reviews.acts import BOAT, DAS_BOOT, PARENT, TEEN, adds, reads, writes
from tests.films import VOCABULARY

FITS_FROM = VOCABULARY.topics["fear"].from_age(Level.MILD)
"""From which age the boat usually fits."""


async def families(storage: Storage, world: World, title: str = BOAT) -> None:
    """Three parents say from 8, three teens from 12; two of the teens find too much sex in it."""
    for who, age in enumerate((8, 8, 9), 1):
        said = Review(who="parent", ages=(9,), suits_from=age, stars=4, text=f"Parent {who}.")
        await storage.save(write_review, world.here, title, who, said)
    for who, age in enumerate((12, 12, 13), 4):
        flags = (Flag.SEX,) if who < 6 else ()
        said = Review(who="teen", ages=(14,), suits_from=age, stars=5, flags=flags, text=f"Teen {who}.")
        await storage.save(write_review, world.here, title, who, said)


async def helps(storage: Storage, world: World, writer: int, presser: int) -> None:
    """One of them finds helpful what another wrote of the boat."""
    found = await storage.read(review_of, world.here, BOAT, writer)
    assert found
    await storage.save(press, world.here, found.id, presser, helpful=True)


async def test_groups_are_counted_and_who_disagrees_is_said(
    world: World, storage: Storage, parent: Person
) -> None:
    assert "Nobody has recorded a review" in (await parent.slash("reviews", title=BOAT)).text
    await families(storage, world)
    seen = await parent.slash("reviews", title=BOAT)
    assert "6 families here have told about it" in seen.first
    assert "**3 parents here**: from 8 (8 to 9), ★★★★☆" in seen.text
    assert "**3 teens here**: from 12 (12 to 13), ★★★★★ · too much sex: 2 of 3" in seen.text
    assert "Views differ:** parents here say from 8, teens here say from 12." in seen.text
    assert f"teens here say from 12, what is recorded says from {FITS_FROM}." in seen.text
    assert f"**What is recorded**: from {FITS_FROM}" in seen.text


async def test_the_most_helpful_ones_are_quoted_with_how_many_found_them_so(
    world: World, storage: Storage, parent: Person
) -> None:
    await families(storage, world)
    for writer, presser in ((2, 77), (2, 78), (3, 77)):
        await helps(storage, world, writer, presser)
    lines = (await parent.slash("reviews", title=BOAT)).text.splitlines()
    assert [line for line in lines if "“" in line] == [
        "- **a parent with a 9-year-old**: “Parent 2.” (2 find it helpful)",
        "- **a parent with a 9-year-old**: “Parent 3.” (1 finds it helpful)",
        "- **a teen of 14**: “Teen 6.”",
    ]


async def test_fewer_than_three_are_shown_as_such_and_are_no_statistic(world: World, parent: Person) -> None:
    await writes(parent, suits=["8"], flags=["sad"])
    await writes(world.person("other"), suits=["12"])
    seen = await parent.slash("reviews", title=BOAT)
    assert "**2 parents here**: from 8 · from 12 · too sad: 1 of 2" in seen.text
    assert "Views differ" not in seen.text


async def test_pages_go_on_after_a_restart_the_most_helpful_first(
    world: World, storage: Storage, new_bot: NewBot, parent: Person
) -> None:
    await families(storage, world)
    await helps(storage, world, 1, 77)
    first = await reads(parent)
    assert first.private
    assert first.text.index("Parent 1.") < first.text.index("Teen 6.")
    assert first.labels.count("Report") == 3
    await world.restart(new_bot())
    second = await parent.presses(first, "More reviews")
    assert "Page 2" in second.text
    assert "Parent 1." not in second.text
    assert "More reviews" not in second.labels
    await world.restart(new_bot())
    again = await parent.presses(second, "Back")
    assert (again.text, again.labels) == (first.text, first.labels)


async def test_helpful_is_counted_once_a_person_and_not_for_ones_own(world: World, parent: Person) -> None:
    await adds(parent, await writes(parent), text="Long.")
    own = await parent.presses(await reads(parent), "Helpful (0)")
    assert "your own review" in own.text
    other = world.person("other")
    page = await reads(other)
    for _ in range(2):
        assert "noted" in (await other.presses(page, "Helpful (0)")).text
    assert "Helpful (1)" in (await reads(other)).labels
    await other.presses(page, "Not helpful")
    assert "Helpful (0)" in (await reads(other)).labels


async def test_spoilers_are_hidden_on_the_card_and_on_the_page(world: World, parent: Person) -> None:
    del world
    await adds(parent, await writes(parent), text="The boat sinks.", marks=["spoils"])
    card, page = await parent.slash("reviews", title=BOAT), await reads(parent)
    for seen in (card, page):
        assert "sinks" in seen.text
        assert "sinks" not in seen.open_text


async def test_families_that_object_make_a_yes_a_yes_with_care_and_are_named(
    world: World, storage: Storage, parent: Person
) -> None:
    before = await parent.slash("ask", question="is the paper boat ok for 8?")
    assert "Yes" in before.first
    for who in (1, 2, 3):
        said = Review(who="teen", ages=(14,), suits_from=12, stars=5)
        await storage.save(write_review, world.here, BOAT, who, said)
    after = await parent.slash("ask", question="is the paper boat ok for 8?")
    assert "With care for an 8-year-old" in after.first
    assert "3 teens here: from 12" in after.text
    assert "Yes" in (await parent.slash("ask", question="is the paper boat ok for 12?")).first
    elsewhere = await parent.slash_in_dm("ask", question="is the paper boat ok for 8?")
    assert "Yes" in elsewhere.first


async def test_families_never_make_a_verdict_milder(world: World, storage: Storage, parent: Person) -> None:
    for who in (1, 2, 3):
        await storage.save(write_review, world.here, BOAT, who, Review(who="parent", suits_from=0, stars=5))
    assert "Not yet" in (await parent.slash("ask", question="is the paper boat ok for 1?")).first


async def test_a_film_without_a_guide_is_answered_with_what_families_say(
    world: World, storage: Storage, parent: Person
) -> None:
    for number, who in enumerate(("a", "b", "c")):
        values = TEEN if number == 2 else {**PARENT, "flags": ["violence"]}
        await writes(world.person(who), DAS_BOOT, **values)
    seen = await parent.slash("movie", title=DAS_BOOT)
    assert "**2 parents here**: from 10 (2 say so) · too much violence: 2 of 2" in seen.text
    assert "**a teen here**: from 12" in seen.text
    told = await parent.slash("reviews", title=DAS_BOOT)
    assert "3 families here have told about it" in told.first
    assert "Page 1" in (await parent.presses(told, "What they wrote")).text
    asked = await parent.slash("ask", question="is das boot 1981 ok for 8?")
    assert "Yes" not in asked.text
    assert "2 parents here" in asked.text
    assert storage.library(None).families == {}


async def test_what_a_server_wrote_is_read_in_no_other_place(world: World, parent: Person) -> None:
    await writes(parent)
    assert "parent here" in (await world.person("other").slash("reviews", title=BOAT)).text
    assert "Nobody has recorded a review" in (await parent.slash_in_dm("reviews", title=BOAT)).text
