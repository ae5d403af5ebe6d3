"""How far understanding reaches on questions that others collected, where they are at hand."""

import csv
import gzip
from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import other_cases
from knowledge.evaluation.judgement import evaluate, table
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

DATA = Path(__file__).parents[3] / "../shared/data"
BEST_KNOWN = 15_000


@pytest.mark.skipif(not DATA.is_dir(), reason="the collected questions are not here")
def test_what_parents_asked_elsewhere_is_understood(learned: Learned) -> None:
    titles = Titles.of(best_known())
    understanding = Understanding(titles, read_vocabulary(), learned)
    judged = evaluate(other_cases(DATA / "parent_questions.jsonl"), understanding, titles)
    share = {
        part: sum(each.right(part) for each in judged) / len(judged) for part in ("film", "intent", "ages")
    }
    at_once = sum(each.all_right for each in judged) / len(judged)
    assert share["film"] >= 0.98, table(judged)
    assert share["intent"] >= 0.97, table(judged)
    assert share["ages"] >= 0.99, table(judged)
    assert at_once >= 0.95, table(judged)


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
