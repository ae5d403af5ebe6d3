"""Two films with much to say."""

from collections.abc import Generator

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.entry import Finding, Level
from knowledge.library import Library
from tests.bot.entry.conftest import entry
from tests.bot.entry.database_away import can_be_away


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


@pytest.fixture(autouse=True)
def database() -> Generator[None]:
    """One that can be away."""
    with can_be_away():
        yield
