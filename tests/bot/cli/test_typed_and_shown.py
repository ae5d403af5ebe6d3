"""Whatever a shell hands on and a terminal can show: arguments in any order, letters in any encoding."""

import io
import json
import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.cli.batch import whole
from bot.cli.parser import COMMANDS, parser

PARTS = [(name, word) for name, one in COMMANDS.items() for word in one.parts]
ENCODINGS = ("ascii", "latin-1", "cp1252", "cp437", "koi8-r", "utf-8")
TYPED = (
    "amelie",
    "parasite",
    "am\u00e9lie",
    "\u5343\u3068\u5343\u5c0b",
    "coco \U0001f480",
    "caf\udce9",
    "\ud800",
)
"""The last two are what a shell makes of bytes in another encoding, and half of a sign."""
LINE = '{"text": "coco"}\n'


@pytest.mark.parametrize(("name", "word"), PARTS)
def test_a_file_and_an_option_may_come_in_either_order(name: str, word: str) -> None:
    taken = COMMANDS[name].parts[word].taken
    words = [argument if argument.startswith("--") else "a-file" for argument, _ in taken]
    found = [vars(parser().parse_args([name, word, *order])) for order in permutations(words)]
    assert all(one == found[0] for one in found)
    assert found[0]["action"] == word


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_a_terminal_cannot_show_is_shown_as_it_can_be(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed in TYPED:
        for command in (("find",), ("find", "--json"), ("ask",), ("ask", "--json")):
            shown = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
            monkeypatch.setattr("sys.stdout", shown)
            with pytest.raises(SystemExit) as left:
                main([*command, typed])
            assert left.value.code == 0
            shown.flush()
            shown.seek(0)
            text = shown.read()
            assert text
            if "--json" in command:
                row = json.loads(text)
                assert whole(typed) in (row.get("query"), row.get("question", {}).get("text"))


def test_letters_are_understood_where_python_thinks_that_there_are_none(data: Path) -> None:
    old = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    root = str(Path(__file__).parents[3])
    environment = {**os.environ, **old, "PYTHONPATH": root, "USHER_DATA_DIR": str(data)}
    run = [sys.executable, "-m", "bot", "find", "am\u00e9lie".encode()]
    done = subprocess.run(run, capture_output=True, check=True, env=environment)
    assert done.stdout.splitlines()[0] == b"am?lie: accept"


def test_half_a_sign_in_a_batch_costs_no_other_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "asked.jsonl").write_text(f'{{"text": "caf\\ud800"}}\n{LINE}', encoding="utf-8")
    for command in ("find", "ask"):
        with pytest.raises(SystemExit) as left:
            main([command, "--batch", str(tmp_path / "asked.jsonl")])
        assert (left.value.code, len(capsys.readouterr().out.splitlines())) == (0, 2)


@pytest.mark.parametrize("data", [LINE.encode("utf-8-sig"), LINE.encode()])
def test_a_batch_begins_as_programs_write_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "asked.jsonl").write_bytes(data)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    for name in (str(tmp_path / "asked.jsonl"), "-"):
        with pytest.raises(SystemExit):
            main(["find", "--batch", name])
        assert json.loads(capsys.readouterr().out)["matches"][0]["id"] == "coco-2017"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("find", "--batch", "utf16.jsonl"), "is not in UTF-8"),
        (("ask", "--batch", "utf16.jsonl", "coco"), "not both"),
        (("ask", "--batch", "none.jsonl"), "there is no none.jsonl"),
        (("new", "", "2024"), "letters or digits"),
        (("new", " /// ", "2024"), "letters or digits"),
        (("preview", "none/none.toml"), "no folder for none/none.toml"),
    ],
)
def test_what_is_typed_wrongly_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    hint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "utf16.jsonl").write_text(LINE, encoding="utf-16")
    with pytest.raises(SystemExit):
        main(words)
    (said,) = capsys.readouterr().err.splitlines()
    assert hint in said


def test_a_new_entry_makes_its_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["new", "My\nFilm", "2024", "--to", str(tmp_path / "a" / "b")])
    assert left.value.code == 0
    assert 'title = "My Film"' in (tmp_path / "a" / "b" / "my-film-2024.toml").read_text(encoding="utf-8")
    assert "is written" in capsys.readouterr().out
