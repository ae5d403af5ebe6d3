"""What is sent, tried again where Discord or the network fails; to a press or a command at once.

Discord waits 3 seconds for such an answer. discord.py itself waits a second, then three, and gives a cut
connection up: as one is that was idle until somebody wrote.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from secrets import token_hex
from typing import Any, cast

import discord
from aiohttp import ClientConnectionError, ClientError, ClientResponse, ClientSession
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

WAITS = (0.1, 0.4)
"""Seconds before each new attempt at an answer."""
WAITS_TO_POST = (0.1, 0.5, 2.0)
"""The same for a message, which has more time."""
UNREACHED = (ClientError, OSError)
UNSENT = (discord.HTTPException, *UNREACHED)
"""Discord did not take it, or was not reached."""
SERVER_FAULT = 500
ACKNOWLEDGED, GONE = 40060, 10062
"""Discord's codes where an answer is there already, and where none is taken any more."""
CHOICES = discord.InteractionResponseType.autocomplete_result.value
log = logging.getLogger(__name__)


def deliver_with_care() -> None:
    """From now on, for whatever begins after it."""
    async_context.set(Deliverer())


class Deliverer(AsyncWebhookAdapter):
    """Sends answers."""

    async def request(self, route: Route, session: ClientSession, **how: Any) -> Any:
        """Sends one. Raises HTTPException; OSError or ClientError where the network stays away."""
        patient = PatientSession(session)
        try:
            return await super().request(route, cast("ClientSession", patient), **how)
        except discord.HTTPException as refusal:
            told: dict[str, object] = how.get("payload") or {}
            if refusal.code == GONE and told.get("type") == CHOICES:
                log.info("choices came after somebody had typed on")
                return None
            if refusal.code != ACKNOWLEDGED or not patient.repeated:
                raise
            # The attempt before came through and only its receipt was lost.
            return {"interaction": {"id": route.webhook_id, "type": discord.InteractionType.ping.value}}


class PatientSession:
    """A session for one request, which makes it again if need be. A form with files can be sent only once."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session
        self.repeated = False
        """Whether Discord may have got it before."""

    @asynccontextmanager
    async def request(self, method: str, url: str, **how: Any) -> AsyncGenerator[ClientResponse]:
        """The first answer that is no fault of a server, else the last."""
        waits = WAITS if how.get("data") is None or isinstance(how["data"], str) else ()
        for wait in waits:
            async with AsyncExitStack() as stack:
                try:
                    response = await stack.enter_async_context(self._session.request(method, url, **how))
                except ClientConnectionError:
                    response = None
                if response and response.status < SERVER_FAULT:
                    yield response
                    return
            self.repeated = True
            await asyncio.sleep(wait)
        async with self._session.request(method, url, **how) as response:
            yield response


async def post(send: Callable[..., Awaitable[discord.Message]], **what: Any) -> discord.Message:
    """Sends a message; by its nonce Discord knows a second attempt for the same, and posts it once.

    Raises one of UNSENT.
    """
    what = {"nonce": token_hex(12), **what}
    for wait in WAITS_TO_POST:
        try:
            return await send(**what)
        except UNREACHED:
            await asyncio.sleep(wait)
    return await send(**what)


def why_unsent(error: Exception) -> str:
    """For the log, without a word of what was sent."""
    if isinstance(error, discord.HTTPException):
        return f"Discord says {error.status}, code {error.code}"
    return f"Discord was not reached ({type(error).__name__})"
