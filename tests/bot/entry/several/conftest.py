"""Two films with much to say."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.entry import Finding, Level
from knowledge.library import Library
from knowledge.storage.storage import Storage
from tests.bot.entry.conftest import entry

PRAGMAS = ("PRAGMA journal_mode = WAL", "PRAGMA busy_timeout = 1000")
"""A second, so that a slow machine is not taken for a database that is away."""


@pytest.fixture(scope="session")
def library() -> Library:
    """More than one card can hold."""
    vocabulary = read_vocabulary()
    findings = tuple(
        Finding(topic=topic, level=Level.MODERATE, says="A storm, " * 9 + "at night.", sources=("us",))
        for topic in ("fear", "violence", "blood", "death")
        if topic in vocabulary.topics
    )
    films = (("The Paper Boat", 2001), ("Blue Lantern", 1988))
    return Library.of([entry(title, year, findings=findings) for title, year in films], vocabulary)


@pytest.fixture
async def storage(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Storage]:
    """Storage that gives up soon."""
    monkeypatch.setattr("knowledge.storage.database.SQLITE_PRAGMAS", PRAGMAS)
    async with Storage.open(f"sqlite:///{tmp_path / 'usher.db'}", library) as storage:
        yield storage
