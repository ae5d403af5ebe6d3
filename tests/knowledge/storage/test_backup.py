"""A backup is taken while others write, and proves itself by being restored, on either kind of database."""

import asyncio
import gzip
import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, MetaData, insert, select, text

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.backup import BadBackup, back_up, restore
from knowledge.storage.changes import Change
from knowledge.storage.drafts import keep_draft
from knowledge.storage.owners import ServerId
from knowledge.storage.reports import open_reports, report
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.schema_upgrade import known_revisions
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from knowledge.storage.tables import metadata, servers
from tests.until import until

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, THERE, ANNA = ServerId(10), ServerId(20), 111
KITE = "the-kite-2001"
ERAS = Path(__file__).parent / "eras"


def publish(entry: Movie, based_on: int = 0) -> Change:
    return Change(entry.id, ChangeKind.PUBLISH, ANNA, "It was missing.", based_on, entry)


def everything(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row but the version, which is drawn anew."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table in metadata.sorted_tables:
        columns = [column for column in table.columns if column is not servers.c.version]
        rows = connection.execute(select(*columns).order_by(*table.primary_key)).mappings()
        found[table.name] = [dict(row) for row in rows]
    return found


async def fill(storage: Storage, make_entry: Make) -> None:
    await storage.write(HERE, [publish(make_entry()), publish(make_entry("the-owl-2002"))])
    await storage.write(HERE, [publish(make_entry(KITE, "Second."), 1)])
    await storage.save(keep_draft, HERE, ANNA, "a ❤", {"step": [1, None, "\0"]})
    await storage.save(change_settings, HERE, ServerSettings(2**60, None, "GB", strictness=1))
    await storage.save(report, HERE, KITE, ANNA, "Says “so”.\n\t")


async def test_what_is_restored_is_what_was_backed_up(
    opened: Opened, make_entry: Make, tmp_path: Path
) -> None:
    async with opened() as storage:
        await fill(storage, make_entry)
        before = await storage.read(everything)
        rows = await storage.read(back_up, tmp_path / "a.backup")
        assert rows == sum(map(len, before.values()))
        await storage.write(HERE, [publish(make_entry(KITE, "Spoiled."), 2)])
        await storage.write(THERE, [publish(make_entry())])
        await storage.save(report, HERE, KITE, ANNA, "Another.")
        assert await storage.save(restore, tmp_path / "a.backup") == rows
        assert await storage.read(everything) == before
        assert storage.library(HERE)[KITE].pitch == "Second."
        assert KITE not in storage.library(THERE).movies
        # Life goes on after it: new rows get new numbers.
        await storage.save(report, HERE, KITE, ANNA, "A third.")
        assert len(await storage.read(open_reports, HERE)) == 2


async def test_another_revision_of_the_same_number_is_read_when_it_is_restored(
    opened: Opened, make_entry: Make, tmp_path: Path
) -> None:
    async with opened() as storage:
        await storage.read(back_up, tmp_path / "empty.backup")
        await storage.write(HERE, [publish(make_entry(KITE, "Kept."))])
        await storage.read(back_up, tmp_path / "kept.backup")
        await storage.save(restore, tmp_path / "empty.backup")
        await storage.write(HERE, [publish(make_entry(KITE, "Another."))])
        await storage.save(restore, tmp_path / "kept.backup")
        assert storage.library(HERE)[KITE].pitch == "Kept."


async def test_other_processes_show_what_was_restored(
    opened: Opened, make_entry: Make, tmp_path: Path
) -> None:
    async with opened() as one, opened() as other:
        await fill(one, make_entry)
        await one.read(back_up, tmp_path / "a.backup")
        await one.write(HERE, [publish(make_entry(KITE, "Spoiled."), 2)])
        await one.write(THERE, [publish(make_entry())])
        await until(lambda: KITE in other.library(THERE).movies)
        await one.save(restore, tmp_path / "a.backup")
        await until(lambda: KITE not in other.library(THERE).movies)
        await until(lambda: other.library(HERE)[KITE].pitch == "Second.")


async def test_a_backup_moves_from_one_kind_of_database_to_the_other(
    sqlite_url: str, postgres_url: str, guide: Library, make_entry: Make, tmp_path: Path
) -> None:
    async with Storage.open(sqlite_url, guide) as small, Storage.open(postgres_url, guide) as big:
        await fill(small, make_entry)
        await small.read(back_up, tmp_path / "small")
        await big.save(restore, tmp_path / "small")
        assert await big.read(everything) == await small.read(everything)
        await big.read(back_up, tmp_path / "big")
        await small.save(restore, tmp_path / "big")
        assert await big.read(everything) == await small.read(everything)


async def test_a_backup_under_way_sees_one_moment(opened: Opened, make_entry: Make, tmp_path: Path) -> None:
    async with opened() as storage:

        async def keep_writing() -> None:
            for turn in range(30):
                pair = [publish(make_entry(name, f"Turn {turn}."), turn) for name in (KITE, "the-owl-2002")]
                await storage.write(HERE, pair)

        writing = asyncio.create_task(keep_writing())
        for turn in range(3):
            await storage.read(back_up, tmp_path / f"{turn}")
        await writing
        for turn in range(3):
            await storage.save(restore, tmp_path / f"{turn}")
            pair = [await storage.read(history, HERE, name) for name in (KITE, "the-owl-2002")]
            assert len(pair[0]) == len(pair[1])
            assert [step.entry.pitch for step in pair[0]] == [step.entry.pitch for step in pair[1]]


@pytest.mark.parametrize("revision", known_revisions())
async def test_a_backup_of_every_age_can_be_restored(opened: Opened, revision: str, tmp_path: Path) -> None:
    era: dict[str, list[dict[str, Any]]] = json.loads((ERAS / f"{revision}.json").read_text(encoding="utf-8"))
    rows = [[name, row] for name, table in era.items() for row in table]
    lines = [{"kind": "usher backup", "revision": revision}, *rows, {"rows": len(rows)}]
    with gzip.open(tmp_path / "old", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    async with opened() as storage:
        await storage.save(restore, tmp_path / "old")
        found = await storage.read(everything)
        assert {name: len(table) for name, table in found.items() if table} == {
            name: len(table) for name, table in era.items()
        }


async def test_a_torn_file_changes_nothing(opened: Opened, make_entry: Make, tmp_path: Path) -> None:
    async with opened() as storage:
        await fill(storage, make_entry)
        await storage.read(back_up, tmp_path / "whole")
        before = await storage.read(everything)
        whole = (tmp_path / "whole").read_bytes()
        plain = gzip.decompress(whole)
        newer = plain.replace(known_revisions()[-1].encode(), b"9999", 1)
        lines = plain.splitlines(keepends=True)
        torn = [b"", b"hello", whole[:-20], whole[: len(whole) // 2], gzip.compress(newer)]
        torn += [gzip.compress(b"".join(lines[:-1])), gzip.compress(b"".join(lines[:2] + lines[3:]))]
        for number, data in enumerate(torn):
            (tmp_path / f"torn{number}").write_bytes(data)
            with pytest.raises(BadBackup):
                await storage.save(restore, tmp_path / f"torn{number}")
        assert await storage.read(everything) == before


async def test_a_backup_never_overwrites_another_and_only_its_owner_reads_it(
    opened: Opened, tmp_path: Path
) -> None:
    async with opened() as storage:
        await storage.read(back_up, tmp_path / "a.backup")
        with pytest.raises(FileExistsError):
            await storage.read(back_up, tmp_path / "a.backup")
        assert (tmp_path / "a.backup").stat().st_mode & 0o077 == 0


async def test_restoring_leaves_the_tables_of_others_alone(opened: Opened, tmp_path: Path) -> None:
    async with opened() as storage:

        def add_foreign(connection: Connection) -> None:
            connection.execute(text("CREATE TABLE recipes (name VARCHAR(20))"))
            there = MetaData()
            there.reflect(connection, only=["recipes"])
            connection.execute(insert(there.tables["recipes"]), [{"name": "soup"}])

        def foreign(connection: Connection) -> list[str]:
            return list(connection.execute(text("SELECT name FROM recipes")).scalars())

        await storage.save(add_foreign)
        await storage.read(back_up, tmp_path / "a.backup")
        await storage.save(restore, tmp_path / "a.backup")
        assert await storage.read(foreign) == ["soup"]
