"""As much of Discord on this machine as `usher run` needs to start, to answer one message and to stop."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

ROOT = Path(__file__).parents[3]
ME = {"id": "1", "username": "Usher", "discriminator": "0", "avatar": None, "bot": True}
PARENT = {"id": "2", "username": "parent", "discriminator": "0", "avatar": None}
APPLICATION = {
    "id": "1",
    "name": "Usher",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": PARENT,
}
MESSAGE: dict[str, Any] = {
    "id": "10",
    "channel_id": "5",
    "author": PARENT,
    "content": "is coco ok for 6?",
    "timestamp": "2026-11-30T12:00:00+00:00",
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "type": 0,
    "components": [],
}
RUN = """
import sys
import discord.http
discord.http.Route.BASE = sys.argv[1]
from bot.__main__ import main
main(["run"])
"""


def said(data: object, status: int = 200) -> web.Response:
    """JSON as Discord sends it, with no charset behind the type."""
    return web.Response(body=json.dumps(data).encode(), content_type="application/json", status=status)


class DiscordAtHome:
    """`login` is the status of the answer to a token; `farewell` a code that ends the connection at once."""

    def __init__(self, login: int = 200, farewell: int | None = None) -> None:
        self.login = login
        self.farewell = farewell
        self.asked = asyncio.Event()
        """Set when the bot has begun to send its answer."""
        self.let_through = asyncio.Event()
        """Until this is set, Discord takes its time with the answer."""
        self.answers = 0
        """How many answers came to their end."""
        self.left_with: int | None = None
        """The code with which the bot closed its connection."""
        self.address = ""

    async def me(self, _: web.Request) -> web.Response:
        """Whose token it is."""
        return said(ME, status=self.login)

    async def application(self, _: web.Request) -> web.Response:
        """What the developer portal holds."""
        return said(APPLICATION)

    async def commands(self, _: web.Request) -> web.Response:
        """The commands are told to Discord."""
        return said([])

    async def where(self, _: web.Request) -> web.Response:
        """Where the gateway is."""
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        url = self.address.replace("http", "ws") + "/gateway"
        return said({"url": url, "shards": 1, "session_start_limit": limit})

    async def message(self, request: web.Request) -> web.Response:
        """The bot answers."""
        self.asked.set()
        await self.let_through.wait()
        self.answers += request.transport is not None
        return said({**MESSAGE, "id": "11", "author": ME, "content": ""})

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        """The connection, over which one question comes."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}, "s": None, "t": None})
        async for incoming in socket:
            match json.loads(incoming.data)["op"]:
                case 1:
                    await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
                case 2 if self.farewell:
                    await socket.close(code=self.farewell)
                case 2:
                    await socket.send_json(self._event(1, "READY", self._ready()))
                    await socket.send_json(self._event(2, "MESSAGE_CREATE", MESSAGE))
                case _:
                    continue
        self.left_with = socket.close_code
        return socket

    def _ready(self) -> dict[str, Any]:
        application = {"id": "1", "flags": 0}
        session = {"session_id": "s", "resume_gateway_url": self.address.replace("http", "ws") + "/gateway"}
        return {"v": 10, "user": ME, "guilds": [], "shard": [0, 1], "application": application, **session}

    @staticmethod
    def _event(number: int, name: str, data: dict[str, Any]) -> dict[str, Any]:
        return {"op": 0, "s": number, "t": name, "d": data}


@asynccontextmanager
async def discord_at_home(login: int = 200, farewell: int | None = None) -> AsyncGenerator[DiscordAtHome]:
    """It listens until the block ends."""
    home, app = DiscordAtHome(login, farewell), web.Application()
    app.router.add_get("/users/@me", home.me)
    app.router.add_get("/oauth2/applications/@me", home.application)
    app.router.add_get("/applications/@me", home.application)
    app.router.add_put("/applications/1/commands", home.commands)
    app.router.add_get("/gateway/bot", home.where)
    app.router.add_get("/gateway/", home.gateway)
    app.router.add_get("/gateway", home.gateway)
    app.router.add_post("/channels/5/messages", home.message)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    home.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield home
    finally:
        await runner.cleanup()


async def usher_run(home: DiscordAtHome, folder: Path, **environment: str) -> Process:
    """`usher run` as a process of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("USHER_")}
    data = {"USHER_DATA_DIR": str(folder / "data")}
    full = {**clean, **data, "PYTHONPATH": str(ROOT), "DISCORD_TOKEN": "a-token", **environment}
    words = [sys.executable, "-W", "ignore", "-c", RUN, home.address]
    return await asyncio.create_subprocess_exec(*words, cwd=folder, env=full, stdout=PIPE, stderr=PIPE)
