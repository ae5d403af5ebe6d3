"""The gateway of the loopback Discord: sessions that can be cut, resumed and refused."""

import asyncio
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import count

from aiohttp import WSCloseCode, web

from tests.bot.loopback.payloads import APPLICATION_ID, ME, Json

HELLO, ACK, DISPATCH, INVALID = 10, 11, 0, 9
HESITATION = 0.2
"""Seconds that a connection without a session stays open, so that whoever takes it for one is found out."""
Servers = Callable[[int, int], Iterable[str]]
"""The servers of a shard of so many, each as the text of GUILD_CREATE's data."""


@dataclass
class Session:
    """What was sent to a shard, so that it can go on after its connection was cut."""

    name: str
    shard: int
    sent: list[str] = field(default_factory=list[str])
    socket: web.WebSocketResponse | None = None
    request: web.Request | None = None

    async def tell(self, event: str, data: str) -> None:
        """Sends an event now, or when the shard has come back."""
        text = f'{{"op": 0, "s": {len(self.sent) + 1}, "t": "{event}", "d": {data}}}'
        self.sent.append(text)
        await self.send(text)

    async def send(self, text: str) -> None:
        """Sends what is no news, or old news again."""
        if self.socket and not self.socket.closed:
            await self.socket.send_str(text)


class Gateway:
    """Takes in shards. `farewell` ends each connection after its IDENTIFY with this code."""

    def __init__(self, servers: Servers, address: Callable[[], str], farewell: int | None = None) -> None:
        self.servers = servers
        self.address = address
        self.farewell = farewell
        self.forgetful = False
        """Whether sessions are gone when a shard wants to go on with one."""
        self.identified: list[tuple[int, float]] = []
        """Each IDENTIFY: which shard, and when."""
        self.resumed = 0
        self.beaten = 0
        """How many heartbeats came."""
        self.left_with: int | None = None
        """The code of the last close."""
        self.sessions: dict[str, Session] = {}
        self.changed = asyncio.Condition()
        self._numbers = count(1)

    @property
    def connected(self) -> list[Session]:
        """The newest session of each shard, where it is connected now."""
        newest = {session.shard: session for session in self.sessions.values()}
        return [one for one in newest.values() if one.socket and not one.socket.closed]

    async def tell(self, event: str, data: Json, shard: int = 0) -> None:
        """Sends an event to a shard, now or when it has come back. LookupError: there was never one."""
        mine = [session for session in self.sessions.values() if session.shard == shard]
        if not mine:
            raise LookupError(f"no shard {shard}")
        await mine[-1].tell(event, json.dumps(data))

    async def cut(self, code: int = WSCloseCode.GOING_AWAY, *, hard: bool = False) -> None:
        """Ends all connections; `hard`: as a cable that is pulled does."""
        for session in self.connected:
            socket, session.socket = session.socket, None
            if hard and session.request and session.request.transport:
                session.request.transport.abort()
            elif socket:
                await socket.close(code=code)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection to its end."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 20_000}, "s": None, "t": None})
        async for incoming in socket:
            said = json.loads(incoming.data)
            match said["op"]:
                case 1:
                    self.beaten += 1
                    await socket.send_json({"op": ACK, "d": None, "s": None, "t": None})
                case 2:
                    await self._identify(request, socket, said["d"])
                case 6:
                    await self._resume(request, socket, said["d"])
                case _:
                    continue
            await self._notify()
        self.left_with = socket.close_code
        await self._notify()
        return socket

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()

    async def _identify(self, request: web.Request, socket: web.WebSocketResponse, said: Json) -> None:
        shard, shards = said.get("shard", (0, 1))
        self.identified.append((shard, asyncio.get_running_loop().time()))
        if self.farewell:
            await asyncio.sleep(HESITATION)
            await socket.close(code=self.farewell)
            return
        session = Session(f"session-{next(self._numbers)}", shard, socket=socket, request=request)
        self.sessions[session.name] = session
        servers = list(self.servers(shard, shards))
        ids = [{"id": json.loads(text)["id"], "unavailable": True} for text in servers]
        await session.tell("READY", json.dumps(self._ready(session, [shard, shards], ids)))
        for text in servers:
            await session.tell("GUILD_CREATE", text)

    def _ready(self, session: Session, shard: list[int], servers: list[Json]) -> Json:
        application = {"id": APPLICATION_ID, "flags": 0}
        where = {"session_id": session.name, "resume_gateway_url": self.address()}
        return {"v": 10, "user": ME, "guilds": servers, "shard": shard, "application": application, **where}

    async def _resume(self, request: web.Request, socket: web.WebSocketResponse, said: Json) -> None:
        session = self.sessions.get(said["session_id"] or "")
        if session is None or self.forgetful:
            await socket.send_json({"op": INVALID, "d": False, "s": None, "t": None})
            return
        self.resumed += 1
        session.socket, session.request = socket, request
        for text in session.sent[said["seq"] :]:
            await session.send(text)
        await session.tell("RESUMED", "{}")
