"""The catalogue from a file, and the measurements: what they print, not how fast they are."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main

ROOT = Path(__file__).parents[3]
FILMS = """id\ttitle\tyear\tvotes\talso_known_as
tt0000001\tThe Paper Boat\t2001\t5000\t
tt0000002\tThe Tin Kite\t1999\t300\tDer Blechdrachen
\tNo id\t1990\t1\t
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "films.tsv").write_text(FILMS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def imported(data: Path, catalogue_of: Callable[..., Path]) -> Path:
    """The catalogue after `usher catalogue import films.tsv`."""
    shutil.rmtree(data / "catalogue")
    return Path(shutil.copytree(catalogue_of(films=FILMS), data / "catalogue"))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    return left.value.code, said.out + said.err


def test_a_film_of_the_catalogue_is_known_and_has_no_guide(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "catalogue", "import", "films.tsv")
    assert code == 0
    assert "2 lines taken, 2 films new or different" in said
    assert "refused 1" in said
    assert "0 films new or different" in run(capsys, "catalogue", "import", "films.tsv")[1]
    found = json.loads(run(capsys, "find", "--json", "paper boat")[1])
    assert (found["matches"][0]["id"], found["matches"][0]["guide"]) == ("tt0000001", False)
    said = run(capsys, "ask", "is der blechdrachen ok for 8?")[1]
    assert "nobody has written its guide" in said
    assert "Does the Dog Die: https://" in said
    answer = json.loads(run(capsys, "ask", "--json", "is der blechdrachen ok for 8?")[1])["answer"]
    assert (answer["kind"], answer["verdict"]) == ("no_guide", "cannot_tell")


def test_what_is_refused_is_told_by_reason_and_line(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    rows = "".join(f"tt000000{number},A Series,tvSeries\n" for number in range(1, 6))
    (home / "shows.csv").write_text(f"Const,Title,Title Type\n{rows}", encoding="utf-8")
    code, said = run(capsys, "catalogue", "import", "shows.csv")
    assert code == 1
    assert "refused 5: not a film (tvSeries) (lines 2, 3, 4, …)" in said
    assert "no film could be taken from it" in said


def test_a_file_that_is_not_there_is_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (("catalogue", "import", "none.tsv"), ("import", "none.toml")):
        code, said = run(capsys, *command)
        assert code == 1
        assert f"there is no {command[-1]}" in said
        assert "Errno" not in said


def test_an_index_of_an_older_layout_is_built_anew(
    capsys: pytest.CaptureFixture[str], imported: Path
) -> None:
    for index in imported.glob("index-*"):
        shutil.rmtree(index)
    assert json.loads(run(capsys, "find", "--json", "tin kite")[1])["decision"] == "accept"


def test_a_file_that_is_none_leaves_the_catalogue_whole(
    capsys: pytest.CaptureFixture[str], home: Path, imported: Path
) -> None:
    assert imported.exists()
    (home / "none.tsv").write_bytes(b"\x1f\x8b broken")
    code, said = run(capsys, "catalogue", "import", "none.tsv")
    assert code == 1
    assert "as it was" in said
    assert json.loads(run(capsys, "find", "--json", "tin kite")[1])["decision"] == "accept"


def test_eval_prints_a_table_of_our_cases_and_of_others(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    few = home / "questions"
    few.mkdir()
    for name in ("films", "french", "talk_about"):
        shutil.copy(ROOT / "tests" / "questions" / f"{name}.toml", few)
    for cases in (few, few / "french.toml"):
        code, said = run(capsys, "eval", str(cases))
        assert code == 0, said[-3000:]
        assert "together" in said
    rows = [{"text": "is coco ok for 6", "movie": "Coco", "year": 2017, "intent": "suitability", "ages": [6]}]
    (home / "others.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert "100.0%" in run(capsys, "eval", "others.jsonl")[1]
    assert run(capsys, "eval", "none.jsonl")[0] == 2
