"""A small guide, and what families do: they fill in a form, and more of it."""

from collections.abc import AsyncIterator

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.entry import Finding, Level
from knowledge.library import Library
from tests.bot.conftest import NewBot
from tests.bot.entry.conftest import entry
from tests.bot.pretend import Person, World, pretend
from tests.bot.server.reviews.acts import BOAT


@pytest.fixture(scope="session")
def library() -> Library:
    """A guide of two films."""
    vocabulary = read_vocabulary()
    scary = Finding(topic="fear", level=Level.MILD, says="A storm at night.", sources=("us",))
    others = tuple(
        Finding(topic=topic.id, level=Level.NONE, says="None.", sources=("us",))
        for topic in vocabulary.topics.values()
        if topic.kind == "scale" and topic.id != "fear"
    )
    boat = entry("The Paper Boat", 2001, "A boat made of paper sails.", findings=(scary, *others))
    assert boat.id == BOAT
    return Library.of([boat, entry("Blue Lantern", 1988)], vocabulary)


@pytest.fixture
async def world(new_bot: NewBot) -> AsyncIterator[World]:
    async with pretend(new_bot()) as world:
        yield world


@pytest.fixture
def moderator(world: World) -> Person:
    return world.moderator()
