"""Titles that were asked for and not found: counted, listed for moderators, announced when they are there."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.cooldown import Rate
from bot.dispatch import Moderators, hears
from bot.entry.session import ModeratorSession
from bot.film.not_found_cards import label
from bot.rights import OnlyInServers, server_of
from bot.server.notifications import announce, tell_moderators
from bot.ui.actions import Action
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICES
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Button, ButtonStyle, Menu, Message, Option, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, send_or_edit
from knowledge.storage.database import DatabaseAway
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.requests import (
    Request,
    ask,
    asked_for,
    drop_request,
    waited_for,
    want_notice,
    want_own_notice,
)

log = logging.getLogger(__name__)
TOLD_AT = frozenset({3, 10, 30, 100, 300, 1000})
"""How often a title is asked for when the moderators' channel hears of it: not at every typing fault."""
MOST_LINES = 20


class Requests(Moderators):
    """What people miss."""

    @app_commands.command(name="requests", description=about("requests"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def requests(self, interaction: discord.Interaction[Usher]) -> None:
        """The most wanted first."""
        await defer(interaction)
        await self._list(ModeratorSession(self.bot, interaction))

    @commands.Cog.listener()
    async def on_missed(self, server: int, title: str) -> None:
        """Counts it; no user, no channel."""
        try:
            asked = await self.bot.storage.save(ask, ServerId(server), title)
        except DatabaseAway:
            log.info("a request could not be counted: the database is away")
            return
        if asked and asked.count in TOLD_AT:
            say = self.bot.say_in(server)
            await tell_moderators(self.bot, ServerId(server), _wanted(asked, say))

    @hears("notify", anyone=True)
    async def notify(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Notes that this channel, or this person's direct message, wants to hear of the film."""
        server = None if interaction.context.dm_channel else server_of(interaction)
        channel = interaction.channel_id
        if channel is None:
            raise OnlyInServers
        self.bot.cooldown.count(interaction.user.id, Rate.NOTICE)
        say, title = self.bot.say(interaction), self._title(server, action)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if server is None:
            key, person, locale = "requests.noted_here", interaction.user.id, interaction.locale.value
            noted = await self.bot.storage.save(want_own_notice, title, channel, person, locale)
        else:
            key = "requests.noted"
            noted = await self.bot.storage.save(want_notice, server, title, channel)
        await send_or_edit(
            interaction, text_message(say(key if noted else "requests.too_many", title=escape(title)))
        )

    def _title(self, server: ServerId | None, action: Action) -> str:
        """What the film is called, else what was typed."""
        film = self.bot.replier(server).guide.titles.named(action.movie) if action.movie else None
        return label(film) if film else action.detail

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Tells those who wait for a film that came with this Usher."""
        movies = tuple(self.bot.storage.library(None).movies.values())
        try:
            await announce(self.bot, SHARED, await self.bot.storage.read(waited_for, SHARED, movies))
        except DatabaseAway:
            log.info("nobody could be told of new films: the database is away")

    @hears("drop_request")
    async def drop(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Takes a title off the list."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        await self.bot.storage.save(drop_request, session.server, action.one())
        await self._list(session)

    async def _list(self, session: ModeratorSession) -> None:
        wanted = await self.bot.storage.read(asked_for, session.server, CHOICES)
        await session.show(_board(wanted, session.say))


def _board(wanted: tuple[Request, ...], say: Phrases) -> Message:
    if not wanted:
        return text_message(say("requests.none"))
    lines = [_line(one, say) for one in wanted[:MOST_LINES]]
    options = tuple(Option(one.title, one.title[:100]) for one in wanted)
    menus = (
        Menu(say("requests.start"), Action("begin"), options),
        Menu(say("requests.drop"), Action("drop_request"), options),
    )
    return Message((Card(None, (say("requests.head"), *lines)),), menus)


def _line(one: Request, say: Phrases) -> str:
    when = Markdown(discord.utils.format_dt(one.last_asked, "R"))
    return say("requests.line", title=escape(one.title), count=one.count, when=when)


def _wanted(asked: Request, say: Phrases) -> Message:
    start = Button(say("requests.write"), Action("begin", detail=asked.title), ButtonStyle.MAIN)
    return text_message(
        say("requests.wanted", title=escape(asked.title), count=asked.count), actions=(start,)
    )


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Requests(bot))
