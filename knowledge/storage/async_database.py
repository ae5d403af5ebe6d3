"""A database from asyncio: its work is done in threads, and whether it can be reached is noted."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine

from knowledge.storage.change_listener import ChangeListener, News
from knowledge.storage.database import DatabaseAway, reading, writing
from knowledge.storage.owners import Owner
from knowledge.storage.schema_upgrade import upgrade
from knowledge.storage.servers import take_touched

log = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")


class AsyncDatabase:
    """Runs plain functions on connections. Every method that reaches the database raises DatabaseAway."""

    def __init__(self, engine: Engine) -> None:
        self.away = True
        """Whether it could not be reached the last time."""
        self._engine = engine
        self._listener = ChangeListener(engine)
        self._threads = ThreadPoolExecutor(4, "usher-storage")
        self._listener_thread = ThreadPoolExecutor(1, "usher-listener")

    async def read(
        self, query: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> R:
        """What the query finds, all of it of one moment."""

        def work() -> R:
            with reading(self._engine) as connection:
                return query(connection, *args, **named)

        return await self._reach(work)

    async def save(
        self, command: Callable[Concatenate[Connection, P], R], /, *args: P.args, **named: P.kwargs
    ) -> tuple[R, frozenset[Owner]]:
        """Does it as a whole or not at all; what came of it, and which servers' readers it concerns."""

        def work() -> tuple[R, frozenset[Owner]]:
            with writing(self._engine, args) as connection:
                take_touched(connection)
                return command(connection, *args, **named), take_touched(connection)

        return await self._reach(work)

    async def upgrade(self) -> str:
        """Brings the tables up to date."""
        return await self._reach(lambda: upgrade(self._engine))

    async def wait_for_change(self) -> News | None:
        """Waits a moment; what another process may have changed, if anything."""
        return await asyncio.get_running_loop().run_in_executor(self._listener_thread, self._listener.wait)

    async def in_thread(self, work: Callable[[], R]) -> R:
        """Runs what would keep the loop waiting."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def close(self) -> None:
        """Waits until its threads are done, then closes all connections."""
        self._listener.stop_waiting()
        self._listener_thread.shutdown()
        self._threads.shutdown()
        self._listener.close()
        self._engine.dispose()

    async def _reach(self, work: Callable[[], R]) -> R:
        try:
            result = await self.in_thread(work)
        except DatabaseAway as away:
            self._note(away)
            raise
        self._note(None)
        return result

    def _note(self, away: DatabaseAway | None) -> None:
        if away and not self.away:
            log.warning("%s", away.reason.says)
        elif self.away and not away:
            log.info("the database is reached")
        self.away = away is not None
