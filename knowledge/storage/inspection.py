"""A look at a database without changing it: what it is, and whether its tables are up to date."""

from dataclasses import dataclass

from sqlalchemy import Engine

from knowledge.storage.database import reading
from knowledge.storage.schema_upgrade import known_revisions, revision_of


@dataclass(frozen=True, slots=True)
class DatabaseState:
    """What a database is."""

    product: str
    """Such as PostgreSQL 18.1."""
    revision: str | None
    """What its tables are at; None where there are none yet."""
    known: bool
    """Whether this Usher knows that revision."""
    newest: bool
    """Whether nothing is left to bring up to date."""


def inspect_database(engine: Engine) -> DatabaseState:
    """Raises DatabaseAway."""
    revisions = known_revisions()
    with reading(engine) as connection:
        here = revision_of(connection)
        version = ".".join(map(str, connection.dialect.server_version_info or ()))
    product = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[engine.dialect.name]
    return DatabaseState(
        f"{product} {version}", here, here is None or here in revisions, here == revisions[-1]
    )
