"""The door to all that servers wrote: reads from memory, writes committed first, then published."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.async_database import AsyncDatabase
from knowledge.storage.change_listener import News
from knowledge.storage.changes import Change
from knowledge.storage.database import DatabaseAway, engine_for
from knowledge.storage.owners import SHARED, Owner
from knowledge.storage.revision_writer import WriteResult, write
from knowledge.storage.servers import ServerSettings, versions
from knowledge.storage.snapshot import Snapshot, load

log = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")

Serves = Callable[[int], bool]
"""Whether a server, by its id, is one of ours."""
ANY = News()
AWAY_SECONDS = 0.5
"""Between two tries to reach a database that is away."""
FAULT_SECONDS = 30
"""Between two tries after anything else went wrong, so that the log is not flooded."""


def everyone(_: int) -> bool:
    """One process serves all."""
    return True


class Storage:
    """What servers wrote. The plain functions beside this file say what can be read and saved."""

    def __init__(self, database: AsyncDatabase, shipped: Library, serves: Serves) -> None:
        self._serves = serves
        self.published = Snapshot.of(shipped, {})
        self._database = database
        self._upgraded = False
        self._swapping = asyncio.Lock()
        self._under_way: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, shipped: Library, *, patient: bool = True, serves: Serves = everyone
    ) -> "AsyncGenerator[Storage]":
        """Storage at this address, its tables brought up to date, following what other processes write.

        Only what the servers have that it `serves` is held in memory, beside what is shared.
        Where the database is away it opens all the same, with the shipped guide, and joins in later.
        Raises TooNew where a newer Usher has been at it, ValueError where the address is none, DatabaseAway
        where waiting will not mend it, or where it is away and this is not `patient`.
        """
        database = AsyncDatabase(engine_for(url))
        storage = cls(database, shipped, serves)
        try:
            await storage._first_look(patient)
            follower = asyncio.create_task(storage._follow())
            try:
                yield storage
            finally:
                follower.cancel()
                await asyncio.gather(follower, *storage._under_way, return_exceptions=True)
        finally:
            await asyncio.to_thread(database.close)

    @property
    def away(self) -> bool:
        """Whether the database could not be reached the last time."""
        return self._database.away

    def library(self, server: int | None) -> Library:
        """What this server's readers see now, the shared guide for None. Keep it for a whole answer."""
        return self.published.library(server)

    def settings(self, server: int | None) -> ServerSettings:
        """What this server chose, at once."""
        return self.published.settings(server)

    def moved_on(self, server: int) -> tuple[str, ...]:
        """The server's own entries whose shared entry has changed since they were compared."""
        return self.published.moved_on(server)

    def approved(self) -> tuple[Movie, ...]:
        """What the operator approved for the shared guide and no release holds yet, for a pull request."""
        return self.published.approved()

    async def read(
        self, query: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> R:
        """What the query finds, such as `read(history, server, movie)`. Raises DatabaseAway."""
        return await self._database.read(query, *args, **named)

    async def save(
        self, command: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> R:
        """Does it as a whole or not at all, then publishes. Raises DatabaseAway with what was to be written.

        A caller that gives up waiting does not stop it half way: it is committed and published, or neither.
        """
        return await self._to_the_end(self._save(self._database.save(command, *args, **named)))

    async def write(self, owner: Owner, changes: Sequence[Change]) -> WriteResult:
        """Keeps all of these changes to a server's entries or none. Raises DatabaseAway."""
        return await self._to_the_end(self._write(owner, changes))

    async def _write(self, owner: Owner, changes: Sequence[Change]) -> WriteResult:
        movies = [change.movie for change in changes]
        shared = await self._database.in_thread(lambda: self.published.under(owner, movies))
        return await self._save(self._database.save(write, owner, changes, shared))

    async def _save(self, work: Coroutine[Any, Any, tuple[R, frozenset[Owner]]]) -> R:
        result, touched = await work
        if touched:
            try:
                await self._publish(touched)
            except DatabaseAway:
                log.warning("a change was kept, and the database went away before it was shown; it will be")
        return result

    async def _to_the_end(self, work: Coroutine[Any, Any, R]) -> R:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _publish(self, touched: Collection[Owner]) -> None:
        owners = [owner for owner in touched if self._holds(owner)]
        async with self._swapping:
            own = await self._database.read(load, owners, self.published.own)
            self.published = await self._database.in_thread(lambda: self.published.with_own(own))

    def _holds(self, owner: Owner) -> bool:
        return owner is SHARED or self._serves(owner)

    async def _catch_up(self, news: News = ANY) -> None:
        """Reads again what was changed since it was last read; nothing for others' servers."""
        ours = news.owners and {owner for owner in news.owners if self._holds(owner)}
        if ours is not None and not ours:
            return
        known = await self._database.read(versions, ours)
        there = {owner: version for owner, version in known.items() if self._holds(owner)}
        held = self.published.own.items()
        here = {server: own.version for server, own in held if ours is None or server in ours}
        changed = {server for server in there.keys() | here.keys() if there.get(server) != here.get(server)}
        if changed:
            await self._publish(changed)

    async def _first_look(self, patient: bool) -> None:
        try:
            await self._reach()
        except DatabaseAway as away:
            if away.reason.lasting or not patient:
                raise
            log.warning("%s; only the shipped guide is shown until then", away.reason.says)

    async def _reach(self) -> None:
        if not self._upgraded:
            await self._database.upgrade()
            self._upgraded = True
        await self._catch_up()

    async def _follow(self) -> None:
        while True:
            try:
                await self._reach()
                while True:
                    if news := await self._database.wait_for_change():
                        await self._catch_up(news)
            except DatabaseAway:
                await asyncio.sleep(AWAY_SECONDS)
            except Exception:
                log.exception("following the database failed; trying again")
                await asyncio.sleep(FAULT_SECONDS)
