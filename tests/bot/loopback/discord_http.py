"""Bodies as Discord sends and takes them over HTTP. No behaviour of its own."""

import json
from typing import Any

from aiohttp import web

from tests.bot.loopback.payloads import Json, found


def said(data: object, status: int = 200, **headers: str) -> web.Response:
    """JSON as Discord sends it, with no charset behind the type."""
    body = json.dumps(data).encode()
    return web.Response(body=body, content_type="application/json", status=status, headers=headers)


def limited(seconds: float) -> web.Response:
    """Too many requests: come back later."""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return said(body, 429, Via="1.1 loopback", **{"Retry-After": str(seconds)})


def refused(message: str, code: int, status: int = 400) -> web.Response:
    """What was asked for cannot be, by one of Discord's codes."""
    return said({"message": message, "code": code}, status)


async def body_of(request: web.Request) -> Json:
    """What was sent, files left aside."""
    if request.content_type == "application/json":
        return await request.json()
    form: Any = await request.post()
    return json.loads(str(form["payload_json"]))


def words(body: Json) -> str:
    """All that is to be read in an answer."""
    return "\n".join(str(text) for text in found(body, "content"))
