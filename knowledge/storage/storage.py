"""The door to all that servers wrote: reads from memory, writes committed first, then published."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.database import DatabaseAway, engine_for, reading, writing
from knowledge.storage.hearing import Ear
from knowledge.storage.migrating import upgrade
from knowledge.storage.offers import approve
from knowledge.storage.published import Published, load, under
from knowledge.storage.servers import Settings, take_touched, versions
from knowledge.storage.writing import Outcome, write

log = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")

PAUSE_SECONDS = 0.5
"""Between two tries to reach a database that is away."""


class Storage:
    """What servers wrote. The plain functions beside this file say what can be read and kept."""

    def __init__(self, engine: Engine, shipped: Library) -> None:
        self.published = Published.of(shipped, {})
        self.away = True
        """Whether the database could not be reached the last time."""
        self._engine = engine
        self._migrated = False
        self._swapping = asyncio.Lock()
        self._threads = ThreadPoolExecutor(4, "usher-storage")
        self._hearing = ThreadPoolExecutor(1, "usher-hearing")
        self._ear = Ear(engine)
        self._under_way: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, shipped: Library) -> "AsyncGenerator[Storage]":
        """Storage at this address, its tables brought up to date, following what other processes write.

        Where the database is away it opens all the same, with the shipped guide, and joins in later.
        """
        storage = cls(engine_for(url), shipped)
        try:
            await storage._open()
            follower = asyncio.create_task(storage._follow())
            try:
                yield storage
            finally:
                follower.cancel()
                await asyncio.gather(follower, *storage._under_way, return_exceptions=True)
        finally:
            await asyncio.to_thread(storage._close)

    def library(self, server: int | None) -> Library:
        """What this server's readers see now, the shared guide for None. Keep it for a whole answer."""
        return self.published.library(server)

    def settings(self, server: int | None) -> Settings:
        """What this server chose, at once."""
        return self.published.settings(server)

    def moved_on(self, server: int) -> tuple[str, ...]:
        """The server's own entries whose shared entry has changed since they were compared."""
        return self.published.moved_on(server)

    async def read(
        self, query: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> R:
        """What the query finds, such as `read(history, server, movie)`. Raises DatabaseAway."""

        def work() -> R:
            with reading(self._engine) as connection:
                return query(connection, *args, **named)

        return await self._noting(self._in_thread(work))

    async def save(
        self, deed: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> R:
        """Does it as a whole or not at all, then publishes. Raises DatabaseAway with what was to be written.

        A caller that gives up waiting does not stop it half way: it is committed and published, or neither.
        """

        def work() -> tuple[R, Collection[int]]:
            with writing(self._engine, args) as connection:
                take_touched(connection)
                result = deed(connection, *args, **named)
                return result, take_touched(connection)

        return await self._to_the_end(self._save(work))

    async def write(self, server: int, changes: Sequence[Change]) -> Outcome:
        """Keeps all of these changes to a server's entries or none. Raises DatabaseAway."""
        shared = under(self.published, server, [change.movie for change in changes])
        return await self.save(write, server, changes, shared)

    async def approve(self, offer: int, who: int, why: str) -> Outcome | None:
        """Publishes an offered entry in the shared guide; None where it does not wait any more."""
        return await self.save(approve, offer, who, why, self.published)

    async def _save(self, work: Callable[[], tuple[R, Collection[int]]]) -> R:
        result, touched = await self._noting(self._in_thread(work))
        if touched:
            try:
                await self._publish(touched)
            except DatabaseAway:
                log.warning("a change was kept, and the database went away before it was shown; it will be")
        return result

    async def _publish(self, servers: Collection[int]) -> None:
        async with self._swapping:
            own = await self.read(load, servers)
            self.published = await self._in_thread(lambda: self.published.with_own(own))

    async def _catch_up(self) -> None:
        """Reads again what was changed since it was last read."""
        there = await self.read(versions)
        here = {server: own.version for server, own in self.published.own.items()}
        changed = {server for server in there.keys() | here.keys() if there.get(server) != here.get(server)}
        if changed:
            await self._publish(changed)

    async def _open(self) -> None:
        try:
            await self._reach()
        except DatabaseAway:
            log.warning("the database cannot be reached; only the shipped guide is shown until it can")

    async def _reach(self) -> None:
        if not self._migrated:
            await self._in_thread(lambda: upgrade(self._engine))
            self._migrated = True
        await self._catch_up()

    async def _follow(self) -> None:
        while True:
            try:
                await self._listen()
            except DatabaseAway:
                self.away = True
            except Exception:
                log.exception("following the database failed; trying again")
            await asyncio.sleep(PAUSE_SECONDS)

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        await self._reach()
        while True:
            if await loop.run_in_executor(self._hearing, self._ear.heard):
                await self._catch_up()

    async def _noting(self, work: Coroutine[Any, Any, R]) -> R:
        """Notes whether the database could be reached."""
        try:
            result = await work
        except DatabaseAway:
            self.away = True
            raise
        self.away = False
        return result

    async def _in_thread(self, work: Callable[[], R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def _to_the_end(self, work: Coroutine[Any, Any, R]) -> R:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    def _close(self) -> None:
        self._hearing.shutdown()
        self._ear.close()
        self._threads.shutdown()
        self._engine.dispose()
