"""The real bot over the shipped guide, in a pretend Discord."""

from collections.abc import AsyncIterator

import pytest

from bot.__main__ import build_bot, build_guide
from bot.cards.phrases import Languages, Phrases
from knowledge.guide import Guide
from tests.bot.pretend import Person, World, pretend


@pytest.fixture(scope="session")
def guide() -> Guide:
    return build_guide()


@pytest.fixture
async def world(guide: Guide) -> AsyncIterator[World]:
    async with pretend(build_bot(guide)) as world:
        yield world


@pytest.fixture
def parent(world: World) -> Person:
    return world.person()


@pytest.fixture(scope="session")
def say() -> Phrases:
    return Languages()["en"]
