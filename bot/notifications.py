"""The moderators' channel, the operator, and the channels that asked to hear when a film has its guide."""

import logging
from collections.abc import Collection, Mapping, Sequence

from bot.delivery import UNSENT, post, why_unsent
from bot.resources import Resources
from bot.ui.actions import Verb
from bot.ui.card import ButtonStyle, Card, question_button
from bot.ui.film_label import label
from bot.ui.markdown import heading
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Phrases
from knowledge.entry import Movie
from knowledge.questions import Intent, Question
from knowledge.storage.owners import Owner, ServerId
from knowledge.storage.requests import take_requests, take_titles
from knowledge.titles.films import Film

log = logging.getLogger(__name__)


async def tell_moderators(resources: Resources, server: ServerId, message: Message) -> bool:
    """Writes into the channel that the server chose; whether there is one and we may."""
    channel = resources.storage.settings(server).queue_channel
    return channel is not None and await _send(resources, channel, message)


async def tell_operators(resources: Resources, message: Message) -> None:
    """Writes to whoever runs the bot; whom no message reaches finds all in `/offers` as well."""
    for owner in await _owners(resources):
        try:
            await _send_to(resources, owner, message)
        except UNSENT:
            log.warning("an operator could not be told of an offer; it waits in /offers")


async def _owners(resources: Resources) -> Collection[int]:
    client = resources.client
    if client.user:
        await client.is_owner(client.user)  # This has the library ask Discord, once, who the owners are.
    return client.owner_ids or tuple(filter(None, [client.owner_id]))


async def announce(resources: Resources, server: Owner, movies: Sequence[Movie]) -> None:
    """Takes the films off the list of requests and tells the channels that want to know."""
    if not movies:
        return
    waiting = await resources.storage.save(take_requests, server, movies)
    for movie in movies:
        await _tell(resources, server, movie, waiting[movie.id])


async def announce_families(resources: Resources, server: ServerId, film: Film, count: int) -> None:
    """Takes a film off the list of requests and tells the channels that want to know: families have told."""
    names = (film.title, *film.names)
    waiting = await resources.storage.save(take_titles, server, names, film.year)
    say = resources.say_in(server)
    question = Question(Intent.REVIEW_SUMMARY, film.id)
    shown = question_button(say("notice.open"), Verb.GLANCE, question, ButtonStyle.MAIN)
    card = Card(heading(label(film)), (say("notice.families", count=count),), buttons=(shown,))
    for channel in sorted(waiting):
        await _send(resources, channel, Message((card,)))


async def tell_person(resources: Resources, person: int, message: Message) -> bool:
    """Writes to somebody in a direct message; whether it reached them."""
    try:
        await _send_to(resources, person, message)
    except UNSENT:
        log.info("somebody takes no direct message; what it said stands in /review mine")
        return False
    return True


async def _tell(
    resources: Resources, server: Owner, movie: Movie, channels: Mapping[int, str | None]
) -> None:
    """Each in the language in which it was asked for, else in the server's."""
    for channel, locale in sorted(channels.items()):
        say = resources.replier(None).say(locale) if locale else resources.say_in(server)
        await _send(resources, channel, Message((_news(movie, say),)))


def _news(movie: Movie, say: Phrases) -> Card:
    question = Question(Intent.WARNINGS_OVERVIEW, movie.id)
    glance = question_button(say("notice.open"), Verb.GLANCE, question, ButtonStyle.MAIN)
    return Card(f"### {movie.heading}", (say("notice.there"),), buttons=(glance,))


async def _send(resources: Resources, channel: int, message: Message) -> bool:
    try:
        await post(resources.client.get_partial_messageable(channel).send, view=message_view(message))
    except UNSENT as error:
        log.warning("a message for channel %s could not be sent: %s", channel, why_unsent(error))
        return False
    return True


async def _send_to(resources: Resources, person: int, message: Message) -> None:
    """In a direct message. Raises one of UNSENT."""
    await post((await resources.client.fetch_user(person)).send, view=message_view(message))
