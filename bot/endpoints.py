"""Whether the bot lives and is ready, and its figures, over HTTP: for whoever watches it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.background import meanwhile
from bot.client import Usher

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""The form that Prometheus reads."""
LAG_SECONDS = 1.0
"""How often the loop's lag is looked at."""


class Endpoints:
    """`/live`, `/ready` and `/metrics` of one bot."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot
        gauge = bot.metrics.gauge
        self._lag = gauge("usher_loop_lag_seconds", "How late the event loop comes to what is due.")
        gauge("usher_servers", "Servers that this process serves.").set_function(lambda: len(bot.guilds))
        gauge("usher_shards", "Shards that this process serves.").set_function(lambda: len(bot.shards))
        gauge("usher_shards_connected", "Of these, in a session now.").set_function(self._connected)
        gauge("usher_gateway_latency_seconds", "From heartbeat to answer.").set_function(lambda: bot.latency)
        away = gauge("usher_database_away", "1 while the database cannot be reached.")
        away.set_function(lambda: float(bot.resources.storage.away))

    async def live(self, _: web.Request) -> web.Response:
        """This is answered at all only where the loop goes round."""
        return web.json_response({"live": True})

    async def ready(self, _: web.Request) -> web.Response:
        """Whether every shard has a session, so that it hears Discord, and the bot does not end.

        Without a database it is ready as well: it goes on answering.
        """
        shards, connected = len(self._bot.shards), self._connected()
        ready = self._bot.is_ready() and connected == shards and not self._bot.stopping
        away = self._bot.resources.storage.away
        told = {"ready": ready, "shards": shards, "connected": connected, "database": not away}
        return web.json_response(told, status=200 if ready else 503)

    async def metrics(self, _: web.Request) -> web.Response:
        """All figures."""
        return web.Response(body=self._bot.metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    async def watch_lag(self) -> None:
        """Notes how late the loop is, until it is cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_SECONDS
            await asyncio.sleep(LAG_SECONDS)
            self._lag.set(max(0.0, loop.time() - due))

    def _connected(self) -> int:
        return len(self._bot.metrics.in_session)


@asynccontextmanager
async def serving(bot: Usher, host: str, port: int) -> AsyncGenerator[None]:
    """Answers there until the block ends; port 0: not at all. Raises OSError."""
    if not port:
        yield
        return
    endpoints, app = Endpoints(bot), web.Application()
    app.router.add_get("/live", endpoints.live)
    app.router.add_get("/ready", endpoints.ready)
    app.router.add_get("/metrics", endpoints.metrics)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        async with meanwhile(endpoints.watch_lag()):
            yield
    finally:
        await runner.cleanup()
