"""What boards name and families say stands beside the open field, and is taken with one press."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from knowledge.entry import Level
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, publish
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

FILMS = """title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\tconflict
The Tin Whale\t1999\tPG\t61\t\tscary moments and mild language\ttt0000001\t0
"""
TITLES = "id\ttitle\tyear\tvotes\talso_known_as\ntt0000001\tThe Tin Whale\t1999\t300\t\n"


async def rated(moderator: Person) -> Seen:
    form = await moderator.chooses_to_fill(await moderator.slash("entry edit", title=BOAT), "rating.MPA")
    return await moderator.sends(form, code=["PG-13"], reason="violence and language", sources=["us"])


async def test_what_a_boards_reason_names_stands_beside_the_open_field(moderator: Person) -> None:
    seen = await rated(moderator)
    assert "Known of what is open:** violence (MPA: " in seen.text
    form = await moderator.chooses_to_fill(seen, "levels.0")
    hints = [part.get("description", "") for part in (form.result.modal or {})["components"]]
    assert [hint.partition(":")[0] for hint in hints] == ["", "", "", "MPA", ""]
    assert form.held["violence"] == ["-"]


async def test_nothing_of_it_is_taken_before_somebody_presses(
    world: World, storage: Storage, moderator: Person
) -> None:
    await publish(moderator, await rated(moderator))
    assert [one.topic for one in storage.library(world.here)[BOAT].findings] == ["fear"]


async def test_one_press_takes_it_as_a_source_of_its_own(
    world: World, storage: Storage, moderator: Person
) -> None:
    seen = await moderator.presses(await rated(moderator), "Take what is known")
    assert "Known of what is open" not in seen.text
    await publish(moderator, seen)
    movie = storage.library(world.here)[BOAT]
    finding = movie.finding("violence")
    assert finding is not None
    assert finding.says == "The MPA names it: “violence”."
    assert finding.inferred is not None
    (key,) = finding.sources
    assert movie.sources[key].name == "MPA, the reason of its rating"
    fear = movie.finding("fear")
    assert fear is not None
    assert (fear.level, fear.sources) == (Level.MODERATE, ("us",))


@pytest.fixture
async def catalogued(storage: Storage, catalogue_of: Callable[..., Path]) -> AsyncIterator[World]:
    """A bot that knows a film and a board's reason from files."""
    async with pretend(build_bot(storage, Guides(catalogue_of(titles=TITLES, film_facts=FILMS)))) as world:
        yield world


async def test_what_files_know_of_a_new_film_is_offered_from_the_first_step(catalogued: World) -> None:
    moderator = catalogued.moderator()
    seen = await moderator.slash("entry add", title="The Tin Whale")
    assert "scary moments (MPA: " in seen.text
    taken = await moderator.presses(seen, "Take what is known")
    assert "scary moments" in taken.text
    assert "Known of what is open" not in taken.text


async def test_what_is_taken_does_not_stand_for_the_sources_of_whoever_writes(catalogued: World) -> None:
    moderator = catalogued.moderator()
    seen = await moderator.slash("entry add", title="The Tin Whale")
    seen = await moderator.presses(seen, "Take what is known")
    offered = list[str]()
    while "Next: Sources" not in seen.labels:
        offered += [one for one in seen.labels if one.startswith("Next: ")]
        seen = await moderator.presses(seen, "Not now")
    assert "Next: Who says what" not in offered
    form = await moderator.opens(seen, "Next: Sources")
    seen = await moderator.sends(form, source_1="A review", says_1=["rating"])
    assert "Official rating" not in seen.text.partition("No source chosen yet")[2].partition("\n")[0]
