"""What an operator got wrong, or a machine: one line that says what to do, and never a traceback."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from pkgutil import resolve_name

import pytest

from bot.__main__ import main
from bot.cli.error_lines import LINES, line
from knowledge.catalogue.store import FILE

Arrange = Callable[[Path], None]
RUN = ("run",)
BACKUP = ("db", "backup", "kept.gz")
FIND = ("find", "coco")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the current one in which Usher was started once, and nothing set but a token."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "usher-data" / "catalogue").mkdir(parents=True)
    for guide in (data / "catalogue").glob("guide-*.json"):
        shutil.copy(guide, tmp_path / "usher-data" / "catalogue")
    for name in ("USHER_DATABASE_URL", "USHER_DATA_DIR", "USHER_LOG_LEVEL", "USHER_PLAYGROUND_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISCORD_TOKEN", "no-token")
    return tmp_path


def stderr_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line that the command leaves with."""
    with pytest.raises(SystemExit) as left:
        main(words)
    said = capsys.readouterr()
    assert left.value.code in (1, 2)
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1, said.err
    assert said.err.startswith("usher")
    return said.err


def env_file(data: bytes) -> Arrange:
    def write(home: Path) -> None:
        (home / ".env").write_bytes(data)

    return write


def env_folder(home: Path) -> None:
    (home / ".env").mkdir()


def data_is_a_file(home: Path) -> None:
    shutil.rmtree(home / "usher-data")
    (home / "usher-data").write_text("", encoding="utf-8")


def database_is_a_text(home: Path) -> None:
    (home / "usher-data" / "usher.db").write_text("hello " * 400, encoding="utf-8")


def database_is_a_folder(home: Path) -> None:
    (home / "usher-data" / "usher.db").mkdir(parents=True)


def database_is_damaged(home: Path) -> None:
    written(home)
    file = home / "usher-data" / "usher.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def database_is_newer(home: Path) -> None:
    written(home)
    with closing(sqlite3.connect(home / "usher-data" / "usher.db")) as database, database:
        database.execute("UPDATE usher_version SET version_num = '9999'")
    database.close()


def catalogue_is_a_text(home: Path) -> None:
    (home / "usher-data" / "catalogue" / FILE).write_text("hello " * 400, encoding="utf-8")


def index_is_torn(home: Path) -> None:
    shutil.rmtree(home / "usher-data")
    (home / "data").rename(home / "usher-data")
    for file in (home / "usher-data" / "catalogue").glob("index-*/*.npy"):
        file.write_bytes(file.read_bytes()[:20])


def written(home: Path) -> None:
    with pytest.raises(SystemExit):
        main(["db", "upgrade"])
    assert (home / "usher-data" / "usher.db").exists()


def link_to_itself(home: Path) -> None:
    (home / "loop.toml").symlink_to(home / "loop.toml")


def link_to_nowhere(home: Path) -> None:
    (home / "away.toml").symlink_to(home / "none" / "away.toml")


def folder_is_gone(home: Path) -> None:
    (home / "here").mkdir()
    os.chdir(home / "here")
    (home / "here").rmdir()


def folder_in_the_way(home: Path) -> None:
    (home / "kept.gz").mkdir()


FAULTS: tuple[tuple[str, Arrange, tuple[str, ...], str], ...] = (
    ("a data folder that is a file", data_is_a_file, RUN, "is a file"),
    ("a data folder that is a file, to a command", data_is_a_file, BACKUP, "is a file"),
    ("a database that is none", database_is_a_text, RUN, "is no SQLite database"),
    ("a database that is a folder", database_is_a_folder, RUN, "cannot be opened"),
    ("a damaged database", database_is_damaged, RUN, "move it away"),
    ("a damaged database, to a command", database_is_damaged, BACKUP, "move it away"),
    ("a database of a newer Usher", database_is_newer, RUN, "install the newest Usher"),
    ("a database of a newer Usher, to a command", database_is_newer, BACKUP, "install the newest Usher"),
    ("settings in UTF-16", env_file("DISCORD_TOKEN=x\n".encode("utf-16")), RUN, "UTF-8"),
    ("settings in UTF-16 without its mark", env_file("DISCORD_TOKEN=x\n".encode("utf-16-le")), RUN, "UTF-8"),
    ("settings in Windows-1252", env_file("# für uns\n".encode("cp1252")), FIND, "UTF-8"),
    ("settings that are a folder", env_folder, RUN, "is a folder"),
    ("a backup where a folder is", folder_in_the_way, BACKUP, "is a folder"),
    (
        "a backup into no folder",
        lambda _: None,
        ("db", "backup", "none/kept.gz"),
        "no folder for none/kept.gz",
    ),
    ("a backup that is not there", lambda _: None, ("db", "restore", "none.gz"), "there is no none.gz"),
    ("an import that is not there", lambda _: None, ("import", "none.toml"), "there is no none.toml"),
    ("an import that is a link to itself", link_to_itself, ("import", "loop.toml"), "back to itself"),
    ("an import that is a link to nowhere", link_to_nowhere, ("import", "away.toml"), "leads nowhere"),
    ("a folder that is gone meanwhile", folder_is_gone, BACKUP, "go to another"),
    ("a catalogue that is none", catalogue_is_a_text, FIND, "and import again"),
    ("a catalogue whose index is torn", index_is_torn, FIND, "is made anew"),
)


@pytest.mark.parametrize(
    ("arrange", "words", "hint"), [one[1:] for one in FAULTS], ids=[one[0] for one in FAULTS]
)
def test_a_fault_is_one_line_that_says_what_to_do(
    capsys: pytest.CaptureFixture[str], home: Path, arrange: Arrange, words: tuple[str, ...], hint: str
) -> None:
    arrange(home)
    capsys.readouterr()
    assert hint in stderr_of(capsys, *words)


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("nonsense", "no address"),
        ("postgresql://usher:p@ss:secret@db/usher", "%40"),
        ("postgresql://usher:secret@db:port/usher", "no address"),
        ("mysql://usher:secret@db/usher", "no database for Usher"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("postgresql://usher:secret@127.0.0.1:99999/usher", "look at the port"),
        ("postgresql://usher:secret@127.0.0.1/usher?sslmode=secret", "after the ?"),
        ("postgresql://usher:secret@127.0.0.1/usher?secret=1", "after the ?"),
        ("postgresql://usher:secret@127.0.0.1:1/usher", "nothing listens at 127.0.0.1:1"),
        ("postgresql://usher:secret@no.such.host.invalid/usher", "there is no host no.such.host.invalid"),
    ],
)
def test_a_wrong_address_is_told_apart_and_no_password_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, address: str, hint: str
) -> None:
    if "127.0.0.1" in address or ".invalid" in address:
        pytest.importorskip("psycopg", reason="needs PostgreSQL's driver: uv run --group dev pytest")
    monkeypatch.setenv("USHER_DATABASE_URL", address)
    said = stderr_of(capsys, *BACKUP)
    assert hint in said
    assert "secret" not in said


def test_a_folder_whose_name_has_odd_signs_is_no_fault(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("USHER_DATA_DIR", "what? a%20 folder #1")
    with pytest.raises(SystemExit) as left:
        main(["db", "upgrade"])
    assert left.value.code == 0
    assert (home / "what? a%20 folder #1" / "usher.db").exists()


def test_settings_with_the_mark_of_some_editors_are_read(home: Path) -> None:
    (home / ".env").write_bytes("USHER_DATA_DIR=here\n".encode("utf-8-sig"))
    with pytest.raises(SystemExit):
        main(["db", "upgrade"])
    assert (home / "here" / "usher.db").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no file there is without an end")
def test_a_file_without_an_end_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "endless.toml").symlink_to("/dev/zero")
    with pytest.raises(SystemExit):
        main(["import", "endless.toml"])
    assert "is 8388609 bytes long" in capsys.readouterr().err


@pytest.mark.parametrize("name", LINES)
def test_every_exception_that_has_a_line_exists(name: str) -> None:
    assert issubclass(resolve_name(name), Exception)


def test_a_fault_of_ours_keeps_its_traceback() -> None:
    assert line(KeyError("topic")) is None
