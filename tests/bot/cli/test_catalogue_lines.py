"""What is said of a catalogue that SQLite refuses: full, in use, not to be written, or damaged."""

import sqlite3

import pytest

from bot.cli.error_lines import line


@pytest.mark.parametrize(
    ("pragma", "hint"), [("max_page_count = 2", "disk is full"), ("query_only = ON", "write in")]
)
def test_a_catalogue_that_cannot_be_written_is_not_called_damaged(pragma: str, hint: str) -> None:
    catalogue = sqlite3.connect(":memory:")
    catalogue.executescript(f"CREATE TABLE films (title TEXT); PRAGMA {pragma};")
    with pytest.raises(sqlite3.Error) as fault:
        catalogue.execute("INSERT INTO films VALUES (?)", ("a" * 100_000,))
    catalogue.close()
    assert hint in (line(fault.value) or "")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_WRITE", "has room"),
        ("SQLITE_IOERR_SHMSIZE", "has room"),
        ("SQLITE_BUSY_SNAPSHOT", "another program"),
        ("SQLITE_LOCKED", "another program"),
        ("SQLITE_CANTOPEN_ISDIR", "write in"),
        ("SQLITE_READONLY_DIRECTORY", "write in"),
        ("SQLITE_PERM", "write in"),
        ("SQLITE_CORRUPT", "is damaged"),
        ("SQLITE_NOTADB", "is damaged"),
    ],
)
def test_a_catalogue_is_thrown_away_only_where_it_is_damaged(name: str, hint: str) -> None:
    error = sqlite3.OperationalError("what it says")
    error.sqlite_errorname = name
    said = line(error) or ""
    assert hint in said
    assert ("move the folder" in said) == (hint == "is damaged")
