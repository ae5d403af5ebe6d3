"""The specification: what parents say, and what must and must not be understood."""

from pathlib import Path

import pytest

from knowledge.evaluation.corpus import Case, own_cases
from knowledge.evaluation.judgement import evaluate, judge, table
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding

QUESTIONS = Path(__file__).parents[2] / "questions"
CASES = tuple(own_cases(path for path in sorted(QUESTIONS.glob("*.toml")) if path.stem != "films"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.text[:40]!r}")
def test_a_question_is_understood(case: Case, understanding: Understanding, titles: Titles) -> None:
    assert judge(case, understanding, titles).misses == ()


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
