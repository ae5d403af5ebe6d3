"""Waiting for what happens beside a test, as long as a busy machine may need. No test asserts a time."""

import asyncio
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds until a test gives up."""


async def until(sees: Callable[[], object]) -> None:
    """Comes back when it is seen. TimeoutError where it never is."""
    async with asyncio.timeout(PATIENCE):
        while not sees():
            await asyncio.sleep(0.01)
