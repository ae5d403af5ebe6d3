"""usher export, import and db: what servers wrote, for the operator."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from bot.cli.environment import storing_settings
from bot.cli.error_lines import UsageError
from bot.settings import Environment
from knowledge.curation.compiled_guide import compiled_guide
from knowledge.curation.diff import Proposed, dry_run
from knowledge.curation.export import FORMATS
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.upload import MOST_BYTES, read_upload
from knowledge.entry import Movie
from knowledge.storage.backup import back_up, contents_of, restore
from knowledge.storage.changes import Change
from knowledge.storage.database import engine_for
from knowledge.storage.owners import SHARED, Owner, ServerId
from knowledge.storage.revision_writer import Conflict, RefusedChange, Written
from knowledge.storage.revisions import ChangeKind, Stage, current
from knowledge.storage.schema_upgrade import upgrade
from knowledge.storage.servers import versions
from knowledge.storage.storage import Storage

OPERATOR = 0
"""Who a change by the command line is by: no Discord user."""


def keep(given: Namespace) -> int:
    """Runs one of these commands. Exit codes: 0 done, 1 not done and why."""
    settings = storing_settings()
    if given.command == "db":
        return _database(settings, given)
    return asyncio.run((_export if given.command == "export" else _import)(settings, given))


def _database(settings: Environment, given: Namespace) -> int:
    if given.action == "upgrade":
        return _upgrade(settings)
    file = Path(given.file)
    if given.action == "restore" and not (given.yes or _agreed(file)):
        return _fail("nothing was changed; --yes restores without asking")
    return asyncio.run((_back_up if given.action == "backup" else _restore)(settings, file))


def _upgrade(settings: Environment) -> int:
    engine = engine_for(settings.database)
    try:
        print(f"the database is at revision {upgrade(engine)}")
    finally:
        engine.dispose()
    return 0


def _agreed(file: Path) -> bool:
    """Whether the operator wants what a file says instead of all that is there. Raises BadBackup."""
    contents = contents_of(file)
    made = contents.at[:16].replace("T", " ")
    print(f"{file} holds {contents.rows} rows{made and f' of {made} UTC'}.")
    print("All that servers wrote is replaced by it; `usher db backup FILE` keeps that first.")
    try:
        return input("Type yes to go on: ").strip().lower() in ("y", "yes")
    except EOFError:
        print()
        return False


def _opened(settings: Environment) -> AbstractAsyncContextManager[Storage]:
    """Raises DatabaseAway at once: a command does not wait for its database as a bot does."""
    return Storage.open(settings.database, compiled_guide(settings.catalogue).library(), patient=False)


async def _back_up(settings: Environment, file: Path) -> int:
    async with _opened(settings) as storage:
        print(f"{await storage.read(back_up, file)} rows written to {file}")
    return 0


async def _restore(settings: Environment, file: Path) -> int:
    async with _opened(settings) as storage:
        print(f"{await storage.save(restore, file)} rows restored from {file}")
    return 0


async def _export(settings: Environment, given: Namespace) -> int:
    async with _opened(settings) as storage:
        known = await storage.read(versions)
        library = storage.library(given.server)
        movies = storage.approved() if given.shared else tuple(library.movies.values())
    if given.server is not None and given.server not in known:
        raise UsageError(_unknown(given.server, known))
    wanted = set(given.movies)
    if unknown := wanted - {movie.id for movie in movies}:
        raise UsageError(f"no such entry: {', '.join(sorted(unknown))}")
    chosen = [movie for movie in movies if not wanted or movie.id in wanted]
    return _write(chosen, Path(given.to), given.format)


def _unknown(server: int, known: Collection[int]) -> str:
    others = ", ".join(str(one) for one in sorted(known) if one != SHARED)
    return (
        f"no server {server} has written anything here; {f'these have: {others}' if others else 'none has'}"
    )


def _write(movies: Sequence[Movie], folder: Path, ending: str) -> int:
    """One TOML file an entry, as in a pull request; JSON and CSV as one file."""
    folder.mkdir(parents=True, exist_ok=True)
    files = (
        {f"{movie.id}.toml": [movie] for movie in movies}
        if ending == "toml"
        else {f"entries.{ending}": movies}
    )
    for name, held in files.items():
        (folder / name).write_text(FORMATS[ending](held), encoding="utf-8", newline="")
    print(f"{_entries(len(movies))} written to {folder}")
    return 0


async def _import(settings: Environment, given: Namespace) -> int:
    owner: Owner = SHARED if given.server is None else ServerId(given.server)
    async with _opened(settings) as storage:
        if owner not in {SHARED, *await storage.read(versions)}:
            print(f"server {owner} has written nothing here yet; its number may be mistyped")
        library = storage.library(given.server)
        movies = read_upload(Path(given.file).name, _bytes_of(Path(given.file)), library)
        changed = [one for one in dry_run(movies, library) if one.differences]
        for one in changed:
            print(_shown(one))
        if not changed or not given.yes:
            print(f"{len(changed)} of {_entries(len(movies))} would change; --yes makes it so")
            return 0
        return await _publish(storage, owner, changed)


def _bytes_of(file: Path) -> bytes:
    """The whole file, unless it is longer than an upload may be. Faulty, OSError."""
    with file.open("rb") as opened:
        data = opened.read(MOST_BYTES + 1)  # A pipe or a device says of no size, and may have no end.
    if len(data) > MOST_BYTES:
        size = max(len(data), file.stat().st_size)
        raise Faulty([Fault(file.name, "", problem("too_many_bytes", bytes=size, most=MOST_BYTES))])
    return data


async def _publish(storage: Storage, owner: Owner, changed: Sequence[Proposed]) -> int:
    changes = [
        Change(one.movie.id, ChangeKind.PUBLISH, OPERATOR, "imported", now.number if now else 0, one.movie)
        for one in changed
        for now in [await storage.read(current, owner, one.movie.id)]
    ]
    match await storage.write(owner, changes):
        case Written(revisions):
            waiting = sum(one.stage is Stage.DRAFT for one in revisions)
            beside = f"; {waiting} of them shown when a moderator has approved them" if waiting else ""
            print(f"{_entries(len(revisions))} imported{beside}")
            return 0
        case RefusedChange(change, why):
            return _fail(f"{change.movie}: {why.value}; nothing was changed")
        case Conflict(change, _):
            return _fail(f"{change.movie}: somebody changed it just now; nothing was changed, try again")


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _shown(one: Proposed) -> str:
    lines = [f"  {difference}" for difference in one.differences]
    return "\n".join([f"{one.movie.id}: {'changed' if one.before else 'new'}", *lines])


def _fail(why: str) -> int:
    print(f"usher: {why}", file=sys.stderr)
    return 1
