"""Discord on this machine: HTTP and a gateway on 127.0.0.1, with the faults that the real one has."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from itertools import count
from time import monotonic, time
from typing import Any

from aiohttp import web

from tests.bot.loopback.discord_http import body_of, refused, said
from tests.bot.loopback.gateway import Gateway, Servers
from tests.bot.loopback.payloads import (
    APPLICATION,
    APPLICATION_ID,
    ME,
    PARENT,
    SHARD_BITS,
    Json,
    command,
    interaction,
    message,
    server,
    server_id,
)

PATIENCE = 60.0
"""Seconds until a test gives up."""
VIEW_CHANNEL, SEND_MESSAGES = 1 << 10, 1 << 11
DEADLINE = 3.0
"""Seconds after which Discord takes no first answer any more."""
HOME = server_id(1)
"""The server that is there unless a test says otherwise."""
Fault = Callable[[web.Request], web.StreamResponse | None]
"""What is answered instead; None: nothing is wrong with this request."""


def no_fault(_: web.Request) -> None:
    """All is well."""


class DiscordAtHome:
    """`login` is the status of the answer to a token, `farewell` a code that ends each connection at once."""

    def __init__(self, login: int = 200, farewell: int | None = None) -> None:
        self.login = login
        self.address = ""
        self.servers: Servers = lambda shard, _: [] if shard else [json.dumps(server(HOME))]
        self.gateway = Gateway(self._servers, self._socket, farewell)
        self.fault: Fault = no_fault
        self.refused = 0
        """How many first answers came too late."""
        self.posted = 0
        """How many messages came, the same one twice included."""
        self.receipts_lost = 0
        """How many answers arrive without the bot being told so."""
        self.shards = 1
        """How many Discord says that the bot should use."""
        self.starts_left = 1000
        self.asked_where = 0
        """How often the bot has looked how many sessions it may begin."""
        self.permissions = VIEW_CHANNEL | SEND_MESSAGES
        self.known_commands: list[Json] = []
        self.told_commands = 0
        """How often the commands were told to Discord."""
        self.answers: dict[str, list[Json]] = {}
        """What came for each interaction, by its id; for a message, by its channel's."""
        self.sent_at: dict[str, float] = {}
        self.acknowledged: dict[str, float] = {}
        """When the first answer to an interaction came."""
        self.asked = asyncio.Event()
        """Set when the bot has begun to send a message."""
        self.let_through = asyncio.Event()
        """Until this is set, Discord takes its time with a message."""
        self.let_through.set()
        self._numbers = count(1)

    def number(self) -> int:
        """A new id, as Discord makes them: it holds the time."""
        return int(time() * 1000 - 1_420_070_400_000) << SHARD_BITS | next(self._numbers)

    async def interact(self, kind: int, data: Json, guild: int | None = HOME, **more: Any) -> str:
        """Somebody does something; the id by which its answer is found."""
        number = self.number()
        self.expect(number)
        payload = interaction(number, kind, data, guild, **more)
        shard = (guild >> SHARD_BITS) % self.shards if guild else 0
        await self.gateway.tell("INTERACTION_CREATE", payload, shard)
        return str(number)

    def expect(self, number: int) -> None:
        """From now on the first answer to this interaction has its time."""
        self.sent_at[str(number)] = monotonic()

    async def types(self, name: str, guild: int | None = HOME, **options: str) -> str:
        """Somebody sends a command."""
        return await self.interact(2, command(name, options), guild)

    async def answer(self, number: str, place: int = 0) -> Json:
        """What the bot says to it, first or later. TimeoutError."""
        await self.until(lambda: len(self.answers.get(number, ())) > place)
        return self.answers[number][place]

    async def until(self, true: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Waits until something is true. TimeoutError."""
        async with self.gateway.changed:
            await asyncio.wait_for(self.gateway.changed.wait_for(true), patience)

    def _servers(self, shard: int, shards: int) -> Iterable[str]:
        return self.servers(shard, shards)

    def _socket(self) -> str:
        return self.address.replace("http", "ws") + "/gateway"

    async def _where(self, _: web.Request) -> web.Response:
        self.asked_where += 1
        await self._notify()
        limit = {"total": 1000, "remaining": self.starts_left, "reset_after": 1000, "max_concurrency": 16}
        return said({"url": self._socket(), "shards": self.shards, "session_start_limit": limit})

    async def _me(self, _: web.Request) -> web.Response:
        return said(ME, status=self.login)

    async def _application(self, _: web.Request) -> web.Response:
        return said(APPLICATION)

    async def _commands(self, request: web.Request) -> web.Response:
        self.told_commands += 1
        self.known_commands = listed = [
            {"id": str(place), "application_id": APPLICATION_ID, "version": "1", "description": "", **one}
            for place, one in enumerate(await request.json(), 100)
        ]
        return said(listed)

    async def _known_commands(self, _: web.Request) -> web.Response:
        return said(self.known_commands)

    async def _guilds(self, _: web.Request) -> web.Response:
        return said([{"id": str(HOME), "name": "server", "permissions": str(self.permissions)}])

    async def _message(self, request: web.Request) -> web.Response:
        self.asked.set()
        await self.let_through.wait()
        if request.transport is not None:
            channel, body = request.match_info["channel"], await body_of(request)
            known = [one["nonce"] for one in self.answers.get(channel, ()) if one.get("enforce_nonce")]
            self.posted += 1
            if body.get("nonce") not in known:
                await self._note(channel, body)
            await self._notify()
        return said(message(self.number(), "", ME))

    async def _callback(self, request: web.Request) -> web.Response:
        number, body = request.match_info["number"], await body_of(request)
        if monotonic() - self.sent_at.get(number, 0.0) > DEADLINE:
            self.refused += 1
            await self._notify()
            return refused("Unknown interaction", 10062, 404)
        if number in self.acknowledged:
            return refused("Interaction has already been acknowledged.", 40060)
        self.acknowledged[number] = monotonic()
        await self._note(number, body)
        shown = body["type"] in (4, 7)
        resource = {"type": body["type"], **({"message": message(self.number(), "", ME)} if shown else {})}
        return said({"interaction": {"id": number, "type": 2}, "resource": resource})

    async def _followup(self, request: web.Request) -> web.Response:
        await self._note(request.match_info["token"].removeprefix("token-"), await body_of(request))
        return said(message(self.number(), "", ME))

    async def _channel(self, _: web.Request) -> web.Response:
        return said({"id": "5", "type": 1, "recipients": [PARENT], "last_message_id": None})

    async def _note(self, number: str, body: Json) -> None:
        self.answers.setdefault(number, []).append(body)
        await self._notify()

    async def _notify(self) -> None:
        async with self.gateway.changed:
            self.gateway.changed.notify_all()

    @web.middleware
    async def _faulty(self, request: web.Request, handler: Callable[..., Any]) -> web.StreamResponse:
        answer = self.fault(request) or await handler(request)
        if self.receipts_lost and request.path.endswith(("/callback", "/messages")):
            self.receipts_lost -= 1
            if request.transport:
                request.transport.abort()
        return answer

    def app(self) -> web.Application:
        """Its routes."""
        app = web.Application(middlewares=[self._faulty], client_max_size=30_000_000)
        app.add_routes(
            [
                web.get("/users/@me", self._me),
                web.post("/users/@me/channels", self._channel),
                web.get("/oauth2/applications/@me", self._application),
                web.get("/applications/@me", self._application),
                web.put("/applications/1/commands", self._commands),
                web.get("/applications/1/commands", self._known_commands),
                web.get("/users/@me/guilds", self._guilds),
                web.get("/gateway/bot", self._where),
                web.get("/gateway", self.gateway.serve),
                web.get("/gateway/", self.gateway.serve),
                web.post("/channels/{channel}/messages", self._message),
                web.post("/interactions/{number}/{token}/callback", self._callback),
                web.post("/webhooks/1/{token}", self._followup),
                web.patch("/webhooks/1/{token}/messages/@original", self._followup),
            ]
        )
        return app


@asynccontextmanager
async def discord_at_home(login: int = 200, farewell: int | None = None) -> AsyncGenerator[DiscordAtHome]:
    """It listens until the block ends."""
    home = DiscordAtHome(login, farewell)
    runner = web.AppRunner(home.app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    home.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield home
    finally:
        await runner.cleanup()
