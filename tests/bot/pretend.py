"""A pretend Discord with the real bot in it, and what people do there. What they see: seen.py.

These two are the one place where tests know simcord. It does not check autocomplete and registration limits,
upload sizes or URL schemes, and always says en-US: tests of ours do not rely on it for these.
"""

import json
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import discord
import simcord
from simcord.results import to_discord_message

from knowledge.storage.owners import ServerId
from tests.bot.seen import Opened, Seen, opened, posted, seen_of

PATIENCE = 60.0
"""Seconds until simcord gives up waiting for the bot; no time is asserted, and a machine may be busy."""


class Person:
    """Somebody in the server, and what they can do."""

    def __init__(self, world: "World", actor: simcord.MemberActor) -> None:
        self._world = world
        self.actor = actor

    async def slash(self, name: str, /, **options: Any) -> Seen:
        """Types a command in the channel."""
        return seen_of(await self.actor.slash(self._world.channel, name, **options))

    async def slash_in_dm(self, name: str, **options: Any) -> Seen:
        """Types a command in the direct message with the bot."""
        return seen_of(await self.actor.user.slash(name, **options))

    async def types(self, command: str, option: str, text: str) -> list[dict[str, Any]]:
        """The choices that a half-typed option offers."""
        return await self.actor.autocomplete(self._world.channel, command, option, text)

    async def says(self, text: str, reply_to: Seen | None = None) -> Seen | None:
        """Writes in the channel; what the bot says to it, if it does."""
        channel = self._world.channel
        before = self._world.count(channel)
        await self.actor.send(channel, text, reply_to=reply_to.message if reply_to else None)
        return self._world.newest(channel, before + 1)

    async def edits(self, message: discord.Message, text: str) -> Seen | None:
        """Changes what they wrote; what the bot says to it, if it does."""
        before = self._world.count(self._world.channel)
        await self.actor.edit(message, text)
        return self._world.newest(self._world.channel, before)

    async def mentions(self, text: str) -> Seen | None:
        """Writes to the bot by name."""
        return await self.says(f"{self._world.mention} {text}".strip())

    async def whispers(self, text: str) -> Seen | None:
        """Writes to the bot in a direct message."""
        user = self.actor.user
        await user.send_dm(text)
        return self._world.newest(user.dm_channel, 0)

    async def presses(self, seen: Seen, label: str) -> Seen:
        """Presses a button by its label."""
        return seen_of(await self._anywhere(seen).click(seen.message, label=label))

    async def fills(self, seen: Seen, label: str, line: str) -> Seen:
        """Presses a button that opens a form of one line, and sends it."""
        return await self.sends(await self.opens(seen, label), line=line)

    async def opens(self, seen: Seen, label: str) -> Opened:
        """Presses a button that opens a form."""
        by = self._anywhere(seen)
        return opened(await by.click(seen.message, label=label), by)

    async def slash_opens(self, name: str, /, **options: Any) -> Opened:
        """Types a command that opens a form."""
        return opened(await self.actor.slash(self._world.channel, name, **options), self.actor)

    async def chooses(self, seen: Seen, value: str, menu: int = 0) -> Seen:
        """Chooses a line of the menu that has it; `menu` says which, where several do."""
        return seen_of(await self._choose(seen, value, menu))

    async def chooses_to_fill(self, seen: Seen, value: str) -> Opened:
        """Chooses a line of a menu that opens a form."""
        return opened(await self._choose(seen, value), self._anywhere(seen))

    async def sends(self, form: Opened, **values: Any) -> Seen:
        """Sends a form; what is not given stays as the form opened."""
        return seen_of(await form.by.submit_modal(form.result, {**form.held, **values}))

    async def _choose(self, seen: Seen, value: str, menu: int = 0) -> simcord.InteractionResult:
        fitting = [one for one in seen.menus if value in [option["value"] for option in one["options"]]]
        return await self._anywhere(seen).select(seen.message, [value], custom_id=fitting[menu]["custom_id"])

    def _anywhere(self, seen: Seen) -> Any:
        """The person where the message is: in the server, or in the direct message."""
        user, message = self.actor.user, seen.message
        channel = message.channel.id if isinstance(message, discord.Message) else message.channel_id
        return user if channel == user.dm_channel.id else self.actor

    async def uploads(self, name: str, file: str, data: bytes) -> Seen:
        """Types a command with a file."""
        return await self.slash(name, file=(file, data))

    async def asks_about(self, message: discord.Message) -> Seen:
        """Uses the message menu."""
        return seen_of(await self.actor.context_menu(self._world.channel, "Ask Usher", message))


class World:
    """One server with one channel, the bot in it."""

    def __init__(self, env: simcord.Env, locale: str = "en-US") -> None:
        self.env = env
        self.server = env.create_guild(name="School", preferred_locale=locale)
        self.channel = self.server.create_text_channel("films")

    @property
    def here(self) -> ServerId:
        """The server's id."""
        return ServerId(self.server.id)

    @property
    def mention(self) -> str:
        """How the bot is mentioned."""
        user = self.env.bot.user
        return user.mention if user else ""

    def person(self, name: str = "parent", *roles: simcord.RoleHandle) -> Person:
        """A new member."""
        return Person(self, self.server.add_member(self.env.create_user(name), roles=roles))

    def also_here(self, person: Person, *roles: simcord.RoleHandle) -> Person:
        """The same person, in this server as well."""
        return Person(self, self.server.add_member(person.actor.user, roles=roles))

    def moderator(self, name: str = "moderator") -> Person:
        """A new member who may manage the server."""
        return self.person(name, self.staff())

    def operator(self) -> Person:
        """The person who runs the bot."""
        person = self.person("operator")
        self.env.bot.owner_id = person.actor.id  # type: ignore[attr-defined]  # simcord knows a Client only
        return person

    async def let_in(self, person: Person) -> None:
        """An admin lets somebody see all commands, whatever their defaults are."""
        bot: Any = self.env.bot
        commands: list[Any] = await bot.tree.fetch_commands()
        for command in commands:
            self.server.set_command_permissions(command, {person.actor: True})

    def staff(self) -> simcord.RoleHandle:
        """A role that may manage the server."""
        return self.server.create_role("staff", permissions=discord.Permissions(manage_guild=True))

    def take_roles(self, person: Person) -> None:
        """A member has no role any more."""
        self.env.backend.edit_member(self.server.id, person.actor.id, {"role_ids": []})

    async def posts(self, view: discord.ui.LayoutView) -> Seen:
        """The bot writes something in the channel, as it may have done long ago."""
        channel = self.env.bot.get_partial_messageable(self.channel.id)
        return posted(await channel.send(view=view))

    def count(self, channel: Any) -> int:
        """How many messages all can see there."""
        return len(self._public(channel))

    def newest(self, channel: Any, after: int) -> Seen | None:
        """The bot's newest message among those after the first few."""
        me = self.env.bot.user.id if self.env.bot.user else 0
        mine = [message for message in self._public(channel)[after:] if message.author_id == me]
        return posted(to_discord_message(self.env, mine[-1])) if mine else None

    def _public(self, channel: Any) -> list[Any]:
        """As simcord keeps them: it copies every message deeply when it is asked for a channel's history."""
        kept = self.env.backend.messages.get(channel.id, {})
        return [kept[number] for number in sorted(kept) if kept[number].visible_to(None)]

    async def restart(self, bot: discord.Client) -> None:
        """The bot stops, and another one starts; messages stay."""
        await self.env.restart_bot(bot)

    @property
    def pings(self) -> list[str]:
        """Every message in which the bot allowed itself to ping somebody: none."""
        sent = (json.dumps(request.json) for request in self.env.http_requests)
        allowed = (re.findall(r'"allowed_mentions": (\{[^}]*\})', body) for body in sent)
        return [one for each in allowed for one in each if json.loads(one).get("parse")]


LOOKS_AGAIN = 0.002
"""Seconds after which it is looked whether the bot is done, where nothing that it waits for would say so."""


class PatientEnv(simcord.Env):
    """One that gives a bot as much time to start as to answer, and does not wait once it is done.

    simcord by itself gives it five seconds to start, and looks 20 times a second: half of a test's time.
    """

    async def _settle_internal(
        self, *, timeout: float | None = None, idle: float | None = None, **more: Any
    ) -> None:
        del timeout, idle
        await super()._settle_internal(idle=LOOKS_AGAIN, **more)


@asynccontextmanager
async def pretend(
    bot: discord.Client, *, errors: bool = True, locale: str = "en-US"
) -> AsyncGenerator[World]:
    """The world, running; with `errors` any error that the bot swallowed fails the test."""
    # Not simcord.run: it keeps a context variable, which a fixture's two halves do not share.
    env = PatientEnv(bot, shard_count=1, check_errors=errors, settle_timeout=PATIENCE)
    await env.start()
    try:
        yield World(env, locale)
    finally:
        await env.shutdown()
    if errors:
        env.raise_errors()
