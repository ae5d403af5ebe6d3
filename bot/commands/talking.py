"""Plain talk: a mention, a reply to one of our messages, a direct message."""

import logging
import re

import discord
from discord.ext import commands

from bot.cards.view import view_of
from bot.client import Usher, card_film
from bot.conversation import Spoken
from bot.desk import Cards, Desk
from bot.errors import explain

log = logging.getLogger(__name__)
LOCALE = "en"
"""A message says nothing of its writer's language."""


class Talking(commands.Cog):
    """Messages that are meant for us."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that speaks to us; says sorry where that fails."""
        if message.author.bot or not self._is_for_us(message):
            return
        try:
            await self._answer(message)
        except Exception as error:
            card = explain(error, self._desk(message).say(LOCALE))
            await message.reply(view=view_of((card,)), mention_author=False)

    def _is_for_us(self, message: discord.Message) -> bool:
        mentioned = self._bot.user in message.mentions
        return message.guild is None or mentioned or self._replied_to(message) is not None

    def _replied_to(self, message: discord.Message) -> discord.Message | None:
        """The message of ours that this one replies to."""
        referred = message.reference.resolved if message.reference else None
        if isinstance(referred, discord.Message) and referred.author == self._bot.user:
            return referred
        return None

    async def _answer(self, message: discord.Message) -> None:
        card = self._replied_to(message)
        person, channel = message.author.id, message.channel.id
        spoken = self._bot.conversation.last(person, channel)
        replied = card_film(card) if card else None
        if replied and (spoken is None or spoken.film != replied):
            spoken = Spoken(replied)
        found = self._cards(message, spoken, replied=card is not None)
        self._bot.remember(person, channel, found)
        fitting = self._bot.fitting(found.open, message.guild.id if message.guild else None)
        await message.reply(view=view_of(fitting.cards), mention_author=False)

    def _desk(self, message: discord.Message) -> Desk:
        return self._bot.desk(message.guild.id if message.guild else None)

    def _cards(self, message: discord.Message, spoken: Spoken | None, *, replied: bool) -> Cards:
        desk, words = self._desk(message), self._words(message)
        if words:
            film, last = (spoken.film, spoken.question) if spoken else (None, None)
            return desk.asked(words, film, LOCALE, last)
        return Cards(
            (desk.unheard(spoken.film if spoken else None, LOCALE) if replied else desk.hello(LOCALE),)
        )

    def _words(self, message: discord.Message) -> str:
        """What was said, without the mention of us."""
        me = self._bot.user.id if self._bot.user else 0
        return re.sub(rf"<@!?{me}>", " ", message.content).strip()


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Talking(bot))
