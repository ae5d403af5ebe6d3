"""From whatever tables a database has to the newest ones. The steps: migrations/versions."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from knowledge.storage.database import writing

VERSION_TABLE = "usher_version"
"""Says which revision the tables are at; its own name, since other programs may share the database."""

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
    here = revision_of(connection)
    if here is not None and here not in known_revisions():
        raise TooNew(
            f"the database was written by a newer Usher (revision {here}); install the newest Usher, "
            "or restore a backup of this one into a new database"
        )
    config = _config()
    config.attributes.update(connection=connection, version_table=VERSION_TABLE)
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str | None:
    """The revision that the database is at, or None where it is empty."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return context.get_current_revision()


def known_revisions() -> list[str]:
    """All revisions, oldest first."""
    steps = ScriptDirectory.from_config(_config()).walk_revisions()
    return [step.revision for step in steps][::-1]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
