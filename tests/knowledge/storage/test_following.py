"""Several processes on one database: what one writes, the others show soon."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from sqlalchemy import create_engine, make_url, text

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import Conflict, WriteResult, Written
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.until import until

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, ANNA, BEN = ServerId(10), 111, 222
KITE = "the-kite-2001"


def publish(entry: Movie, based_on: int = 0, who: int = ANNA) -> Change:
    return Change(entry.id, ChangeKind.PUBLISH, who, "It was missing.", based_on, entry)


async def test_what_one_process_writes_the_other_shows(opened: Opened, make_entry: Make) -> None:
    async with opened() as one, opened() as other:
        await one.write(HERE, [publish(make_entry())])
        await until(lambda: KITE in other.library(HERE).movies)
        await other.save(change_settings, HERE, ServerSettings(country="GB"))
        await until(lambda: one.settings(HERE).country == "GB")
        await one.write(HERE, [Change(KITE, ChangeKind.RETIRE, ANNA, "Gone.", 1)])
        await until(lambda: KITE not in other.library(HERE).movies)


async def test_of_two_processes_that_write_at_once_one_wins_and_the_other_is_told(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as one, opened() as other:
        await one.write(HERE, [publish(make_entry())])
        outcomes: list[WriteResult] = await asyncio.gather(
            *(
                storage.write(HERE, [publish(make_entry(KITE, f"{who}'s."), 1, who)])
                for storage, who in ((one, ANNA), (other, BEN))
            )
        )
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict", "Written"]
        won = next(outcome for outcome in outcomes if isinstance(outcome, Written))
        lost = next(outcome for outcome in outcomes if isinstance(outcome, Conflict))
        assert lost.theirs == won.revisions[0]
        assert len(await one.read(history, HERE, KITE)) == 2


async def test_many_writers_of_one_entry_leave_a_history_without_gaps(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as one, opened() as other:

        async def keep_writing(storage: Storage, who: int) -> int:
            written = 0
            for turn in range(10):
                found = await storage.read(history, HERE, KITE)
                change = publish(make_entry(KITE, f"{who}, {turn}"), len(found), who)
                written += isinstance(await storage.write(HERE, [change]), Written)
            return written

        written = await asyncio.gather(
            *(keep_writing(storage, who) for who, storage in enumerate((one, other, one), 1))
        )
        found = await one.read(history, HERE, KITE)
        assert [step.number for step in found] == list(range(1, sum(written) + 1))


async def test_news_that_came_while_the_line_was_cut_is_caught_up(
    postgres_url: str, guide: Library, make_entry: Make
) -> None:
    admin = create_engine(
        make_url(postgres_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with Storage.open(postgres_url, guide) as one, Storage.open(postgres_url, guide) as other:
        for turn in range(5):
            with admin.connect() as connection:
                connection.execute(cut)
            await one.write(HERE, [publish(make_entry(KITE, f"Turn {turn}."), turn)])
            await until(
                lambda turn=turn: (now := other.library(HERE).get(KITE)) and now.pitch == f"Turn {turn}."
            )
    admin.dispose()


async def test_a_caller_who_gives_up_waiting_leaves_nothing_half_done(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        waiting = asyncio.create_task(storage.write(HERE, [publish(make_entry())]))
        await asyncio.sleep(0)
        waiting.cancel()
        await until(lambda: KITE in storage.library(HERE).movies)
        assert waiting.cancelled()
