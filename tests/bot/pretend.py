"""A pretend Discord with the real bot in it: the one place where tests know simcord.

Tests speak of what a person does and sees. simcord does not check autocomplete and registration limits,
upload sizes or URL schemes, and always says en-US: tests of ours do not rely on it for these.
"""

import json
import re
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord
import simcord

Parts = list[dict[str, Any]]


@dataclass(frozen=True)
class Seen:
    """What a person sees of an answer."""

    message: Any
    components: Parts
    private: bool

    @property
    def text(self) -> str:
        """Every text of the message, in order."""
        texts = [part["content"] for part in walk(self.components) if part.get("type") == 10]
        return "\n".join([self.message.content or "", *texts]).strip()

    @property
    def open_text(self) -> str:
        """What is read without pressing a spoiler."""
        return "".join(self.text.split("||")[::2])

    @property
    def heading(self) -> str:
        """The first line."""
        return self.text.splitlines()[0]

    @property
    def first(self) -> str:
        """The line after the heading: the answer."""
        return self.text.splitlines()[1]

    @property
    def labels(self) -> list[str]:
        """The buttons."""
        return [part["label"] for part in walk(self.components) if part.get("type") == 2]

    @property
    def menus(self) -> Parts:
        """The menus."""
        return [part for part in walk(self.components) if part.get("type") == 3]

    @property
    def custom_ids(self) -> list[str]:
        """What the buttons carry."""
        return [part["custom_id"] for part in walk(self.components) if part.get("type") == 2]


@dataclass(frozen=True)
class Opened:
    """A form that is open before a person."""

    result: simcord.InteractionResult
    by: Any
    """Who it is open before."""

    @property
    def controls(self) -> dict[str, dict[str, Any]]:
        """Its fields by name."""
        parts = (self.result.modal or {}).get("components", [])
        inner = (part["component"] for part in parts if "component" in part)
        return {part["custom_id"]: part for part in inner}

    @property
    def note(self) -> str:
        """What stands above its fields."""
        parts = (self.result.modal or {}).get("components", [])
        return "\n".join(part["content"] for part in parts if "content" in part)

    @property
    def held(self) -> dict[str, Any]:
        """What its fields hold when it opens, as far as they are texts and choices."""
        found = {name: _held(control) for name, control in self.controls.items()}
        return {name: value for name, value in found.items() if value}


def _held(control: dict[str, Any]) -> Any:
    chosen = [one["value"] for one in control.get("options", []) if one.get("default")]
    match control["type"]:
        case 4:
            return control.get("value")
        case 21:
            return "".join(chosen)
        case _:
            return chosen


def walk(parts: Parts) -> Iterator[dict[str, Any]]:
    """Every component, outer ones first."""
    for part in parts:
        yield part
        yield from walk(part.get("components", []))


class Person:
    """Somebody in the server, and what they can do."""

    def __init__(self, world: "World", actor: simcord.MemberActor) -> None:
        self._world = world
        self.actor = actor

    async def slash(self, name: str, /, **options: Any) -> Seen:
        """Types a command in the channel."""
        return _seen(await self.actor.slash(self._world.channel, name, **options))

    async def slash_in_dm(self, name: str, **options: Any) -> Seen:
        """Types a command in the direct message with the bot."""
        return _seen(await self.actor.user.slash(name, **options))

    async def types(self, command: str, option: str, text: str) -> list[dict[str, Any]]:
        """The choices that a half-typed option offers."""
        return await self.actor.autocomplete(self._world.channel, command, option, text)

    async def says(self, text: str, reply_to: Seen | None = None) -> Seen | None:
        """Writes in the channel; what the bot says to it, if it does."""
        channel = self._world.channel
        before = len(channel.history())
        await self.actor.send(channel, text, reply_to=reply_to.message if reply_to else None)
        return self._world.newest(channel, before + 1)

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
        return _seen(await self._anywhere(seen).click(seen.message, label=label))

    async def fills(self, seen: Seen, label: str, line: str) -> Seen:
        """Presses a button that opens a form of one line, and sends it."""
        form = await self.actor.click(seen.message, label=label)
        assert form.modal is not None, "no form opened"
        return _seen(await self.actor.submit_modal(form, {"line": line}))

    async def opens(self, seen: Seen, label: str) -> "Opened":
        """Presses a button that opens a form."""
        by = self._anywhere(seen)
        return _opened(await by.click(seen.message, label=label), by)

    async def slash_opens(self, name: str, /, **options: Any) -> "Opened":
        """Types a command that opens a form."""
        return _opened(await self.actor.slash(self._world.channel, name, **options), self.actor)

    async def chooses(self, seen: Seen, value: str, menu: int = 0) -> Seen:
        """Chooses a line of the menu that has it; `menu` says which, where several do."""
        return _seen(await self._choose(seen, value, menu))

    async def chooses_to_fill(self, seen: Seen, value: str) -> "Opened":
        """Chooses a line of a menu that opens a form."""
        return _opened(await self._choose(seen, value), self._anywhere(seen))

    async def sends(self, form: "Opened", **values: Any) -> Seen:
        """Sends a form; what is not given stays as the form opened."""
        return _seen(await form.by.submit_modal(form.result, {**form.held, **values}))

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
        return _seen(await self.actor.context_menu(self._world.channel, "Ask Usher", message))


class World:
    """One server with one channel, the bot in it."""

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self.server = env.create_guild(name="School")
        self.channel = self.server.create_text_channel("films")

    @property
    def mention(self) -> str:
        """How the bot is mentioned."""
        user = self.env.bot.user
        return user.mention if user else ""

    def person(self, name: str = "parent", *roles: simcord.RoleHandle) -> Person:
        """A new member."""
        return Person(self, self.server.add_member(self.env.create_user(name), roles=roles))

    def moderator(self, name: str = "moderator") -> Person:
        """A new member who may manage the server."""
        role = self.server.create_role("staff", permissions=discord.Permissions(manage_guild=True))
        return Person(self, self.server.add_member(self.env.create_user(name), roles=[role]))

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

    def take_roles(self, person: Person) -> None:
        """A member has no role any more."""
        self.env.backend.edit_member(self.server.id, person.actor.id, {"role_ids": []})

    async def posts(self, view: discord.ui.LayoutView) -> Seen:
        """The bot writes something in the channel, as it may have done long ago."""
        channel = self.env.bot.get_partial_messageable(self.channel.id)
        return _posted(await channel.send(view=view))

    def newest(self, channel: Any, after: int) -> Seen | None:
        """The bot's newest message among those after the first few."""
        for message in reversed(list(channel.history())[after:]):
            if message.author == self.env.bot.user:
                return _posted(message)
        return None

    async def restart(self, bot: discord.Client) -> None:
        """The bot stops, and another one starts; messages stay."""
        await self.env.restart_bot(bot)

    @property
    def pings(self) -> list[str]:
        """Every message in which the bot allowed itself to ping somebody: none."""
        sent = (json.dumps(request.json) for request in self.env.http_requests)
        allowed = (re.findall(r'"allowed_mentions": (\{[^}]*\})', body) for body in sent)
        return [one for each in allowed for one in each if json.loads(one).get("parse")]


@asynccontextmanager
async def pretend(bot: discord.Client, *, errors: bool = True) -> AsyncGenerator[World]:
    """The world, running; with `errors` any error that the bot swallowed fails the test."""
    # Not simcord.run: it keeps a context variable, which a fixture's two halves do not share.
    env = simcord.Env(bot, shard_count=1, check_errors=errors)
    await env.start()
    try:
        yield World(env)
    finally:
        await env.shutdown()
    if errors:
        env.raise_errors()


def _posted(message: discord.Message) -> Seen:
    parts: list[Any] = [part.to_dict() for part in message.components]
    return Seen(message, parts, private=False)


def _opened(result: simcord.InteractionResult, by: Any) -> Opened:
    assert result.modal is not None, "no form opened"
    return Opened(result, by)


def _seen(result: simcord.InteractionResult) -> Seen:
    shown = result.response or (result.followups[0] if result.followups else None)
    assert shown is not None, "nobody is left without an answer"
    return Seen(shown, shown.components, shown.ephemeral)
