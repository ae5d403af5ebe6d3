"""Which entry a moderator means, by its title, whatever became of it."""

from typing import Any

import pytest

from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World

COMMANDS: dict[str, dict[str, Any]] = {
    "entry edit": {},
    "entry export": {},
    "entry history": {},
    "entry compare": {},
    "entry alias": {},
    "entry offer": {},
    "entry revert": {"number": 1, "why": "A reason"},
    "entry lock": {"why": "A reason"},
    "entry unlock": {"why": "A reason"},
    "entry retire": {"why": "A reason"},
}


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_title_that_nobody_wrote_is_said_to_be_missing_and_can_be_written(
    moderator: Person, command: str
) -> None:
    seen = await moderator.slash(command, title="Xyzzy: a plover", **COMMANDS[command])
    assert seen.text == "**“Xyzzy: a plover” is not in this guide.**"
    form = await moderator.opens(seen, "Write it")
    assert form.held["title"] == "Xyzzy: a plover"


async def test_an_entry_of_our_own_that_was_retired_is_still_found_by_its_title(
    world: World, storage: Storage, moderator: Person
) -> None:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    form = await moderator.chooses_to_fill(seen, "sources")
    seen = await moderator.sends(form, list="A review | https://example.org/whale")
    await moderator.sends(await moderator.chooses_to_fill(seen, "glance"), pitch="A whale of tin.")
    drafted = await moderator.slash("entry edit", title="the tin whale")
    assert "A whale of tin." in drafted.text
    await moderator.presses(drafted, "Publish")
    await moderator.slash("entry retire", title="The Tin Whale", why="Not a film")
    assert "the-tin-whale-1999" not in storage.library(world.here).movies
    offered = await moderator.types("entry history", "title", "tin wh")
    assert offered == [{"name": "The Tin Whale (1999)", "value": "the-tin-whale-1999"}]
    shown = await moderator.slash("entry history", title="the tin whale")
    assert "retired by" in shown.text


async def test_somebody_elses_draft_is_not_offered(world: World, moderator: Person) -> None:
    await moderator.slash("entry add", title="The Tin Whale", year=1999)
    assert await moderator.types("entry edit", "title", "tin whale")
    assert await world.moderator("second").types("entry edit", "title", "tin whale") == []
