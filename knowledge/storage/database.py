"""Reaching a database: engines, transactions, and one plain error when it is away. Its tables: tables.py."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from knowledge.storage.database_faults import UNREACHED, DatabaseFault, fault_of, in_its_words

AWAY = (OperationalError, InterfaceError)
SQLITE = "sqlite:///"
V = TypeVar("V")

WAIT_SECONDS = 5
NO_WORDS: dict[str, Any] = {"hide_parameters": True}
"""What people wrote stays out of logs, and out of what an exception says."""
AT_ONCE = 500
"""Values in one statement; databases take only so many."""

# FULL: a change that was acknowledged is on the disk, also if the power fails the moment after. Writes are
# few, so the price (one sync each) is not felt. secure_delete: what a person had deleted is overwritten.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}",
)

POSTGRESQL_CONNECT: dict[str, Any] = {
    "connect_timeout": WAIT_SECONDS,
    "options": "-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "application_name": "usher",
}


class DatabaseAway(Exception):
    """The database cannot be used now. `unwritten` is what was to be written, to be sent again later."""

    def __init__(self, unwritten: tuple[object, ...] = (), reason: DatabaseFault = UNREACHED) -> None:
        self.unwritten = unwritten
        self.reason = reason
        super().__init__(f"{reason.says}; nothing was changed")


class _DriverConnection(Protocol):
    isolation_level: str | None

    def execute(self, sql: str, /) -> object: ...


FORMS = "sqlite:///file or postgresql://user:password@host:5432/name"


def engine_for(url: str) -> Engine:
    """An engine for `sqlite:///…` or `postgresql://…`. Connects and makes nothing yet. Raises ValueError."""
    if url.startswith(SQLITE):  # All that follows is the file's name, signs such as ? included.
        return _sqlite(URL.create("sqlite", database=url.removeprefix(SQLITE)))
    parsed = _parsed(url)
    match parsed.get_backend_name():
        case "postgresql" | "postgres":
            return _postgresql(parsed)
        case "sqlite":
            raise ValueError("SQLite needs a file, such as sqlite:///usher-data/usher.db")
        case other:
            raise ValueError(f"{other!r} is no database for Usher; write {FORMS}")


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        # What the parser says may hold a part of the password.
        raise ValueError(
            f"this is no address of a database; write {FORMS} (in a password %40 for @, %3A for :, %2F for /)"
        ) from None


def _postgresql(url: URL) -> Engine:
    url = url.set(drivername="postgresql+psycopg")
    try:
        return create_engine(
            url, connect_args=POSTGRESQL_CONNECT, pool_pre_ping=True, pool_timeout=WAIT_SECONDS, **NO_WORDS
        )
    except ImportError as error:
        raise ValueError(
            "PostgreSQL needs its driver: uv run --extra postgresql usher, or pip install 'usher[postgresql]'"
        ) from error


def _sqlite(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file, such as sqlite:///usher-data/usher.db")
    engine = create_engine(url, pool_timeout=WAIT_SECONDS, **NO_WORDS)
    event.listen(engine, "do_connect", partial(_make_folder, Path(url.database).parent))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path, *_: object) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        there = next(path for path in (folder, *folder.parents) if path.exists())
        why = error.strerror if there.is_dir() else f"{there} is a file"
        says = f"the folder {folder} cannot be made ({why}); name one that Usher may make and write"
        raise DatabaseAway(reason=DatabaseFault(says, lasting=True)) from error


def _prepare(connection: _DriverConnection, _record: object) -> None:
    # None: the driver leaves transactions to us, so that changes of tables are inside them too.
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a writer waits for its turn at the start, so nothing it has read can change under it.
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Generator[Connection]:
    """A connection that sees one moment and writes nothing. Raises DatabaseAway."""
    level = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with reaching(engine), engine.connect() as plain:
        connection = plain.execution_options(reads=True, **level)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, unwritten: tuple[object, ...] = ()) -> Generator[Connection]:
    """A connection whose changes are kept as a whole when the block ends well. Raises DatabaseAway."""
    with reaching(engine, unwritten), engine.begin() as connection:
        yield connection


@contextmanager
def reaching(engine: Engine, unwritten: tuple[object, ...] = ()) -> Generator[None]:
    """Every way of a database to be away becomes DatabaseAway; other faults pass as they are."""
    try:
        yield
    except DatabaseAway as away:
        raise DatabaseAway(unwritten, away.reason) from away
    except NoConnectionFree as error:
        raise DatabaseAway(unwritten) from error
    except DBAPIError as error:
        reason = fault_of(error, engine)
        if reason is None and not (isinstance(error, AWAY) or error.connection_invalidated):
            raise
        raise DatabaseAway(unwritten, reason or in_its_words(error)) from error


def in_parts(values: Iterable[V]) -> Iterator[list[V]]:
    """The values in lists that one statement can hold."""
    left = iter(values)
    while some := list(islice(left, AT_ONCE)):
        yield some


@cache
def _insert_of(dialect: str) -> Callable[[Table], Any]:
    """SQLAlchemy's INSERT of one kind of database, which knows what to do where a row is there already."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert


def upsert(
    connection: Connection,
    table: Table,
    key: Mapping[str, Any],
    new: Mapping[str, Any],
    old: Mapping[str, Any],
) -> None:
    """Inserts `key` and `new`; where the key is there already, sets `old` instead, and the row stays locked.

    With nothing to set, a row that is there stays as it is, and free for others.
    """
    statement = _insert_of(connection.dialect.name)(table).values({**key, **new})
    names = list(key)
    connection.execute(
        statement.on_conflict_do_update(index_elements=names, set_=dict(old))
        if old
        else statement.on_conflict_do_nothing(index_elements=names)
    )
