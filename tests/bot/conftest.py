"""The real bot over the shipped guide, in a pretend Discord."""

import shutil
import time
from collections.abc import AsyncIterator, Callable
from functools import cache
from pathlib import Path

import pytest

from bot.cli.serve import build_bot
from bot.client import Usher
from bot.conversation import Clock
from bot.guide_factory import Guides
from bot.ui.phrases import Languages, Phrases
from knowledge.catalogue.catalogue_import import import_files
from knowledge.guide import Guide, Indexed
from knowledge.library import Library
from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World, pretend

NewBot = Callable[..., Usher]


class KeptGuides(Guides):
    """As all bots have it, but that the guide over a library that a test did not change is made once."""

    def __init__(self, catalogue: Path) -> None:
        super().__init__(catalogue)
        self._guides: dict[tuple[int, int], tuple[Library, Guide]] = {}

    def __call__(self, library: Library, country: str = "US", base: Indexed | None = None) -> Guide:
        """The guide."""
        if base is not None or country != "US":
            return super().__call__(library, country, base)
        key = id(library.movies), id(library.vocabulary)
        if key not in self._guides:
            self._guides[key] = library, super().__call__(library)
        return self._guides[key][1]


@pytest.fixture(scope="session")
def guides(catalogue: Path) -> Guides:
    """Guides over the films that come with Usher, for all bots of all tests."""
    return KeptGuides(catalogue)


@pytest.fixture(scope="session")
def catalogue_of(
    tmp_path_factory: pytest.TempPathFactory, furnish: Callable[[Path], None]
) -> Callable[..., Path]:
    """Catalogues of a machine on which Usher was started, and then some files imported; each made once."""

    @cache
    def make(**texts: str) -> Path:
        folder = tmp_path_factory.mktemp("imported")
        furnish(folder)
        files = {folder / f"{name}.tsv": text for name, text in texts.items()}
        for file, text in files.items():
            file.write_text(text, encoding="utf-8")
        import_files(list(files), folder / "catalogue", lambda _: None, {"MPA": ("G", "PG", "R")})
        return folder / "catalogue"

    return make


@pytest.fixture
async def storage(library: Library, migrated: Path, tmp_path: Path) -> AsyncIterator[Storage]:
    shutil.copy(migrated, tmp_path / "usher.db")
    async with Storage.open(f"sqlite:///{tmp_path / 'usher.db'}", library) as storage:
        yield storage


@pytest.fixture
def new_bot(storage: Storage, guides: Guides) -> NewBot:
    """Makes bots over one database, as one does after a restart."""

    def new(clock: Clock = time.monotonic) -> Usher:
        return build_bot(storage, guides, clock=clock)

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
