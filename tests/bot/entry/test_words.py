"""Moderators read names, never keys, in each language."""

import re

import pytest

from bot.entry.diff_lines import difference_lines
from bot.ui.phrases import Languages, read_words
from knowledge.curation.diff import Difference, diff
from knowledge.entry import Level, Movie
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, publish
from tests.bot.pretend import Person, World
from tests.bot.ui.test_limits import longest

KEY = re.compile(r"\b[a-z]+_[a-z_]+\b|\b(?:findings|ratings|sources|voices)\.|-\d{4}\b(?!-)")


def lines(language: str, was: Movie | None, now: Movie | None) -> list[str]:
    return difference_lines(diff(was, now), Languages()[language], 500)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "- **Scary moments:** mild → moderate"),
        ("de", "- **Gruselige Szenen:** leicht → mäßig"),
        ("es", "- **Momentos de miedo:** nivel leve → nivel moderado"),
        ("fr", "- **Moments effrayants :** niveau léger → niveau modéré"),
    ],
)
def test_a_level_that_differs_is_told_by_its_topic_and_in_words(language: str, said: str) -> None:
    (line,) = difference_lines([Difference("findings.fear.level", "mild", "moderate")], Languages()[language])
    assert line == said


@pytest.mark.parametrize("language", sorted(read_words()))
def test_no_key_stands_in_what_differs(language: str) -> None:
    told = [line.replace("\\", "") for line in lines(language, None, longest())]
    assert len(told) > 50
    names = [line.partition(":**")[0].partition(" :**")[0] for line in told]
    assert [name for name in names if KEY.search(name)] == []


async def test_the_history_tells_a_changed_level_in_words(
    world: World, storage: Storage, moderator: Person
) -> None:
    seen = await moderator.slash("entry edit", title=BOAT)
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "levels.1"), fear=["severe"])
    await publish(moderator, seen)
    assert storage.library(world.here)[BOAT].findings[0].level is Level.SEVERE
    revision = await moderator.chooses(await moderator.slash("entry history", title=BOAT), "1")
    assert "**Scary moments:** moderate → severe" in revision.text
