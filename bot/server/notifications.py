"""The moderators' channel, the operator, and the channels that asked to hear when a film has its guide."""

import logging
from collections.abc import Collection, Mapping, Sequence

import discord

from bot.client import Usher
from bot.ui.card import Card, Does, Press
from bot.ui.card_view import view_of
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Phrases
from knowledge.entry import Movie
from knowledge.questions import Intent, Question
from knowledge.storage.owners import Owner, ServerId
from knowledge.storage.requests import take_requests

log = logging.getLogger(__name__)


async def tell_moderators(bot: Usher, server: ServerId, message: Message) -> bool:
    """Writes into the channel that the server chose; whether there is one and we may."""
    channel = bot.storage.settings(server).queue_channel
    return channel is not None and await _send(bot, channel, message_view(message))


async def tell_operators(bot: Usher, message: Message) -> None:
    """Writes to whoever runs the bot; whom no message reaches finds all in `/offers` as well."""
    for owner in await _owners(bot):
        try:
            person = await bot.fetch_user(owner)
            await person.send(view=message_view(message))
        except discord.HTTPException:
            log.warning("an operator could not be told of an offer; it waits in /offers")


async def _owners(bot: Usher) -> Collection[int]:
    if bot.user:
        await bot.is_owner(bot.user)  # This has the library ask Discord, once, who the owners are.
    return bot.owner_ids or tuple(filter(None, [bot.owner_id]))


async def announce(bot: Usher, server: Owner, movies: Sequence[Movie]) -> None:
    """Takes the films off the list of requests and tells the channels that want to know."""
    if not movies:
        return
    waiting = await bot.storage.save(take_requests, server, movies)
    for movie in movies:
        await _tell(bot, server, movie, waiting[movie.id])


async def _tell(bot: Usher, server: Owner, movie: Movie, channels: Mapping[int, str | None]) -> None:
    """Each in the language in which it was asked for, else in the server's."""
    for channel, locale in sorted(channels.items()):
        say = bot.replier(None).say(locale) if locale else bot.say_in(server)
        await _send(bot, channel, view_of((_news(movie, say),)))


def _news(movie: Movie, say: Phrases) -> Card:
    glance = Press(say("notice.open"), Does.GLANCE, Question(Intent.WARNINGS_OVERVIEW, movie.id), main=True)
    return Card(f"### {movie.heading}", (say("notice.there"),), presses=(glance,))


async def _send(bot: Usher, channel: int, view: discord.ui.LayoutView) -> bool:
    try:
        await bot.get_partial_messageable(channel).send(view=view)
    except discord.HTTPException:
        log.warning("a message for channel %s could not be sent", channel)
        return False
    return True
