"""The buttons of cards and the forms that they open."""

import re
from dataclasses import replace

import discord
from discord.ext import commands

from bot.cards.card import Does
from bot.cards.carrying import from_match, sign
from bot.cards.forms import LineForm
from bot.cards.orders import Order
from bot.client import Usher
from bot.desk import Desk
from knowledge.answering.answer import FACTS
from knowledge.questions import Question

FACTS_BY_SIGN = {part[:2]: part for part in FACTS}


class Pressing(commands.Cog):
    """What buttons do."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_press(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Does what a button says. A fault is told to the presser."""
        try:
            desk = self._bot.desk(interaction.guild_id)
            signs = {sign(topic): topic for topic in desk.guide.library.vocabulary.topics}
            await self._press(interaction, desk, Does(match["does"]), from_match(match, signs, FACTS_BY_SIGN))
        except Exception as error:
            await self._bot.failed(interaction, error)

    async def _press(
        self, interaction: discord.Interaction, desk: Desk, does: Does, question: Question
    ) -> None:
        locale = interaction.locale.value
        match does:
            case Does.ANSWER:
                await self._bot.show(interaction, desk.question(question, locale), private=True)
            case Does.SHARE:
                await self._share(interaction, desk, question)
            case Does.GLANCE:
                await self._bot.show(interaction, desk.film(question.movie or "", locale))
            case Does.WRONG | Does.NOTIFY:
                verb = does.name.lower()
                await self._bot.ordered(interaction, Order(verb, question.movie or "", question.words))
            case Does.ASK | Does.AGE:
                await self._open_form(interaction, desk, does, question)

    async def _share(self, interaction: discord.Interaction, desk: Desk, question: Question) -> None:
        shared = desk.question(question, interaction.locale.value)
        note = self._bot.say(interaction)("reply.shared_by")
        cards = tuple(replace(card.noting(note), private=False) for card in shared.cards)
        await self._bot.show(interaction, replace(shared, cards=cards))

    async def _open_form(
        self, interaction: discord.Interaction, desk: Desk, does: Does, question: Question
    ) -> None:
        async def typed(answered: discord.Interaction, text: str) -> None:
            locale = answered.locale.value
            by_age = does is Does.AGE
            found = desk.ages(text, question, locale) if by_age else desk.asked(text, question.movie, locale)
            await self._bot.show(answered, found)

        kind = "age" if does is Does.AGE else "ask"
        form = LineForm(self._bot.say(interaction), kind, typed, self._bot.failed)
        await interaction.response.send_modal(form)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Pressing(bot))
