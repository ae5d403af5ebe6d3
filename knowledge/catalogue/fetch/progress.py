"""What stays between two fetches: what was agreed to, when one was last done, and what is half there."""

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import BaseModel, ValidationError

from knowledge.catalogue.fetch.refusals import Unfetched

FOLDER, LOCK, SAID = "fetching", "lock", "fetched.json"
STALE = timedelta(days=7)
"""After so long what is half there is begun anew."""


class Fetched(BaseModel):
    """What the operator said of IMDb's terms, and when all was taken last."""

    imdb: bool | None = None
    last: datetime | None = None


def fetched(home: Path) -> Fetched:
    """What is kept in the folder of all data; nothing where that cannot be read."""
    try:
        return Fetched.model_validate_json((home / SAID).read_bytes())
    except (FileNotFoundError, ValidationError):
        return Fetched()


def keep(home: Path, said: Fetched) -> None:
    """Keeps it, whole or not at all."""
    home.mkdir(parents=True, exist_ok=True)
    new = home / f"{SAID}.new"
    new.write_text(said.model_dump_json(), encoding="utf-8")
    new.replace(home / SAID)


@contextmanager
def half_there(home: Path, now: datetime | None = None) -> Generator[Path]:
    """The folder of what is half there, for one fetch at a time; Unfetched while another is at work."""
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    # A lock that goes with the process, on every system.
    with closing(sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise Unfetched("another fetch is at work") from error
        oldest = ((now or datetime.now(UTC)) - STALE).timestamp()
        for file in folder.iterdir():
            if not file.name.startswith(LOCK) and file.stat().st_mtime < oldest:
                file.unlink()
        yield folder


def forget(home: Path) -> None:
    """Away with what is half there, once it was taken."""
    shutil.rmtree(home / FOLDER, ignore_errors=True)
