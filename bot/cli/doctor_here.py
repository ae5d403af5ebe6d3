"""What `usher doctor` looks at on this machine: versions, folder, disk, database, catalogue."""

import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bot.cli.catalogue_renewal import HINT
from bot.cli.diagnosis import Diagnosis, care, ill
from bot.cli.error_lines import line
from bot.settings import Environment, given_settings, names
from knowledge.catalogue.kept_index import index_of, kept_edition
from knowledge.storage.database import SQLITE, DatabaseAway, engine_for
from knowledge.storage.inspection import DatabaseState, inspect_database

OURS = "USHER_"
LITTLE, TOO_LITTLE = 1_000_000_000, 50_000_000
"""Bytes: all films take some 400 MB while they are fetched."""


def versions() -> Diagnosis:
    """Which Usher, which Python, which library."""
    names = ", ".join(f"{name} {version(name)}" for name in ("usher", "discord.py"))
    return Diagnosis("versions", f"{names}, Python {platform.python_version()}")


def unknown_settings() -> Diagnosis | None:
    """Names that look like settings and are none: a mistyped one changes nothing and says nothing."""
    unknown = ", ".join(sorted(name for name in {*given_settings()} - {*names()} if name.startswith(OURS)))
    return care("settings", f"Usher has none named {unknown}", "see .env.example") if unknown else None


def folder(settings: Environment) -> Iterator[Diagnosis]:
    """Whether Usher may write where it keeps things, and has room there."""
    home = settings.data_dir.absolute()
    there = next(path for path in (home, *home.parents) if os.path.lexists(path))
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        yield ill("folder", f"{home} cannot be written", "let Usher write there, or set USHER_DATA_DIR")
        return
    yield Diagnosis("folder", f"{home} can be written")
    free = shutil.disk_usage(there).free
    said = f"{free / 1e9:.1f} GB free at {there}"
    if free < TOO_LITTLE:
        yield ill("disk", said, "make room")
    elif free < LITTLE:
        yield care("disk", said, "make room before you fetch all films")
    else:
        yield Diagnosis("disk", said)


def database(settings: Environment) -> Diagnosis:
    """Whether it is reached and its tables are known."""
    address = settings.database
    if address.startswith(SQLITE) and not Path(address.removeprefix(SQLITE)).exists():
        return Diagnosis("database", "none yet; the first start makes it")
    try:
        engine = engine_for(address)
    except ValueError as error:
        return ill("database", str(error))
    try:
        return _told(inspect_database(engine))
    except DatabaseAway as away:
        return ill("database", away.reason.says)
    finally:
        engine.dispose()


def _told(state: DatabaseState) -> Diagnosis:
    if not state.known:
        found = f"{state.product}, written by a newer Usher (revision {state.revision})"
        return ill("database", found, "install the newest Usher, or restore a backup into a new database")
    at = f"{state.product}, its tables at revision {state.revision or 'none'}"
    return Diagnosis("database", at if state.newest else f"{at}; the next start brings them up to date")


def catalogue(settings: Environment) -> Diagnosis:
    """Which films can be named."""
    try:
        edition = kept_edition(settings.catalogue)
    except sqlite3.Error as error:
        return ill("films", line(error) or str(error))
    if edition == 0:
        return Diagnosis("films", HINT)
    if index_of(settings.catalogue) is None:
        return care("films", "a catalogue without an index", "the next start makes it, in half a minute")
    return Diagnosis("films", "a catalogue with its index")
