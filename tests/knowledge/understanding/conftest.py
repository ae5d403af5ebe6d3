"""A small world of films for the questions of tests/questions."""

import tomllib
from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned, read_learned
from knowledge.understanding.understand import Understanding

QUESTIONS = Path(__file__).parents[2] / "questions"


@pytest.fixture(scope="session")
def titles() -> Titles:
    """The films of films.toml, ids such as "Coraline 2009"."""
    rows = tomllib.loads((QUESTIONS / "films.toml").read_text(encoding="utf-8"))["films"]
    return Titles.of(
        Film(f"{row['title']} {row['year']}", row["title"], row["year"], tuple(row["names"]), row["votes"])
        for row in rows
    )


@pytest.fixture(scope="session")
def learned() -> Learned:
    """What the shipped reader learned."""
    return read_learned(read_vocabulary())


@pytest.fixture(scope="session")
def understanding(titles: Titles, learned: Learned) -> Understanding:
    """Understanding of those films."""
    return Understanding(titles, read_vocabulary(), learned)
