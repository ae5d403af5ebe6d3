"""From whatever tables a database has to the newest ones. The steps: migrations/versions."""

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select, text

from knowledge.storage.database import writing

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "usher_version"
"""Says which revision the tables are at; its own name, since other programs may share the database."""

_VERSION = Table(VERSION_TABLE, MetaData(), Column("version_num", String))
# Two processes that start together: the second waits, then finds nothing left to do.
_ONE_AT_A_TIME = {"postgresql": "SELECT pg_advisory_xact_lock(7564321)"}


class TooNew(Exception):
    """The database was written by a newer Usher; this one does not know its tables."""


def upgrade(engine: Engine, revision: str = "head") -> str:
    """Brings the tables to this revision, as a whole or not at all, and says which one it is."""
    with writing(engine) as connection:
        if lock := _ONE_AT_A_TIME.get(connection.dialect.name):
            connection.execute(text(lock))
        upgrade_on(connection, revision)
        return revision_of(connection) or ""


def upgrade_on(connection: Connection, revision: str = "head") -> None:
    """The same inside a transaction that is under way. Raises TooNew."""
    here, known = revision_of(connection), known_revisions()
    if here is not None and here not in known:
        raise TooNew(
            f"the database was written by a newer Usher (revision {here}); install the newest Usher, "
            "or restore a backup of this one into a new database"
        )
    if here != known[-1]:
        _take_steps(connection, revision)


def revision_of(connection: Connection) -> str | None:
    """The revision that the database is at, or None where it is empty."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar_one_or_none()


def known_revisions() -> list[str]:
    """All revisions, oldest first; a step's file is named after its own."""
    return sorted(path.stem[1:5] for path in (MIGRATIONS / "versions").glob("r*.py"))


def _take_steps(connection: Connection, revision: str) -> None:
    """By the library that knows how, which takes 11 MB: where nothing is left to do it is not read."""
    from alembic import command  # noqa: PLC0415 - slow start
    from alembic.config import Config  # noqa: PLC0415 - slow start

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, version_table=VERSION_TABLE)
    command.upgrade(config, revision)
