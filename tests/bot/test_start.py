"""A bot that starts makes no entry that nobody asks about, and tells those who wait for one."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from knowledge.entry import Movie
from knowledge.library import LazyEntries, Library
from knowledge.storage.owners import SHARED
from knowledge.storage.requests import waited_for, want_own_notice
from knowledge.storage.storage import Storage
from tests.bot.pretend import pretend

COCO = "coco-2017"


class Entries:
    """The guide's, and which of them were made."""

    def __init__(self, library: Library) -> None:
        self._movies = library.movies
        self.made: list[str] = []
        self.library = Library(LazyEntries(library.films(), self._make), library.vocabulary)

    def _make(self, movie_id: str) -> Movie:
        self.made.append(movie_id)
        return self._movies[movie_id]


@pytest.fixture
def entries(library: Library) -> Entries:
    return Entries(library)


@pytest.fixture
async def storage(entries: Entries, migrated: Path, tmp_path: Path) -> AsyncIterator[Storage]:
    shutil.copy(migrated, tmp_path / "usher.db")
    async with Storage.open(f"sqlite:///{tmp_path / 'usher.db'}", entries.library) as storage:
        yield storage


async def starts(storage: Storage, catalogue: Path) -> None:
    """A bot begins, is ready, and has come to rest."""
    async with pretend(build_bot(storage, Guides(catalogue))) as world:
        await world.person().slash("help")


async def test_a_start_makes_no_entry(entries: Entries, storage: Storage, catalogue: Path) -> None:
    await starts(storage, catalogue)
    assert entries.made == []


async def test_a_start_makes_the_entry_that_somebody_waits_for(
    entries: Entries, storage: Storage, catalogue: Path
) -> None:
    await storage.save(want_own_notice, "Coco", 5, 7, "de")
    await starts(storage, catalogue)
    assert entries.made == [COCO]
    assert await storage.read(waited_for, SHARED, entries.library.films()) == ()
