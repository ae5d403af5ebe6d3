"""How far understanding reaches on questions that others collected, where they are at hand."""

import csv
import gzip
from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import other_cases
from knowledge.evaluation.judgement import SHARES, evaluate, table
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

DATA = Path(__file__).parents[3] / "../shared/data"
BEST_KNOWN = 15_000


@pytest.fixture(scope="module")
def titles() -> Titles:
    """The films with most votes of the collected titles."""
    return Titles.of(best_known())


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected questions are not here")
@pytest.mark.parametrize("name", ["questions_dev.jsonl", "parent_questions.jsonl"])
def test_what_others_asked_is_understood(name: str, titles: Titles, learned: Learned) -> None:
    understanding = Understanding(titles, read_vocabulary(), learned)
    judged = evaluate(other_cases(DATA / name), understanding, titles)
    share = {part: sum(map(count, judged)) / len(judged) for part, count in SHARES.items()}
    assert share["film outright"] >= 0.9, table(judged)
    assert share["wrong film"] <= 0.03, table(judged)
    assert share["asked back"] <= 0.08, table(judged)
    assert share["intent"] >= 0.86, table(judged)
    assert share["all"] >= 0.68, table(judged)
    abroad = [each for each in judged if each.case.language != "en"]
    if abroad:
        assert sum(map(SHARES["all"], abroad)) >= 0.55 * len(abroad), table(abroad)


def best_known() -> list[Film]:
    """The films with most votes of the collected titles."""
    with gzip.open(DATA / "titles.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Film(
                row["id"],
                row["title"],
                int(row["year"]) if row["year"] else None,
                tuple(filter(None, row["also_known_as"].split("|"))),
                int(row["votes"] or 0),
            )
            for row, _ in zip(rows, range(BEST_KNOWN), strict=False)
        ]
