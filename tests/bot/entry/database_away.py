"""A database that can be away: then one gives up soon. Else one waits for its turn as long as the bot does.

A short time for all would be met on a busy machine, where another writer is not done yet.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from knowledge.storage.database import WAIT_SECONDS

SOON = 10
"""Milliseconds."""


class _Patience:
    """How many milliseconds whoever begins a transaction waits for others."""

    def __init__(self) -> None:
        self.milliseconds = WAIT_SECONDS * 1000

    def __call__(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {self.milliseconds}")


@contextmanager
def can_be_away() -> Generator[None]:
    """Databases of which `away` may be said."""
    event.listen(Engine, "begin", _PATIENCE)
    try:
        yield
    finally:
        event.remove(Engine, "begin", _PATIENCE)


@contextmanager
def away(folder: Path) -> Generator[None]:
    """Somebody else holds the file: nothing can be written."""
    other = sqlite3.connect(folder / "usher.db")
    other.execute("BEGIN IMMEDIATE")
    usual, _PATIENCE.milliseconds = _PATIENCE.milliseconds, SOON
    try:
        yield
    finally:
        _PATIENCE.milliseconds = usual
        other.rollback()
        other.close()


_PATIENCE = _Patience()
