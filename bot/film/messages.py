"""Plain talk: a mention, a reply to one of our messages, a direct message; also one by an edit."""

import logging
import re
from datetime import timedelta
from enum import Enum

import discord
from discord.ext import commands

from bot.client import Usher, card_film
from bot.conversation import MINUTES, LastQuestion, Recent
from bot.cooldown import Rate
from bot.errors import explain
from bot.film.replies import Replier, Reply
from bot.ui.card import Does
from bot.ui.card_view import view_of
from bot.ui.phrases import ENGLISH

log = logging.getLogger(__name__)
WRITTEN = frozenset({discord.MessageType.default, discord.MessageType.reply})
"""All other types are the system's: a pin, a boost, the start of a thread."""
MOST_HEARD = 10_000


class Heard(Enum):
    """What a message is to us. Each is answered once, however often the message is edited."""

    QUESTION = "q"
    WITHOUT_WORDS = "w"
    """Nothing but a mention, or a reply whose text Discord does not give us."""
    TO_OUR_ROLE = "r"
    """It mentions the role that came with us, and Discord does not give us its text."""


class Messages(commands.Cog):
    """Messages that are meant for us."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot
        self._heard: Recent[tuple[int, Heard], bool] = Recent(bot.conversation.clock, MOST_HEARD)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that speaks to us."""
        await self._hear(message)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Answers one that speaks to us since its writer edited it; a preview that was added is no edit."""
        edited = payload.message.edited_at
        if edited and edited - payload.message.created_at <= timedelta(minutes=MINUTES):
            await self._hear(payload.message)

    async def _hear(self, message: discord.Message) -> None:
        heard = self._heard_in(message)
        if heard is None or self._heard.get((message.id, heard)):
            return
        self._heard.put((message.id, heard), True)
        try:
            cards = self._cards(message, heard)
        except Exception as error:
            cards = Reply((explain(error, self._desk(message).say(_locale(message))),))
        await _reply(message, cards, nonce=f"{message.id}{heard.value}")

    def _heard_in(self, message: discord.Message) -> Heard | None:
        if message.author.bot or message.type not in WRITTEN:
            return None
        guild = message.guild
        if guild is None or self._bot.user in message.mentions or self._replied_to(message):
            return Heard.QUESTION if self._words(message) else Heard.WITHOUT_WORDS
        ours = [role for role in message.role_mentions if role.managed and role in guild.me.roles]
        return Heard.TO_OUR_ROLE if ours else None

    def _replied_to(self, message: discord.Message) -> discord.Message | None:
        """The message of ours that this one replies to."""
        is_reply = message.type is discord.MessageType.reply
        referred = message.reference.resolved if is_reply and message.reference else None
        if isinstance(referred, discord.Message) and referred.author == self._bot.user:
            return referred
        return None

    def _cards(self, message: discord.Message, heard: Heard) -> Reply:
        """What to say. Raises CommandOnCooldown."""
        person, channel = message.author.id, message.channel.id
        self._bot.cooldown.count(person, Rate.QUESTION)
        spoken = self._spoken(message)
        film = spoken.film if spoken else None
        replier, locale = self._desk(message), _locale(message)
        match heard:
            case Heard.QUESTION:
                last = spoken.question if spoken else None
                found = replier.asked(self._words(message), film, locale, last)
            case Heard.WITHOUT_WORDS if self._replied_to(message):
                found = Reply((replier.unheard(film, locale),))
            case Heard.WITHOUT_WORDS:
                found = Reply((replier.hello(locale),))
            case Heard.TO_OUR_ROLE:
                me = self._bot.user.mention if self._bot.user else ""
                found = Reply((replier.by_role(me, locale),))
        self._bot.remember(person, channel, found, private=False)
        if message.guild is None:
            return self._bot.fitting(found.open, None, direct=True)
        # All see the answer, and only moderators write.
        return self._bot.fitting(found.open, message.guild.id).without(Does.WRITE)

    def _spoken(self, message: discord.Message) -> LastQuestion | None:
        """What is spoken of; what was asked in private is not asked again where all can see."""
        spoken = self._bot.conversation.last(message.author.id, message.channel.id)
        card = self._replied_to(message)
        replied = card_film(card) if card else None
        if replied and (spoken is None or spoken.film != replied):
            return LastQuestion(replied)
        return LastQuestion(spoken.film) if spoken and spoken.private else spoken

    def _desk(self, message: discord.Message) -> Replier:
        return self._bot.replier(message.guild.id if message.guild else None)

    def _words(self, message: discord.Message) -> str:
        """What was said, without the mention of us."""
        me = self._bot.user.id if self._bot.user else 0
        return re.sub(rf"<@!?{me}>", " ", message.content).strip()


async def _reply(message: discord.Message, cards: Reply, nonce: str) -> None:
    """Sends it as a reply, else beside the message: it may be gone, or its history closed to us.

    By the nonce Discord knows a second attempt for the same, and posts it once.
    """
    view = view_of(cards.cards)
    try:
        await message.reply(view=view, mention_author=False, nonce=nonce)
    except discord.HTTPException:
        try:
            await message.channel.send(view=view, nonce=nonce)
        except discord.HTTPException as error:
            log.warning("an answer could not be sent: Discord says %s, code %s", error.status, error.code)


def _locale(message: discord.Message) -> str:
    """A message says nothing of its writer's language; where its words do not, the server's is likely."""
    return message.guild.preferred_locale.value if message.guild else ENGLISH


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Messages(bot))
