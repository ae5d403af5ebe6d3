"""Plain talk: a mention, a reply to one of our messages, a direct message; also one by an edit."""

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from enum import Enum
from functools import partial

import discord
from discord.ext import commands

from bot.conversation import MINUTES, LastQuestion, Recent
from bot.cooldown import Rate
from bot.delivery import UNSENT, post, why_unsent
from bot.errors import explain
from bot.film.film_feature import FilmFeature
from bot.film.mention_cards import hello_card, role_card, unheard_card
from bot.film.replies import Replier
from bot.film.reply import Reply, Showing
from bot.resources import Resources
from bot.ui.action_ids import Names, decode
from bot.ui.message_view import KeptView
from bot.ui.phrases import ENGLISH

log = logging.getLogger(__name__)
WRITTEN = frozenset({discord.MessageType.default, discord.MessageType.reply})
"""All other types are the system's: a pin, a boost, the start of a thread."""
MOST_KNOWN = 10_000


class Addressed(Enum):
    """What a message is to us. Each is answered once, however often the message is edited."""

    QUESTION = "q"
    WITHOUT_WORDS = "w"
    """Nothing but a mention, or a reply whose text Discord does not give us."""
    TO_OUR_ROLE = "r"
    """It mentions the role that came with us, and Discord does not give us its text."""


class Messages(FilmFeature):
    """Messages that are meant for us."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self._answered: Recent[tuple[int, Addressed], bool] = Recent(resources.conversation.clock, MOST_KNOWN)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that speaks to us."""
        await self._answer(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answers one that speaks to us since its writer edited it; a preview that was added is no edit."""
        edited = payload.message.edited_at
        if edited and edited - payload.message.created_at <= timedelta(minutes=MINUTES):
            await self._answer(payload.message)

    async def _answer(self, message: discord.Message) -> None:
        addressed = self._addressed_in(message)
        if addressed is None or self._answered.get((message.id, addressed)):
            return
        self._answered.put((message.id, addressed), True)
        try:
            reply = self._reply(message, addressed)
        except Exception as error:
            reply = Reply((explain(error, self._replier(message).say(_locale(message))),))
        # All see the answer, and only moderators write.
        place = self.responder.place(message.guild.id if message.guild else None, direct=not message.guild)
        showing = Showing(place)
        sent = await _send(message, reply.view(showing), nonce=f"{message.id}{addressed.value}")
        if sent:
            await self.responder.add_picture(reply, showing, sent.edit)
        await self.responder.count_missed(reply, message.guild.id if message.guild else None)

    def _addressed_in(self, message: discord.Message) -> Addressed | None:
        if message.author.bot or message.type not in WRITTEN:
            return None
        guild = message.guild
        if guild is None or self.resources.client.user in message.mentions or self._replied_to(message):
            return Addressed.QUESTION if self._words(message) else Addressed.WITHOUT_WORDS
        ours = [role for role in message.role_mentions if role.managed and role in guild.me.roles]
        return Addressed.TO_OUR_ROLE if ours else None

    def _replied_to(self, message: discord.Message) -> discord.Message | None:
        """The message of ours that this one replies to."""
        is_reply = message.type is discord.MessageType.reply
        referred = message.reference.resolved if is_reply and message.reference else None
        if isinstance(referred, discord.Message) and referred.author == self.resources.client.user:
            return referred
        return None

    def _reply(self, message: discord.Message, addressed: Addressed) -> Reply:
        """What to say. Raises CommandOnCooldown."""
        person, channel = message.author.id, message.channel.id
        self.resources.cooldown.count(person, Rate.QUESTION)
        spoken = self._spoken(message)
        film = spoken.film if spoken else None
        replier, locale = self._replier(message), _locale(message)
        match addressed:
            case Addressed.QUESTION:
                last = spoken.question if spoken else None
                found = replier.asked(self._words(message), film, locale, last)
            case Addressed.WITHOUT_WORDS if self._replied_to(message):
                found = Reply((unheard_card(film, replier.say(locale)),))
            case Addressed.WITHOUT_WORDS:
                found = Reply((hello_card(replier.say(locale)),))
            case Addressed.TO_OUR_ROLE:
                me = self.resources.client.user.mention if self.resources.client.user else ""
                found = Reply((role_card(me, replier.say(locale)),))
        self.responder.remember(person, channel, found, private=False)
        return found

    def _spoken(self, message: discord.Message) -> LastQuestion | None:
        """What is spoken of; what was asked in private is not asked again where all can see."""
        spoken = self.resources.conversation.last(message.author.id, message.channel.id)
        card = self._replied_to(message)
        replied = card_film(card) if card else None
        if replied and (spoken is None or spoken.film != replied):
            return LastQuestion(replied)
        return LastQuestion(spoken.film) if spoken and spoken.private else spoken

    def _replier(self, message: discord.Message) -> Replier:
        return self.resources.replier(message.guild.id if message.guild else None)

    def _words(self, message: discord.Message) -> str:
        """What was said, without the mention of us."""
        me = self.resources.client.user.id if self.resources.client.user else 0
        return re.sub(rf"<@!?{me}>", " ", message.content).strip()


async def _send(message: discord.Message, view: KeptView, nonce: str) -> discord.Message | None:
    """Sends it as a reply, else beside the message: it may be gone, or its history closed to us."""
    why = ""
    for send in (partial(message.reply, mention_author=False), message.channel.send):
        try:
            return await post(send, view=view, nonce=nonce)
        except UNSENT as error:
            why = why_unsent(error)
    log.warning("an answer could not be sent: %s", why)
    return None


def _locale(message: discord.Message) -> str:
    """A message says nothing of its writer's language; where its words do not, the server's is likely."""
    return message.guild.preferred_locale.value if message.guild else ENGLISH


def card_film(message: discord.Message) -> str | None:
    """The film that a message of ours is about, read from its buttons."""
    for component in _components(message.components):
        action = decode(str(getattr(component, "custom_id", "")), Names())
        if action and action.question and action.movie:
            return action.movie
    return None


def _components(components: Iterable[discord.Component]) -> Iterator[discord.Component]:
    for component in components:
        yield component
        yield from _components(getattr(component, "children", ()))
