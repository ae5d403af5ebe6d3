"""Why a database cannot be used, in a sentence for the operator that says what to do about it."""

import re
from typing import NamedTuple

from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError


class DatabaseFault(NamedTuple):
    """A sentence, and whether waiting alone will not mend it: then a start should fail."""

    says: str
    lasting: bool = False


UNREACHED = DatabaseFault("the database cannot be reached now")

SQLITE: tuple[tuple[str, DatabaseFault], ...] = (
    (r"SQLITE_FULL", DatabaseFault("the disk with {place} is full; make room there")),
    (
        r"SQLITE_READONLY",
        DatabaseFault("{place} or its folder is read-only; let Usher write there", lasting=True),
    ),
    (
        r"SQLITE_CANTOPEN|SQLITE_PERM",
        DatabaseFault("{place} cannot be opened or made; let Usher write in its folder", lasting=True),
    ),
    (
        r"SQLITE_NOTADB",
        DatabaseFault("{place} is no SQLite database; name another, or move it away", lasting=True),
    ),
    (r"SQLITE_CORRUPT", DatabaseFault("{place} is damaged; move it away and restore a backup", lasting=True)),
    (
        r"SQLITE_BUSY|SQLITE_LOCKED",
        DatabaseFault("another program keeps {place} locked; end it, or try again later"),
    ),
    (r"SQLITE_IOERR", DatabaseFault("the disk fails at {place}; look whether it is whole and has room")),
)
"""By SQLite's name for the fault."""

POSTGRESQL: tuple[tuple[str, DatabaseFault], ...] = (
    (
        r"28P01|28000|authentication failed|role .* does not exist|no password supplied|pg_hba\.conf",
        DatabaseFault("PostgreSQL refuses the user {user}; look at the user and the password", lasting=True),
    ),
    (
        r"3D000|database .* does not exist",
        DatabaseFault("PostgreSQL has no database {database}; make it, or name another", lasting=True),
    ),
    (
        r"42501|permission denied",
        DatabaseFault("the user {user} may not make tables in {database}; make it the owner", lasting=True),
    ),
    (
        r"25006",
        DatabaseFault("the database at {place} takes no changes; name the one that does", lasting=True),
    ),
    (r"53100|No space left", DatabaseFault("the disk of PostgreSQL at {place} is full; make room there")),
    (
        r"53300|too many clients|connection slots",
        DatabaseFault("PostgreSQL at {place} has no connection free"),
    ),
    (r"57P0|starting up|shutting down", DatabaseFault("PostgreSQL at {place} is starting or stopping")),
    (
        r"SSL",
        DatabaseFault(
            "PostgreSQL at {place} and the address do not agree about SSL; look at sslmode", lasting=True
        ),
    ),
    (
        r"invalid port|invalid connection option|invalid URI|invalid \w+ value",
        DatabaseFault(
            "the address of PostgreSQL has a part that it does not know; look at the port and after the ?",
            True,
        ),
    ),
    (
        r"Connection refused|No such file or directory",
        DatabaseFault("nothing listens at {place}; start PostgreSQL, or look at the host and the port"),
    ),
    (
        r"resolve host|translate host|Name or service not known",
        DatabaseFault("there is no host {host}; look at its name, and at the network"),
    ),
    (
        r"timeout|timed out|unreachable",
        DatabaseFault("{place} does not answer; look at the host, the port and the network"),
    ),
)
"""By PostgreSQL's code where it gave one, else by its driver's words: there is no more on connecting."""


def fault_of(fault: DBAPIError, engine: Engine) -> DatabaseFault | None:
    """Why it was not done, where the table knows. No address is shown whole, since it holds a password."""
    table, code = (
        (SQLITE, "sqlite_errorname") if engine.dialect.name == "sqlite" else (POSTGRESQL, "sqlstate")
    )
    words = getattr(fault.orig, code, None) or str(fault.orig)
    names = _names(engine.url)
    known = (reason for pattern, reason in table if re.search(pattern, words))
    return next((reason._replace(says=reason.says.format(**names)) for reason in known), None)


def in_its_words(fault: DBAPIError) -> DatabaseFault:
    """For a fault that the table does not know: the first line of what the driver says."""
    first = str(fault.orig).strip().splitlines()[:1]
    return DatabaseFault(": ".join((UNREACHED.says, *first)))


def _names(url: URL) -> dict[str, str]:
    host = url.host or str(url.query.get("host", "the local socket"))
    place = f"{host}:{url.port or 5432}" if url.get_backend_name() == "postgresql" else str(url.database)
    return {"place": place, "host": host, "user": str(url.username), "database": str(url.database)}
