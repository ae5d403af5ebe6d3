"""Work that goes on beside answering, round by round: one that fails is logged, and the next one comes."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from bot.logs import without_text

log = logging.getLogger(__name__)


async def repeat(work: Callable[[], Awaitable[object]], every: float, wait: float = 0.0) -> None:
    """Does it again and again until it is cancelled, with so many seconds between and before the first."""
    await asyncio.sleep(wait)
    while True:
        try:
            await work()
        except Exception as error:
            log.error("work beside failed; it is tried again in %d seconds: %s", every, without_text(error))
        await asyncio.sleep(every)


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, None]) -> AsyncGenerator[None]:
    """Does this beside what is done here, and ends it then."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
