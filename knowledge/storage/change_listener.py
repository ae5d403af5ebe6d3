"""Notices that somebody else changed the database. What is done about it is storage.py's work."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, Protocol

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection

from knowledge.storage.database import DatabaseAway, reaching
from knowledge.storage.owners import Owner
from knowledge.storage.servers import CHANNEL, named_in

PATIENCE_SECONDS = 0.25
"""How long one wait lasts at most, so that closing is quick."""


@dataclass(frozen=True, slots=True)
class News:
    """That something was changed."""

    owners: frozenset[Owner] | None = None
    """Whose; None where nobody says."""


class Listener(Protocol):
    """A connection of a driver, used for nothing else."""

    def wait(self) -> News | None:
        """Waits a moment; what was changed, if anything was."""
        ...


class ChangeListener:
    """Waits for news on a connection of its own, made again after it was lost. One thread at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lost: type[Exception] = engine.dialect.loaded_dbapi.OperationalError
        self._connection: DBAPIConnection | None = None
        self._listener: Listener | None = None
        self._over = Event()

    def stop_waiting(self) -> None:
        """Ends the wait that is under way, and every later one, as soon as it can."""
        self._over.set()

    def wait(self) -> News | None:
        """Waits a moment; what was or may have been changed, if anything. Raises DatabaseAway."""
        try:
            if self._listener is None:
                self._connect()
                return News()  # Nobody knows what happened while it did not listen.
            return self._listener.wait()
        except self._lost as error:
            self.close()
            raise DatabaseAway from error

    def close(self) -> None:
        """Gives the connection up."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._listener = None

    def _connect(self) -> None:
        with reaching(self._engine):
            pooled = self._engine.raw_connection()
        self._connection = pooled.driver_connection
        pooled.detach()  # It listens for good; nobody else should get it from the pool.
        self._listener = _LISTENERS[self._engine.dialect.name](self._connection, self._over)


class PostgresListener:
    """PostgreSQL says when another process committed something."""

    def __init__(self, connection: Any, over: Event) -> None:
        self._connection = connection
        self._over = over
        connection.autocommit = True
        connection.execute(f"LISTEN {CHANNEL}")

    def wait(self) -> News | None:
        """Comes back at once with the first piece of news, and those that came with it."""
        patience = 0 if self._over.is_set() else PATIENCE_SECONDS
        said = [named_in(one.payload) for one in self._connection.notifies(timeout=patience, stop_after=1)]
        if not said:
            return None
        named = [owners for owners in said if owners is not None]
        return News(frozenset[Owner]().union(*named) if len(named) == len(said) else None)


class SqliteListener:
    """SQLite counts the changes that other connections made to the file."""

    def __init__(self, connection: Any, over: Event) -> None:
        self._connection = connection
        self._over = over
        self._last = self._count()

    def wait(self) -> News | None:
        """Waits, then looks."""
        self._over.wait(PATIENCE_SECONDS)
        before, self._last = self._last, self._count()
        return News() if before != self._last else None

    def _count(self) -> object:
        return self._connection.execute("PRAGMA data_version").fetchone()[0]


_LISTENERS: dict[str, Callable[[Any, Event], Listener]] = {
    "postgresql": PostgresListener,
    "sqlite": SqliteListener,
}
