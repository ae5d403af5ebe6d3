"""Why a database cannot be used is told apart, on real ones, and says what to do."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from knowledge.library import Library
from knowledge.storage import database
from knowledge.storage.database import DatabaseAway, engine_for
from knowledge.storage.schema_upgrade import upgrade
from knowledge.storage.storage import Storage
from tests.knowledge.storage.conftest import Databases


def why(url: str) -> database.DatabaseFault:
    """What a start at this address would fail with."""
    engine = engine_for(url)
    with pytest.raises(DatabaseAway) as away:
        upgrade(engine)
    engine.dispose()
    return away.value.reason


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ({"username": "stranger"}, "refuses the user stranger"),
        ({"database": "nowhere"}, "has no database nowhere"),
        ({"port": 1}, "nothing listens at"),
    ],
)
def test_a_wrong_user_database_and_port_are_told_apart(
    databases: Databases, wrong: dict[str, Any], hint: str
) -> None:
    assert hint in why(databases.home.set(**wrong).render_as_string(hide_password=False)).says


def test_a_wrong_password_and_a_missing_one_are_the_users(own_postgres: Any) -> None:
    home = make_url(own_postgres.get_uri()).set(drivername="postgresql+psycopg")
    engine = create_engine(home, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE ROLE usher LOGIN PASSWORD 'right'"))
        rules = connection.execute(text("SHOW hba_file")).scalar_one()
        Path(rules).write_text("local all all scram-sha-256\n", encoding="utf-8")
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
    for password in ("wrong", None):
        reason = why(home.set(username="usher", password=password).render_as_string(hide_password=False))
        assert "refuses the user usher" in reason.says
        assert reason.lasting


def test_who_may_make_no_tables_is_told_so(databases: Databases, empty_postgres_url: str) -> None:
    with databases.admin.connect() as connection:
        connection.execute(text("CREATE ROLE guest LOGIN"))
    url = make_url(empty_postgres_url).set(username="guest").render_as_string(hide_password=False)
    assert "the user guest may not make tables" in why(url).says
    with databases.admin.connect() as connection:
        connection.execute(text("DROP ROLE guest"))


@pytest.mark.parametrize(
    ("pragma", "hint"), [("max_page_count = 1", "is full"), ("query_only = ON", "read-only")]
)
def test_a_full_and_a_read_only_disk_are_told_apart(
    empty_sqlite_url: str, monkeypatch: pytest.MonkeyPatch, pragma: str, hint: str
) -> None:
    monkeypatch.setattr(database, "SQLITE_PRAGMAS", (*database.SQLITE_PRAGMAS, f"PRAGMA {pragma}"))
    assert hint in why(empty_sqlite_url).says


def test_a_database_that_another_program_locks_is_told_so(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SQLITE_PRAGMAS", ("PRAGMA busy_timeout = 0",))
    other = sqlite3.connect(tmp_path / "data" / "usher.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reason = why(sqlite_url)
    other.close()
    assert "locked" in reason.says
    assert not reason.lasting


async def test_a_start_fails_where_waiting_does_not_mend_it_and_waits_where_it_does(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DatabaseAway, match="is a file"):
        async with Storage.open(f"sqlite:///{tmp_path}/file/usher.db", library):
            pass
    away = "postgresql://usher@127.0.0.1:1/usher"
    async with Storage.open(away, library) as storage:
        assert storage.away
    with pytest.raises(DatabaseAway, match="nothing listens"):
        async with Storage.open(away, library, patient=False):
            pass
