"""A statement has the source that a moderator chose for it, or is not published."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import publish_first
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

WHALE = "the-tin-whale-1999"
TWO = "A review | https://example.org/whale\nThe board | https://example.org/board"
STATED: dict[str, tuple[str, dict[str, Any]]] = {
    "finding.fear": ("What is in it: Scary moments", {"level": "mild", "says": "It rattles."}),
    "rating.MPA": ("Official rating: MPA", {"code": ["PG"]}),
    "know": ("What parents need to know", {"says": "Mild."}),
    "story": ("Story", {"says": "It swims."}),
    "quality": ("Is it any good", {"strengths": "The tin."}),
    "voice.new": ("Voice 1", {"says": "Loved it.", "who": ["teen"]}),
}


async def named(moderator: Person, listed: str = TWO) -> Seen:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "sources"), list=listed)
    return await moderator.sends(await moderator.chooses_to_fill(seen, "glance"), pitch="A whale of tin.")


@pytest.mark.parametrize("part", STATED)
async def test_what_has_no_chosen_source_is_named_and_not_published_until_it_has(
    storage: Storage, world: World, moderator: Person, part: str
) -> None:
    name, values = STATED[part]
    seen = await named(moderator)
    assert "Ready to publish" in seen.text
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, part), **values)
    assert f"No source chosen yet:** {name}" in seen.text
    assert "Ready to publish" not in seen.text
    refused = await publish_first(moderator, seen)
    assert "Not published yet" in refused.text
    assert f"No source chosen yet:** {name}" in refused.text
    assert WHALE not in storage.library(world.here).movies
    form = await moderator.opens(refused, f"Choose a source: {name}")
    assert "sources" not in form.held
    seen = await moderator.sends(form, sources=["the-board"])
    assert "is published" in (await publish_first(moderator, seen)).text
    assert "not-named" not in storage.library(world.here)[WHALE].model_dump_json()
    kept = storage.library(world.here)[WHALE]
    assert "the-board" in kept.model_dump_json(exclude={"sources", "facts_from"})


async def test_what_is_not_chosen_is_shown_as_not_chosen(moderator: Person) -> None:
    seen = await named(moderator)
    form = await moderator.chooses_to_fill(seen, "finding.fear")
    seen = await moderator.sends(form, level="mild", says="It rattles.")
    shown = await moderator.presses(seen, "See: What's in it")
    assert "Not named yet" in shown.text
    assert "A review" not in shown.text


async def test_a_statement_written_before_any_source_waits_for_its_choice(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="The Tin Whale", year=1999)
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "story"), says="It swims.")
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "sources"), list="A review")
    assert "No source chosen yet:** Story" in seen.text


FACTS = """title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\tconflict
The Tin Whale\t1999\tPG\t61\t\t\ttt0000001\t0
"""
TITLES = "id\ttitle\tyear\tvotes\talso_known_as\ntt0000001\tThe Tin Whale\t1999\t300\t\n"


@pytest.fixture
async def catalogued(storage: Storage, catalogue_of: Callable[..., Path]) -> AsyncIterator[World]:
    """A bot that knows the film from files."""
    known = catalogue_of(titles=TITLES, film_facts=FACTS)
    async with pretend(build_bot(storage, Guides(known))) as world:
        yield world


async def test_the_file_that_a_fact_came_in_is_no_source(storage: Storage, catalogued: World) -> None:
    moderator = catalogued.moderator()
    seen = await named(moderator, "A review")
    assert "61 min" in seen.text
    assert "PG in the United States" in seen.text
    assert "come from the table “" in seen.text
    assert "film_facts" not in (await moderator.presses(seen, "See: What's in it")).text
    assert "No source chosen yet:** Official rating: MPA" in seen.text
    refused = await publish_first(moderator, seen)
    assert "Not published yet" in refused.text
    form = await moderator.opens(refused, "Choose a source: Official rating: MPA")
    await publish_first(moderator, await moderator.sends(form, sources=["a-review"]))
    movie = storage.library(catalogued.here)[WHALE]
    assert {key: source.name for key, source in movie.sources.items()} == {"a-review": "A review"}
