"""Sentences of the shipped entries: each says something by itself, and none speaks against its own level."""

import re
from collections.abc import Iterator

import pytest

from knowledge.entry import Finding, Level
from knowledge.library import Library

CHOSEN = re.compile(r"(?:^|[;,] |\bso )(mild|moderate|severe)\b(?! of)")
"""The level that a reason gives: "Often, but far away, so moderate"."""


def chosen(reason: str) -> set[Level]:
    """The levels that this reason says it chose."""
    return {Level(name) for name in CHOSEN.findall(reason.lower())}


def findings(library: Library) -> Iterator[tuple[str, Finding]]:
    for movie in library.movies.values():
        yield from ((movie.id, one) for one in movie.findings)


@pytest.mark.parametrize(
    ("reason", "levels"),
    [
        ("An attempt, but mostly off camera, so moderate.", {Level.MODERATE}),
        ("Severe since it is shown.", {Level.SEVERE}),
        ("The German board calls the threat mild.", set[Level]()),
        ("Near to severe in the last act.", set[Level]()),
    ],
)
def test_a_reason_tells_the_level_that_it_chose(reason: str, levels: set[Level]) -> None:
    assert chosen(reason) == levels


def test_no_reason_gives_another_level_than_it_stands_beside(library: Library) -> None:
    against = [
        (film, one.topic) for film, one in findings(library) if chosen(one.inferred or "") - {one.level}
    ]
    assert against == []


def test_no_finding_is_a_single_word(library: Library) -> None:
    """Such as "Several": it says nothing without its heading, and an answer has no room for one."""
    assert [(film, one.topic) for film, one in findings(library) if len(one.says.split()) < 2] == []
