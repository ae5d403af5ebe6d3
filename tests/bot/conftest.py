"""The real bot over the shipped guide, in a pretend Discord."""

import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.cli.serve import build_bot
from bot.client import Usher
from bot.conversation import Clock
from bot.ui.phrases import Languages, Phrases
from knowledge.library import Library
from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World, pretend

NewBot = Callable[..., Usher]


@pytest.fixture
async def storage(library: Library, tmp_path: Path) -> AsyncIterator[Storage]:
    async with Storage.open(f"sqlite:///{tmp_path / 'usher.db'}", library) as storage:
        yield storage


@pytest.fixture
def new_bot(storage: Storage) -> NewBot:
    """Makes bots over one database, as one does after a restart."""

    def new(clock: Clock = time.monotonic) -> Usher:
        return build_bot(storage, clock=clock)

    return new


@pytest.fixture
async def world(new_bot: NewBot) -> AsyncIterator[World]:
    async with pretend(new_bot()) as world:
        yield world


@pytest.fixture
def parent(world: World) -> Person:
    return world.person()


@pytest.fixture(scope="session")
def say() -> Phrases:
    return Languages()["en"]
