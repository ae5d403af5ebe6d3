"""What levels mean is told for every scale, and the films that stand for a level are at it."""

import re

import pytest

from knowledge.curation.shipped_guide import DATA
from knowledge.entry import Level
from knowledge.library import Library

ROW = re.compile(r"\| (?P<topic>\w*) ?\| (?P<level>\w+) \| [^|]+ \| (?P<films>[^|]+) \|")


def rows() -> list[tuple[str, str, list[str]]]:
    """Each row as topic, level and films; a row without a topic goes on with the one above."""
    found: list[tuple[str, str, list[str]]] = []
    for row in ROW.finditer((DATA / "README.md").read_text(encoding="utf-8")):
        topic = row["topic"] or found[-1][0]
        found.append((topic, row["level"], re.findall(r"`([\w-]+)`", row["films"])))
    return found[1:]


@pytest.mark.parametrize(
    ("film", "topic", "level"), [(film, topic, level) for topic, level, films in rows() for film in films]
)
def test_a_film_that_stands_for_a_level_is_at_it(library: Library, film: str, topic: str, level: str) -> None:
    found = library[film].finding(topic)
    assert found
    assert found.level == level


def test_every_scale_tells_what_each_of_its_levels_means(library: Library) -> None:
    scales = {topic.id: topic.levels for topic in library.vocabulary.topics.values()}
    told = {(topic, level) for topic, level, _ in rows()}
    assert told >= {
        (topic, level) for topic, levels in scales.items() if Level.MILD in levels for level in levels[1:]
    }
