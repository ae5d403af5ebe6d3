"""The database goes away and comes back: questions are answered all the while, and nothing typed is lost."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.database import DatabaseAway
from knowledge.storage.drafts import draft, keep_draft
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import Written
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.storage import Storage
from tests.until import until

pytestmark = pytest.mark.prove

Make = Callable[..., Movie]
TIMES = int(os.environ.get("USHER_PROVE_AWAY", "1"))
"""How often PostgreSQL is taken away; USHER_PROVE_AWAY=20 for a night."""
HERE, ANNA = ServerId(10), 111
KITE = "the-kite-2001"
GUIDE = "never-shared-1999"


def publish(entry: Movie, based_on: int) -> Change:
    return Change(entry.id, ChangeKind.PUBLISH, ANNA, f"After {based_on}.", based_on, entry)


class Traffic:
    """A moderator who writes without end, keeps what was refused, and sends it again; a reader who reads."""

    def __init__(self, storage: Storage, make_entry: Make) -> None:
        self.storage = storage
        self.make_entry = make_entry
        self.written = 0
        self.refused = 0
        self.reads = 0

    async def write(self) -> None:
        change = publish(self.make_entry(KITE, f"Turn {self.written}."), self.written)
        while True:
            try:
                outcome = await self.storage.write(HERE, [change])
            except DatabaseAway as away:
                self.refused += 1
                _, (change,), _ = cast("tuple[int, list[Change], object]", away.unwritten)
                await asyncio.sleep(0.05)
                continue
            assert isinstance(outcome, Written)
            self.written += 1
            change = publish(self.make_entry(KITE, f"Turn {self.written}."), self.written)

    async def read(self) -> None:
        while True:
            shown = self.storage.library(HERE)
            assert shown[GUIDE].pitch == "The guide's own."
            assert KITE not in shown.movies or shown[KITE].pitch.startswith("Turn ")
            self.reads += 1
            await asyncio.sleep(0.001)


async def test_postgresql_goes_away_during_traffic_and_comes_back(
    own_postgres: Any, guide: Library, make_entry: Make
) -> None:
    async with Storage.open(own_postgres.get_uri(), guide) as storage:
        traffic = Traffic(storage, make_entry)
        tasks = [asyncio.create_task(traffic.write()), asyncio.create_task(traffic.read())]
        for _ in range(TIMES):
            before = traffic.written
            await until(lambda before=before: traffic.written > before + 3)
            await asyncio.to_thread(own_postgres.stop)
            refused, reads = traffic.refused, traffic.reads
            await until(lambda refused=refused: traffic.refused > refused + 3)
            await until(lambda reads=reads: traffic.reads > reads + 20)
            assert storage.away
            await asyncio.to_thread(own_postgres.ensure_postgres_running)
            back = traffic.written
            await until(lambda back=back: traffic.written > back + 3)
            assert not any(task.done() for task in tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await until(lambda: not storage.away)
        revisions = await storage.read(history, HERE, KITE)
        assert [step.entry.pitch for step in revisions] == [f"Turn {turn}." for turn in range(len(revisions))]
        assert len(revisions) >= traffic.written
        print(
            f"away {TIMES} times; {len(revisions)} changes kept, "
            f"{traffic.refused} refused, {traffic.reads} reads"
        )


async def test_it_opens_without_its_database_and_joins_in_later(
    own_postgres: Any, guide: Library, make_entry: Make
) -> None:
    async with Storage.open(own_postgres.get_uri(), guide) as storage:
        await storage.write(HERE, [publish(make_entry(), 0)])
    url = own_postgres.get_uri()
    await asyncio.to_thread(own_postgres.stop)
    async with Storage.open(url, guide) as storage:
        assert storage.away
        assert storage.library(HERE)[GUIDE].pitch == "The guide's own."
        assert KITE not in storage.library(HERE).movies
        with pytest.raises(DatabaseAway):
            await storage.read(history, HERE, KITE)
        await asyncio.to_thread(own_postgres.ensure_postgres_running)
        await until(lambda: KITE in storage.library(HERE).movies)
        assert not storage.away


async def test_what_was_typed_comes_back_with_the_error(
    tmp_path: Path, guide: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.storage.database.SQLITE_PRAGMAS", ("PRAGMA busy_timeout = 10",))
    file = tmp_path / "usher.db"
    async with Storage.open(f"sqlite:///{file}", guide) as storage:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseAway) as caught:
            await storage.save(keep_draft, HERE, ANNA, "owl", {"pitch": "Typed for an hour."})
        assert caught.value.unwritten == (HERE, ANNA, "owl", {"pitch": "Typed for an hour."})
        other.execute("COMMIT")
        other.close()
        await storage.save(keep_draft, *caught.value.unwritten)  # type: ignore[arg-type]  # the same as above
        found = await storage.read(draft, HERE, ANNA, "owl")
        assert found
        assert found.form == {"pitch": "Typed for an hour."}
