"""The specification: what parents say, and what must and must not be understood."""

from pathlib import Path

import pytest

from knowledge.evaluation.corpus import Case, own_cases
from knowledge.evaluation.judgement import evaluate, judge, table
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding

QUESTIONS = Path(__file__).parents[2] / "questions"
CASES = tuple(own_cases(path for path in sorted(QUESTIONS.glob("*.toml")) if path.stem != "films"))


NOT_YET = frozenset((QUESTIONS / "not_yet.txt").read_text(encoding="utf-8").splitlines())
"""The cases that the reader misses, one a line as `name` has them: each waits for examples."""
HOLD = 0.974
"""The part of the cases that hold at least."""


def name(case: Case) -> str:
    """A case in one line, with the film that was spoken of before."""
    before = f"after {case.context[0]}: " if case.context else ""
    return f"{before}{' '.join(case.text.split())}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.text[:40]!r}")
def test_a_question_is_understood(case: Case, understanding: Understanding, titles: Titles) -> None:
    misses = judge(case, understanding, titles).misses
    assert (misses == ()) is (name(case) not in NOT_YET), misses


def test_nearly_all_of_the_specification_holds() -> None:
    assert {name(case) for case in CASES} >= NOT_YET
    assert sum(name(case) in NOT_YET for case in CASES) <= (1 - HOLD) * len(CASES)


def test_the_specification_is_large_enough() -> None:
    unmatched = [case for case in CASES if case.group.startswith("not_")]
    assert len(CASES) >= 600
    assert len(unmatched) >= 150


def test_the_table_counts_and_names_the_misses(understanding: Understanding, titles: Titles) -> None:
    right = Case(
        "is coraline ok for 7", "group", intents=("suitability",), films=(("Coraline", 2009),), ages=((7,),)
    )
    wrong = Case(
        "is coraline ok for 8", "group", intents=("story",), films=(("Coraline", 2009),), ages=((8,),)
    )
    shown = table(evaluate((right, wrong), understanding, titles))
    assert "50.0%" in shown
    assert "'is coraline ok for 8': intent suitability instead of story" in shown
