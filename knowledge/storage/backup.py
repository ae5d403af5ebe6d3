"""All that was written into one file and back again, on a running database, from either kind into either."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from errno import EEXIST, EISDIR
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, DateTime, MetaData, Table, func, insert, select, text

from knowledge.storage.schema_upgrade import VERSION_TABLE, known_revisions, revision_of, upgrade_on
from knowledge.storage.servers import announce, bump_version, versions
from knowledge.storage.tables import metadata

KIND = "usher backup"
BATCH = 500


class BadBackup(Exception):
    """The file is no whole backup, or one of a newer Usher. Nothing was changed."""


def back_up(connection: Connection, path: Path) -> int:
    """Writes all rows of this moment to a new file and says how many; others go on writing meanwhile.

    It is text, one row a line, compressed; only its owner can read it. Raises OSError, FileExistsError
    where the file is there already; what was half written is removed.
    """
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
    if path.exists():
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))
    part = path.with_name(f"{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        rows = _write(connection, part)
        part.replace(path)  # A file with the right name is a whole one.
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise OSError(error.errno, error.strerror, str(path)) from error
    return rows


def _write(connection: Connection, part: Path) -> int:
    rows = 0
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as raw:
        with gzip.open(raw, "wt", encoding="utf-8") as file:
            for line in _lines(connection):
                file.write(json.dumps(line, default=datetime.isoformat) + "\n")
                rows += isinstance(line, list)
            file.write(json.dumps({"rows": rows}) + "\n")
        raw.flush()
        os.fsync(raw.fileno())
    return rows


def restore(connection: Connection, path: Path) -> int:
    """Puts the database back to what the file says and says how many rows. Raises BadBackup and OSError.

    All that was written since is gone; keep a backup of that first. Old backups become today's tables.
    """
    contents = contents_of(path)
    before = versions(connection) if revision_of(connection) else {}
    _drop_ours(connection)
    upgrade_on(connection, contents.revision)
    tables = _ours(connection)
    left = _rows(path)
    while rows := list(islice(left, BATCH)):
        for name in dict.fromkeys(name for name, _ in rows):
            _insert(connection, tables.tables[name], [row for table, row in rows if table == name])
    upgrade_on(connection)
    _count_on(connection)
    for server in versions(connection):
        bump_version(connection, server)
    announce(connection, before)  # Of those that the file does not have others must hear as well.
    return contents.rows


class Contents(NamedTuple):
    """What a backup says of itself."""

    revision: str
    rows: int
    at: str
    """When it was made, in UTC; empty where it does not say."""


def _lines(connection: Connection) -> Iterator[dict[str, Any] | list[Any]]:
    yield {"kind": KIND, "revision": revision_of(connection), "at": datetime.now(UTC)}
    for table in metadata.sorted_tables:
        rows = connection.execution_options(yield_per=BATCH).execute(select(table)).mappings()
        for row in rows:
            yield [table.name, dict(row)]


def contents_of(path: Path) -> Contents:
    """Reads the whole file once, before anything is touched. Raises BadBackup, and OSError without a file."""
    try:
        lines = _read(path)
        head: Any = next(lines)
        rows, last = 0, head
        for last in lines:
            rows += isinstance(last, list)
        whole = head["kind"] == KIND and last == {"rows": rows}
    except (gzip.BadGzipFile, EOFError, ValueError, TypeError, KeyError, StopIteration, zlib.error) as error:
        raise BadBackup(f"{path.name} is no whole backup of Usher") from error
    if not whole:
        raise BadBackup(f"{path.name} is no whole backup of Usher")
    if head["revision"] not in known_revisions():
        raise BadBackup(
            f"{path.name} is of a newer Usher (revision {head['revision']}); install the newest Usher"
        )
    return Contents(head["revision"], rows, head.get("at", ""))


def _read(path: Path) -> Iterator[Any]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for line in _read(path):
        match line:
            case [str(name), row]:
                yield name, cast("dict[str, Any]", row)
            case _:
                continue


def _ours(connection: Connection) -> MetaData:
    """The tables as they are there. Others that share the database are none of our business."""
    there = MetaData()
    names = {*metadata.tables, VERSION_TABLE}
    there.reflect(connection, only=lambda name, _: name in names)
    return there


def _drop_ours(connection: Connection) -> None:
    _ours(connection).drop_all(connection)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    times = [column.name for column in table.columns if isinstance(column.type, DateTime)]
    worked_out = [column.name for column in table.columns if column.computed]  # The database does that.
    for row in rows:
        row.update({at: datetime.fromisoformat(row[at]) for at in times if row.get(at)})
        for name in worked_out:
            row.pop(name, None)
    connection.execute(insert(table), rows)


def _count_on(connection: Connection) -> None:
    """PostgreSQL numbers new rows by a counter of its own; it must go on after the restored ones."""
    if connection.dialect.name != "postgresql":
        return
    for table in metadata.sorted_tables:
        if "id" in table.columns:
            last = connection.execute(select(func.max(table.c["id"]))).scalar() or 0
            counter = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last, :used)")
            connection.execute(counter, {"table": table.name, "last": max(last, 1), "used": last > 0})
