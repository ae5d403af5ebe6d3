"""A small guide of made-up films, and people with and without rights."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.entry import Finding, Level, Movie, Provenance, Source, Status
from knowledge.library import Library
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend


def entry(title: str, year: int, pitch: str = "Something happens.", **values: Any) -> Movie:
    return Movie(
        id=f"{title.lower().replace(' ', '-')}-{year}",
        title=title,
        year=year,
        pitch=pitch,
        facts_from=("us",),
        sources={"us": Source(name="Our own eyes")},
        provenance=Provenance(status=Status.PUBLISHED, written_by="The guide", written_on=date(2026, 1, 1)),
        **values,
    )


@pytest.fixture(scope="session")
def library() -> Library:
    """A guide of two films."""
    scary = Finding(topic="fear", level=Level.MODERATE, says="A storm at night.", sources=("us",))
    boat = entry("The Paper Boat", 2001, "A boat made of paper sails.", findings=(scary,))
    return Library.of([boat, entry("Blue Lantern", 1988)], read_vocabulary())


@pytest.fixture
async def world(new_bot: NewBot) -> AsyncIterator[World]:
    async with pretend(new_bot()) as world:
        yield world


@pytest.fixture
def moderator(world: World) -> Person:
    return world.moderator()
