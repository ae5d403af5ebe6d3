"""Several moderators at a time: forms, uploads and what waits to be sent again are told apart."""

from typing import Any

import pytest

from knowledge.curation.export import FORMATS
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT
from tests.bot.entry.conftest import entry
from tests.bot.pretend import Person, World
from tests.bot.seen import Opened, Seen

LANTERN = "blue-lantern-1988"
GONE = "don't have that file any more"
TITLES = {BOAT: "The Paper Boat (2001)", LANTERN: "Blue Lantern (1988)"}
PARTS: dict[str, dict[str, Any]] = {
    "glance": {"pitch": "Other words."},
    "story": {"says": "It sails."},
    "talk": {"questions": "Why paper?"},
    "people": {"studio": "A studio"},
    "names": {"names": ""},
    "finding.sex": {"level": "none", "says": "Nothing of it.", "sources": ["us"]},
}


async def opens(person: Person, movie: str, form: str) -> Opened:
    """One of all the forms about an entry."""
    if form == "alias":
        return await person.slash_opens("entry alias", title=movie, name=f"Another name of {movie}")
    draft = await person.slash("entry edit", title=movie)
    if form == "publish":
        return await person.opens(draft, "Publish")
    return await person.chooses_to_fill(draft, form)


@pytest.mark.parametrize("form", [*PARTS, "alias", "publish"])
async def test_two_forms_that_are_open_at_once_are_not_mixed_up(
    world: World, new_bot: NewBot, moderator: Person, form: str
) -> None:
    second = world.moderator("second")
    values = PARTS.get(form, {"why": "Seen it yesterday"})
    if form == "publish":
        for person, movie in ((moderator, BOAT), (second, LANTERN)):
            await person.sends(await opens(person, movie, "glance"), pitch=f"Of {movie}.")
    mine, theirs = await opens(moderator, BOAT, form), await opens(second, LANTERN, form)
    await world.restart(new_bot())
    for person, opened, movie in ((moderator, mine, BOAT), (second, theirs, LANTERN)):
        assert TITLES[movie] in (await person.sends(opened, **values)).text


def file_of(title: str) -> bytes:
    year = {"The Paper Boat": 2001, "Blue Lantern": 1988}.get(title, 1970)
    return FORMATS["json"]([entry(title, year, "Another line.")]).encode()


async def uploads(person: Person, title: str) -> Seen:
    return await person.uploads("entry upload", "films.json", file_of(title))


async def test_a_button_confirms_the_upload_that_it_stands_under(
    world: World, storage: Storage, moderator: Person
) -> None:
    first, second = await uploads(moderator, "Blue Lantern"), await uploads(moderator, "Blue Lantern")
    opened = await moderator.opens(second, "Confirm")
    third = await uploads(moderator, "The Paper Boat")
    assert GONE in (await moderator.presses(first, "Confirm")).text
    assert GONE in (await moderator.sends(opened, why="Ours")).text
    assert storage.library(world.here) is storage.library(None)
    opened, late = await moderator.opens(third, "Confirm"), await moderator.opens(third, "Confirm")
    assert "The Paper Boat (2001) is published" in (await moderator.sends(opened, why="Ours")).text
    assert GONE in (await moderator.sends(late, why="Ours")).text
    assert storage.library(world.here)["blue-lantern-1988"].pitch == "Something happens."


async def test_two_moderators_confirm_their_own_uploads(world: World, moderator: Person) -> None:
    second = world.moderator("second")
    mine, theirs = await uploads(moderator, "Red Kite"), await uploads(second, "Tin Whale")
    done = await moderator.presses(mine, "Confirm")
    assert "Red Kite (1970) is published" in done.text
    done = await second.presses(theirs, "Confirm")
    assert "Tin Whale (1970) is published" in done.text
