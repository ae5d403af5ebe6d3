"""How a bot stops: Ctrl+C, SIGTERM and a terminal that is closed are one thing.

What somebody waits for is answered first.
"""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Awaitable
from threading import Timer
from typing import Any

ANSWERS = ("discord.py: ", "CommandTree-", "discord-ui-")
"""How discord.py names the tasks in which people are answered."""
ANSWER_SECONDS = 3.0
"""What may be left of them then is given up: whoever runs us does not wait for ever."""
LAST_SECONDS = 4.5
"""Then even a database that does not answer is left as it is; it keeps a change as a whole or not at all."""

log = logging.getLogger(__name__)


async def until_stopped(work: Awaitable[None]) -> None:
    """Awaits this until it ends, or until a signal cancels it; it can still end what it has begun."""
    task, loop = asyncio.ensure_future(work), asyncio.get_running_loop()
    # Windows takes no handlers: Ctrl+C cancels us there.
    for told in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if sys.platform != "win32" else ():
        if signal.getsignal(told) is not signal.SIG_IGN:
            loop.add_signal_handler(told, _stop, task)
    with contextlib.suppress(asyncio.CancelledError):
        await task


def _stop(task: asyncio.Future[Any]) -> None:
    task.cancel()
    last = Timer(LAST_SECONDS, os._exit, (0,))
    last.daemon = True
    last.start()


async def answers_sent(seconds: float = ANSWER_SECONDS) -> None:
    """Waits until nobody is being answered, so many seconds at most."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while answers := [task for task in asyncio.all_tasks() if task.get_name().startswith(ANSWERS)]:
        if loop.time() >= end:
            log.warning("%d answers were not sent in time", len(answers))
            return
        await asyncio.wait(answers, timeout=end - loop.time())
