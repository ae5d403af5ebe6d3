"""What people really typed for films that are known, from the shared list; none of it is in code or data."""

import csv
from pathlib import Path

import pytest

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.titles import Titles
from knowledge.titles.words import bare, words

TYPED = Path(__file__).parents[4] / "shared/data/typed_titles.tsv"
OTHER_KINDS = {"description", "nickname", "foreign_title"}
Row = dict[str, str]


def right(decision: Decision, row: Row) -> list[bool]:
    """For each match: it is the film of this row."""
    title, year = bare(words(row["title"])), int(row["year"])
    films = (match.film for match in decision.matches)
    return [_same(bare(words(film.title)), title) and abs((film.year or 0) - year) <= 1 for film in films]


def _same(found: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """The list has some films twice, under the title with its subtitle and without."""
    return found == title or (len(found) > 1 and found == title[: len(found)])


@pytest.fixture(scope="module")
def answers(more: Titles) -> list[tuple[Row, Decision]]:
    if not TYPED.exists():
        pytest.skip("needs the shared list of typed titles")
    with TYPED.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] not in OTHER_KINDS]
    return [(row, more.find(row["typed"])) for row in rows]


def test_the_right_film_is_mostly_first_and_nearly_always_among_five(
    answers: list[tuple[Row, Decision]],
) -> None:
    marks = [right(decision, row) for row, decision in answers]
    # Some of the films are not among those that the test indexes.
    assert sum(each[:1] == [True] for each in marks) >= 0.9 * len(marks)
    assert sum(any(each) for each in marks) >= 0.93 * len(marks)


def test_hardly_ever_is_another_film_accepted(answers: list[tuple[Row, Decision]]) -> None:
    accepted = [(row, decision) for row, decision in answers if decision.decided is Decided.ACCEPT]
    assert len(accepted) >= 0.35 * len(answers)
    assert sum(not right(decision, row)[0] for row, decision in accepted) <= 1
