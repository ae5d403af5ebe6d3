"""Tables of every age become today's, with all that was in them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, DateTime, MetaData, insert, select, text

from knowledge.storage.database import engine_for, reading, writing
from knowledge.storage.owners import ServerId
from knowledge.storage.review_summaries import summaries
from knowledge.storage.schema_upgrade import (
    MIGRATIONS,
    VERSION_TABLE,
    TooNew,
    known_revisions,
    revision_of,
    upgrade,
)
from knowledge.storage.tables import metadata

ERAS = Path(__file__).parent / "eras"


def era(name: str) -> dict[str, list[dict[str, Any]]]:
    return json.loads((ERAS / f"{name}.json").read_text(encoding="utf-8"))


def fill(connection: Connection, rows: dict[str, list[dict[str, Any]]]) -> None:
    there = MetaData()
    there.reflect(connection)
    for name, values in rows.items():
        times = [column.name for column in there.tables[name].columns if isinstance(column.type, DateTime)]
        ready = [
            {**row, **{at: datetime.fromisoformat(row[at]) for at in times if row[at]}} for row in values
        ]
        connection.execute(insert(there.tables[name]), ready)


def rows_of(connection: Connection, name: str, columns: list[str]) -> list[dict[str, Any]]:
    table = metadata.tables[name]
    rows = connection.execute(select(*(table.c[column] for column in columns)).order_by(*table.primary_key))
    return [{key: _plain(value) for key, value in row.items()} for row in rows.mappings()]


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def test_every_revision_has_an_era_to_upgrade_from() -> None:
    assert sorted(path.stem for path in ERAS.glob("*.json")) == known_revisions()


@pytest.mark.parametrize("start", known_revisions())
def test_an_upgrade_keeps_all_that_was_written(empty_url: str, start: str) -> None:
    engine = engine_for(empty_url)
    before = era(start)
    assert upgrade(engine, start) == start
    with writing(engine) as connection:
        fill(connection, before)
    assert upgrade(engine) == known_revisions()[-1]
    with reading(engine) as connection:
        for name, rows in before.items():
            assert rows_of(connection, name, list(rows[0])) == rows
    engine.dispose()


def test_the_one_review_that_was_quoted_is_quoted_still(empty_url: str) -> None:
    engine, rows = engine_for(empty_url), era("0007")
    quote = json.loads(era("0008")["review_summaries"][0]["best"])[0]
    (summary,) = rows["review_summaries"]
    upgrade(engine, "0007")
    with writing(engine) as connection:
        fill(connection, {**rows, "review_summaries": [{**summary, "best": json.dumps(quote)}]})
    upgrade(engine)
    with reading(engine) as connection:
        ((_, told),) = summaries(connection, [(ServerId(summary["server"]), summary["movie"])]).values()
    assert [one.review.text for one in told.best] == ["Long."]
    engine.dispose()


def test_an_upgrade_twice_is_an_upgrade_once(empty_url: str) -> None:
    engine = engine_for(empty_url)
    assert upgrade(engine) == upgrade(engine) == known_revisions()[-1]
    engine.dispose()


def test_the_migrations_lead_to_the_tables_that_the_code_knows(empty_url: str) -> None:
    engine = engine_for(empty_url)
    upgrade(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_database_of_a_newer_usher_is_left_alone(empty_url: str) -> None:
    engine = engine_for(empty_url)
    upgrade(engine)
    with writing(engine) as connection:
        connection.execute(text("UPDATE usher_version SET version_num = '9999'"))
    with pytest.raises(TooNew, match="9999"):
        upgrade(engine)
    with reading(engine) as connection:
        assert revision_of(connection) == "9999"
    engine.dispose()


def test_a_database_of_another_kind_is_named_as_wrong() -> None:
    with pytest.raises(ValueError, match="mysql"):
        engine_for("mysql://somewhere/usher")
    with pytest.raises(ValueError, match="file"):
        engine_for("sqlite://")


def test_the_files_of_the_steps_are_named_after_what_they_lead_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert steps[::-1] == known_revisions()
