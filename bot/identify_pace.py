"""How fast shards may begin their sessions: so many at a time, then five seconds until the next so many."""

import asyncio
from collections import defaultdict

SECONDS = 5.0
"""https://discord.com/developers/docs/events/gateway#rate-limiting"""


class IdentifyPace:
    """Lets `concurrency` shards begin at a time: as many as Discord says, more for larger bots."""

    def __init__(self, concurrency: int = 1) -> None:
        self.concurrency = concurrency
        self._free: defaultdict[int, float] = defaultdict(float)

    async def turn(self, shard: int) -> None:
        """Waits for a shard's turn, and takes it."""
        loop, bucket = asyncio.get_running_loop(), shard % self.concurrency
        now = loop.time()
        begins = max(now, self._free[bucket])
        self._free[bucket] = begins + SECONDS
        await asyncio.sleep(begins - now)
