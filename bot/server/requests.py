"""Titles that were asked for and not found: counted, listed for moderators, announced when they are there."""

import asyncio
import logging
from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.feature import ModeratorFeature
from bot.notifications import announce
from bot.rights import OnlyInServers, Right, server_of
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, Card
from bot.ui.command_words import about
from bot.ui.film_label import label
from bot.ui.limits import CHOICE_NAME, CHOICES, clip
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, defer, send_or_edit
from knowledge.storage.database import DatabaseAway
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.requests import (
    Request,
    asked_for,
    drop_request,
    waited_for,
    want_notice,
    want_own_notice,
)

log = logging.getLogger(__name__)
MOST_LINES = 20
MOST_BUTTONS = 10
LONGEST_IN_BUTTON = 60
"""Letters of a title; a longer one stands in the menu alone."""


class RequestVerb(ActionVerb):
    """What is done here alone."""

    DROP = "drop_request"


class Requests(ModeratorFeature):
    """What people miss."""

    @app_commands.command(name="requests", description=about("requests"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def requests(self, interaction: discord.Interaction) -> None:
        """The most wanted first."""
        await defer(interaction)
        await self._list(Session(self.resources, interaction))

    @handles(Verb.NOTIFY, Right.ANYONE, defer=Defer.BESIDE)
    async def notify(self, interaction: discord.Interaction, action: Action) -> None:
        """Notes that this channel, or this person's direct message, wants to hear of the film."""
        server = None if interaction.context.dm_channel else server_of(interaction)
        channel = interaction.channel_id
        if channel is None:
            raise OnlyInServers
        self.resources.cooldown.count(interaction.user.id, Rate.NOTICE)
        say, title = self.resources.say(interaction), self._title(server, action)
        if server is None:
            key, person, locale = "requests.noted_here", interaction.user.id, interaction.locale.value
            noted = await self.resources.storage.save(want_own_notice, title, channel, person, locale)
        else:
            key = "requests.noted"
            noted = await self.resources.storage.save(want_notice, server, title, channel)
        await send_or_edit(
            interaction, text_message(say(key if noted else "requests.too_many", title=escape(title)))
        )

    def _title(self, server: ServerId | None, action: Action) -> str:
        """What the film is called, else what was typed."""
        film = self.resources.replier(server).guide.titles.named(action.movie) if action.movie else None
        return label(film) if film else action.detail

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Tells those who wait for a film that came with this Usher."""
        storage = self.resources.storage
        library = storage.library(None)
        try:
            films = await storage.read(waited_for, SHARED, library.films())
            await announce(self.resources, SHARED, [library[film.id] for film in films])
        except DatabaseAway:
            log.info("nobody could be told of new films: the database is away")

    @handles(RequestVerb.DROP, defer=Defer.HERE)
    async def drop(self, interaction: discord.Interaction, action: Action) -> None:
        """Takes a title off the list."""
        session = Session(self.resources, interaction)
        await self.resources.storage.save(drop_request, session.server, action.one())
        await self._list(session)

    async def _list(self, session: Session) -> None:
        wanted = await self.resources.storage.read(asked_for, session.server, CHOICES)
        replier = session.resources.replier(session.server)
        named = await asyncio.to_thread(lambda: [(replier.called(one.title), one) for one in wanted])
        await session.show(_message(named, session.say))


def _message(wanted: Sequence[tuple[str, Request]], say: Phrases) -> Message:
    if not wanted:
        return text_message(say("requests.none"))
    lines = [_line(name, one, say) for name, one in wanted[:MOST_LINES]]
    options = tuple(Option(clip(name, CHOICE_NAME), one.title[:100]) for name, one in wanted)
    menus = (
        Menu(say("requests.start"), Action(Verb.BEGIN), options),
        Menu(say("requests.drop"), Action(RequestVerb.DROP), options),
    )
    buttons = tuple(
        Button(say.label("requests.write_this", title=name), Action(Verb.BEGIN, detail=one.title))
        for name, one in wanted[:MOST_BUTTONS]
        if len(name) <= LONGEST_IN_BUTTON
    )
    return Message((Card(None, (say("requests.head"), *lines)),), menus, buttons)


def _line(name: str, one: Request, say: Phrases) -> str:
    when = Markdown(discord.utils.format_dt(one.last_asked, "R"))
    return say("requests.line", title=escape(name), count=one.count, when=when)
