"""One bot to a SQLite file: two would answer each message twice, and wait for each other's writes."""

from collections.abc import Generator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from knowledge.storage.database import SQLITE


class InUse(Exception):
    """Another Usher runs on this file."""


@contextmanager
def alone_on(database: str) -> Generator[None]:
    """Nobody else runs on it until the block ends, or this process does. Raises InUse, OSError.

    PostgreSQL is made for several.
    """
    if not database.startswith(SQLITE):
        yield
        return
    file = database.removeprefix(SQLITE)
    lock = FileLock(f"{file}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise InUse(
            f"another Usher runs on {file}; end it, or let both share a PostgreSQL (USHER_DATABASE_URL)"
        ) from error
    try:
        yield
    finally:
        lock.release()
