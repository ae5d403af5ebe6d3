"""How far understanding reaches on questions that others collected, where they are at hand."""

from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import other_cases
from knowledge.evaluation.judgement import SHARES, evaluate, table
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

DATA = Path(__file__).parents[3] / "../shared/data"


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected questions are not here")
@pytest.mark.parametrize("name", ["questions_dev.jsonl", "parent_questions.jsonl"])
def test_what_others_asked_is_understood(name: str, many_films: Titles, learned: Learned) -> None:
    understanding = Understanding(many_films, read_vocabulary(), learned)
    judged = evaluate(other_cases(DATA / name), understanding, many_films)
    share = {part: sum(map(count, judged)) / len(judged) for part, count in SHARES.items()}
    assert share["film outright"] >= 0.9, table(judged)
    assert share["wrong film"] <= 0.03, table(judged)
    assert share["asked back"] <= 0.08, table(judged)
    assert share["intent"] >= 0.86, table(judged)
    assert share["all"] >= 0.68, table(judged)
    abroad = [each for each in judged if each.case.language != "en"]
    if abroad:
        assert sum(map(SHARES["all"], abroad)) >= 0.55 * len(abroad), table(abroad)
