"""The marked rows that the reader learns from: one form in one place, and none of what it is measured on."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.questions import Intent
from scripts.learning.rows import AGE, BadRow, Row, read_row, read_rows, unmarked, written

ROOT = Path(__file__).parents[2]
ROWS = tuple(read_rows((ROOT / "scripts" / "learning" / "rows").glob("*.rows")))
DATA = ROOT / "../shared/data"
KINDS = {*Intent, "why", "corrects"}
OLDEST = 110
FEW = 4
"""Words that anybody may say."""


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_there_are_many_rows() -> None:
    assert len(ROWS) > 25_000


def test_no_row_is_there_twice() -> None:
    often = Counter((row.text, row.spoken_of) for row in ROWS)
    assert [text for text, times in often.items() if times > 1] == []


def test_spans_stand_in_the_text_and_apart() -> None:
    for row in ROWS:
        last = 0
        for start, end, _ in row.spans:
            assert last <= start < end <= len(row.text), row
            assert row.text[start:end].strip() == row.text[start:end], row
            last = end


def test_intents_and_topics_are_ours_and_ages_are_years() -> None:
    topics = set(read_vocabulary().topics)
    for row in ROWS:
        assert set(row.intents) <= KINDS, row
        assert set(row.topics or ()) <= topics, row
        assert all(0 <= year <= OLDEST for year in row.years), row


@pytest.mark.skipif(not DATA.is_dir(), reason="the questions that the reader is measured on are not here")
@pytest.mark.parametrize("name", ["questions_dev.jsonl", "parent_questions.jsonl"])
def test_no_row_is_of_the_yardstick(name: str) -> None:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    measured = {
        (plain(one["text"])): one for one in map(json.loads, lines) if len(plain(one["text"]).split()) > 4
    }
    assert [row.text for row in ROWS if plain(row.text) in measured] == []


@pytest.mark.parametrize(
    "line",
    [
        "en | - | story | what",
        "xx | - | story | - | a",
        "en | - | story | - | [a",
        "en | - | story | - | <x>",
    ],
)
def test_what_is_no_row_is_said_not_to_be(line: str) -> None:
    with pytest.raises(BadRow):
        read_row(line)


def test_a_row_is_written_as_it_is_read() -> None:
    line = "en | y | suitability+facts:runtime | fear | and [Jaws] after {It}, <six=6> and <8>?"
    row = read_row(line)
    assert row.text == "and Jaws after It, six and 8?"
    assert row.years == (6, 8)
    assert written(row, ("6", "")) == line


def test_marks_are_taken_out() -> None:
    text, spans, years = unmarked("is [Coco] ok for <eights and nines=8,9>")
    assert text == "is Coco ok for eights and nines"
    assert spans == ((3, 7, "F"), (15, 31, AGE))
    assert years == (8, 9)


def test_details_are_told_from_intents() -> None:
    row = Row("x", "en", spoken_of=False, asked=("facts:cast", "story"), topics=(), spans=())
    assert (row.intents, row.details) == (("facts", "story"), ("cast",))
