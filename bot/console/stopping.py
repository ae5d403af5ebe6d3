"""How a bot stops: Ctrl+C and SIGTERM are one thing, and what somebody waits for is answered first."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Awaitable

ANSWERS = ("discord.py: ", "CommandTree-", "discord-ui-")
"""How discord.py names the tasks in which people are answered."""
PATIENCE_SECONDS = 3.0
"""What may be left of them then is given up: whoever runs us does not wait for ever."""

log = logging.getLogger(__name__)


async def until_stopped(work: Awaitable[None]) -> None:
    """Awaits this until it ends, or until a signal cancels it; it can still end what it has begun."""
    task = asyncio.ensure_future(work)
    with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM that could be heard.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def answers_sent(seconds: float = PATIENCE_SECONDS) -> None:
    """Waits until nobody is being answered, so many seconds at most."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while answers := [task for task in asyncio.all_tasks() if task.get_name().startswith(ANSWERS)]:
        if loop.time() >= end:
            log.warning("%d answers were not sent in time", len(answers))
            return
        await asyncio.wait(answers, timeout=end - loop.time())
