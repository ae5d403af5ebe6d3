"""The operator's commands: entries out and in, back-up and restore, on a real database."""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.films import shipped_library

SERVER = ("--server", "7")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("USHER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("USHER_DATABASE_URL", raising=False)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str]:
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    return left.value.code, said.out + said.err


def changed_coco(capsys: pytest.CaptureFixture[str], home: Path) -> Path:
    run(capsys, "export", "coco-2017", "--to", "out")
    file = home / "out" / "coco-2017.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("runtime = 105", "runtime = 106"), encoding="utf-8"
    )
    return file


def test_what_is_exported_imports_again_without_a_difference(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    for ending in ("json", "csv"):
        assert run(capsys, "export", "--to", "out", "--format", ending)[0] == 0
        code, said = run(capsys, "import", str(home / "out" / f"entries.{ending}"), *SERVER)
        assert code == 0
        guides = len(shipped_library().movies)
        assert f"0 of {guides} entries would change" in said


def test_an_import_shows_the_difference_and_changes_nothing_before_it_is_told_to(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    file = str(changed_coco(capsys, home))
    for _ in range(2):
        code, said = run(capsys, "import", file, *SERVER)
        assert code == 0
        assert "runtime: 105 → 106" in said
    assert "1 entry imported" in run(capsys, "import", file, "--yes", *SERVER)[1]
    assert "0 of 1 entry would change" in run(capsys, "import", file, *SERVER)[1]
    assert "1 of 1 entry would change" in run(capsys, "import", file)[1], "the shared guide is untouched"


def test_an_import_into_a_server_that_asks_for_a_second_person_says_that_it_waits(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    file = str(changed_coco(capsys, home))
    run(capsys, "import", file, "--yes", *SERVER)
    with closing(sqlite3.connect(home / "data" / "usher.db")) as database, database:
        database.execute("UPDATE servers SET second_person = 1")
    database.close()
    (home / "out" / "coco-2017.toml").write_text(
        Path(file).read_text(encoding="utf-8").replace("runtime = 106", "runtime = 107"), encoding="utf-8"
    )
    assert "1 of them shown when a moderator has approved" in run(capsys, "import", file, "--yes", *SERVER)[1]
    assert "runtime: 106 → 107" in run(capsys, "import", file, *SERVER)[1], "nothing is shown yet"


def test_a_backup_restores_what_was_written(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    file = str(changed_coco(capsys, home))
    run(capsys, "import", file, "--yes", *SERVER)
    assert run(capsys, "db", "backup", "kept.gz")[0] == 0
    with closing(sqlite3.connect(home / "data" / "usher.db")) as database, database:
        database.execute("DELETE FROM revisions")
    database.close()
    assert "1 of 1 entry would change" in run(capsys, "import", file, *SERVER)[1]
    assert run(capsys, "db", "restore", "kept.gz", "--yes")[0] == 0
    assert "0 of 1 entry would change" in run(capsys, "import", file, *SERVER)[1]


@pytest.mark.parametrize(
    ("answer", "code", "count"), [("yes\n", 0, 1), ("Y\n", 0, 1), ("no\n", 1, 0), ("\n", 1, 0), ("", 1, 0)]
)
def test_a_restore_asks_before_it_replaces(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
    answer: str,
    code: int,
    count: int,
) -> None:
    file = str(changed_coco(capsys, home))
    run(capsys, "db", "backup", "empty.gz")
    run(capsys, "import", file, "--yes", *SERVER)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    left, said = run(capsys, "db", "restore", "empty.gz")
    assert left == code
    assert "All that servers wrote is replaced" in said
    assert ("nothing was changed" in said) is (code == 1)
    assert f"{count} of 1 entry would change" in run(capsys, "import", file, *SERVER)[1]


def test_a_bad_backup_is_refused_before_anybody_is_asked(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    (home / "bad.gz").write_text("hello", encoding="utf-8")
    code, said = run(capsys, "db", "restore", "bad.gz")
    assert code == 1
    assert "no whole backup" in said
    assert "yes" not in said


def test_a_server_that_nobody_knows_is_refused_and_those_that_are_known_are_named(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    code, said = run(capsys, "export", "--server", "8", "--to", "out")
    assert code == 2
    assert "no server 8" in said
    assert "mistyped" in run(capsys, "import", str(changed_coco(capsys, home)), "--yes", *SERVER)[1]
    assert "these have: 7" in run(capsys, "export", "--server", "8", "--to", "out8")[1]
    assert not (home / "out8").exists()
    assert run(capsys, "export", *SERVER, "--to", "out7")[0] == 0


@pytest.mark.parametrize("server", ["0", "-7", "seven", "7.0", "99999999999999999999", ""])
def test_what_cannot_be_a_servers_number_is_refused(capsys: pytest.CaptureFixture[str], server: str) -> None:
    for words in (("export",), ("import", "x.toml")):
        code, said = run(capsys, *words, "--server", server)
        assert code == 2
        assert "a server's ID" in said or "expected one argument" in said


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (("db", "backup"), 2, "required: FILE"),
        (("db", "restore", "none.gz"), 1, "none.gz"),
        (("export", "no-such-film-1900"), 2, "no-such-film-1900"),
        (("import", "none.toml"), 1, "none.toml"),
    ],
)
def test_what_cannot_be_done_says_why(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, hint: str
) -> None:
    left, said = run(capsys, *words)
    assert left == code
    assert hint in said


def test_a_backup_never_overwrites_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "db", "backup", "kept.gz")[0] == 0
    code, said = run(capsys, "db", "backup", "kept.gz")
    assert code == 1
    assert "there already" in said
