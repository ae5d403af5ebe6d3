"""A film that the catalogue of all films knows brings its facts along."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World, pretend

FILMS = """title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\tconflict
The Tin Whale\t1999\tPG\t61\t\tscary moments\ttt0000001\t0
"""
TITLES = "id\ttitle\tyear\tvotes\talso_known_as\ntt0000001\tThe Tin Whale\t1999\t300\t\n"


@pytest.fixture
async def world(storage: Storage, catalogue_of: Callable[..., Path]) -> AsyncIterator[World]:
    """A bot that knows a film without a guide."""
    known = catalogue_of(titles=TITLES, film_facts=FILMS)
    async with pretend(build_bot(storage, Guides(known))) as world:
        yield world


async def test_a_known_film_fills_in_its_year_and_facts(moderator: Person) -> None:
    seen = await moderator.slash("entry add", title="the tin whale")
    assert seen.heading == "### The Tin Whale (1999)"
    assert "61 min" in seen.text
    assert "PG in the United States" in seen.text
    assert "Year, length, rating and numbers come from the table “" in seen.text
    rating = await moderator.chooses_to_fill(seen, "rating.MPA")
    assert (rating.held["code"], rating.held["reason"]) == (["PG"], "scary moments")
    assert (await moderator.chooses_to_fill(seen, "names")).held == {"imdb": "tt0000001"}


@pytest.mark.parametrize("typed", ["the tin whale 1999", "The Tin Whale (1999)", "tin whale, 1999"])
async def test_a_year_that_is_typed_with_the_title_is_the_films(moderator: Person, typed: str) -> None:
    assert (await moderator.slash("entry add", title=typed)).heading == "### The Tin Whale (1999)"


async def test_known_films_are_offered_while_the_title_is_typed(moderator: Person) -> None:
    offered = await moderator.types("entry add", "title", "the tin wh")
    assert offered[0] == {"name": "The Tin Whale (1999)", "value": "The Tin Whale (1999)"}
    begun = await moderator.slash("entry add", title=offered[0]["value"])
    assert begun.heading == "### The Tin Whale (1999)"


async def test_a_film_that_is_known_without_a_guide_is_counted_as_asked_for(
    moderator: Person, parent: Person
) -> None:
    seen = await parent.slash("movie", title="the tin whale")
    assert "Tell me when it is there" in seen.labels
    wanted = await moderator.slash("requests")
    assert "**The Tin Whale (1999)**, once" in wanted.text
    begun = await moderator.chooses(wanted, "the tin whale 1999")
    assert begun.heading == "### The Tin Whale (1999)"
