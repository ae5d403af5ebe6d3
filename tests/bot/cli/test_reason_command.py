"""usher reason: what a board's reason says, and what a bad line gets."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main

SAID = "intense sequences of sci-fi violence and action, some sexual content and brief strong language"
READ: dict[str, Any] = {
    "topics": {
        "violence": {"level": "moderate", "words": "intense sequences of sci-fi violence"},
        "sex": {"level": "mild", "words": "some sexual content"},
        "language": {"level": "moderate", "words": "brief strong language"},
    },
    "themes": [],
    "unread": [],
}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    return left.value.code, said.out, said.err


def test_a_reason_is_read_topic_by_topic(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "reason", "--json", "MPA", "PG-13", *SAID.split())
    assert (code, json.loads(out)) == (0, READ)


def test_the_plain_form_names_topics_as_people_do(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "reason", "MPA", "PG", "thematic elements, some language and blorbs")
    assert out.splitlines() == [
        "Swearing: mild (some language)",
        "No topic of the guide: thematic elements",
        "Not read: blorbs",
    ]


def test_a_batch_reads_each_line_and_says_which_is_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good = json.dumps({"board": "MPA", "code": "PG-13", "reason": SAID})
    file = tmp_path / "reasons.jsonl"
    file.write_text(f'{good}\n{{"board": "MPA", "code": 13, "reason": ""}}\n[]\n{good}\n', encoding="utf-8")
    code, out, _ = run(capsys, "reason", "--json", "--batch", str(file))
    first, wrong, no_object, last = map(json.loads, out.splitlines())
    assert (code, first, last) == (0, READ, READ)
    assert wrong["error"].startswith("line 2: board, code and reason are strings")
    assert no_object["error"].startswith("line 3: this is no object")


def test_a_reason_that_is_missing_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "reason", "MPA", "PG-13")
    assert code == 2
    assert "give a board, its code and its reason" in err


@pytest.mark.parametrize(
    ("words", "hint"),
    [(("XX", "PG", "x"), "there is no board XX"), (("MPA", "12", "x"), "it has G, PG, PG-13")],
)
def test_a_board_or_code_that_is_none_is_not_read(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], hint: str
) -> None:
    code, _, err = run(capsys, "reason", *words)
    assert code == 2
    assert hint in err


def test_boards_and_codes_may_be_typed_small(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "reason", "--json", "mpa", "pg-13", *SAID.split())
    assert (code, json.loads(out)) == (0, READ)
