"""The command line: the shapes that scripts rely on, and what bad input gets."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import names

ROOT = Path(__file__).parents[3]


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    assert isinstance(left.value.code, int)
    return left.value.code, said.out, said.err


def run_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    code, out, _ = run(capsys, *words)
    assert code == 0
    return json.loads(out)


def test_find_gives_decision_and_matches(capsys: pytest.CaptureFixture[str]) -> None:
    row = run_json(capsys, "find", "--json", "nver", "let", "me", "go")
    assert (row["query"], row["decision"]) == ("nver let me go", "accept")
    best = row["matches"][0]
    assert set(best) == {"id", "title", "year", "score", "guide"}
    assert (best["id"], best["year"], best["guide"]) == ("never-let-me-go-2010", 2010, True)
    assert 0 < best["score"] <= 100


def test_ask_gives_question_and_answer(capsys: pytest.CaptureFixture[str]) -> None:
    row = run_json(capsys, "ask", "--json", "--context", "Never Let Me Go (2010)", "is it OK for 11?")
    question, answer = row["question"], row["answer"]
    assert set(question) == {"text", "intent", "movie", "match", "candidates", "ages", "topics"}
    assert question["movie"] == {"id": "never-let-me-go-2010", "title": "Never Let Me Go", "year": 2010}
    assert (question["intent"], question["match"], question["ages"]) == ("suitability", "context", [11])
    assert set(answer) == {"kind", "verdict", "text"}
    assert (answer["kind"], answer["verdict"]) == ("suitability", "not_yet")
    assert answer["text"].startswith("Never Let Me Go (2010) · R\nNot yet")


def test_the_terminal_hides_spoilers_and_marks(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "ask", "does anyone die in never let me go?")
    assert code == 0
    assert "[spoiler hidden]" in out
    assert not any(mark in out for mark in ("||", "**", "###", "](http"))


def test_a_batch_answers_line_by_line_in_order(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    rows = [
        {"text": "is it ok for 11", "context": "Never Let Me Go (2010)"},
        {"text": "xyzzy"},
        {"text": "is it ok", "context": "No Such Film (1900)"},
    ]
    file.write_text("\n".join([*map(json.dumps, rows), "no json", '{"text": 5}']), encoding="utf-8")
    code, out, _ = run(capsys, "ask", "--batch", str(file))
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(lines) == 5
    assert lines[0]["answer"]["verdict"] == "not_yet"
    assert lines[1]["question"]["movie"] is None
    assert "no film that I know" in lines[2]["error"]
    assert "line 4" in lines[3]["error"]
    assert "line 5" in lines[4]["error"]


def test_a_batch_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"text": "coco"}\n\n{"text": "never let go"}\n'))
    code, out, _ = run(capsys, "find", "--batch", "-")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["matches"][0]["id"] for row in found] == ["coco-2017", "never-let-go-2024"]


@pytest.mark.parametrize("words", [("find",), ("ask",), ("find", "--batch", "no-such-file")])
def test_what_cannot_be_asked_is_refused_with_a_reason(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("usher ")


def test_check_is_content_with_the_shipped_guide(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check")
    assert code == 0
    assert "no faults" in out


def test_check_names_file_and_key_and_leaves_with_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "x.toml").write_text('id = "x"\n', encoding="utf-8")
    code, _, err = run(capsys, "check", str(tmp_path))
    assert code == 1
    assert "x.toml: title: is missing" in err
    assert run(capsys, "check", "no-such-folder")[0] == 1


def test_check_lists_where_a_table_of_facts_differs_and_calls_it_no_fault(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = tmp_path / "facts.tsv"
    row = "Up\t2009\tPG\t1\t\t\ttt1049413"
    table.write_text(
        f"title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\n{row}\n", encoding="utf-8"
    )
    code, out, err = run(capsys, "check", "--facts", str(table))
    assert code == 0
    assert "differs: up-2009.toml: runtime: " in err
    assert "1 compared with facts.tsv; not in it: " in out
    assert run(capsys, "check", "--facts", str(tmp_path / "none"))[0] == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("USHER_PLAYGROUND_PORT", "seven"),
        ("USHER_LOG_LEVEL", "LOUD"),
        ("USHER_DATABASE_URL", "mysql://root:secret@db/usher"),
    ],
)
def test_a_bad_setting_is_named_and_no_secret_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    code, _, err = run(capsys, "playground")
    assert code == 2
    assert name in err
    assert "secret" not in err


def test_every_setting_is_named_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for name in names():
        assert f"{name}=" in example


def test_without_a_token_run_says_how_to_get_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISCORD_TOKEN", raising=False)
    code, _, err = run(capsys, "run")
    assert code == 2
    assert "DISCORD_TOKEN" in err
