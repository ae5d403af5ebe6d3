"""The buttons of cards and the forms that they open."""

import re

import discord
from discord.ext import commands

from bot.client import Usher
from bot.dispatch import hears
from bot.film.film_forms import LINE, age_form, ask_form
from bot.film.replies import Replier, Reply
from bot.ui.actions import Action
from bot.ui.card import Does
from bot.ui.question_ids import from_match, topic_code
from bot.ui.responses import open_form
from knowledge.answering.answer import FACTS
from knowledge.questions import Intent, Question

FACTS_BY_SIGN = {part[:2]: part for part in (*FACTS, "where_to_watch")}


class Buttons(commands.Cog):
    """What buttons do."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_press(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Does what a button says. A fault is told to the presser."""
        try:
            library = self._bot.storage.library(interaction.guild_id)
            signs = {topic_code(topic): topic for topic in library.vocabulary.topics}
            question = from_match(match, signs, FACTS_BY_SIGN, lambda: library.movies)
            await self._press(interaction, Does(match["does"]), question, match["language"] or "")
        except Exception as error:
            await self._bot.failed(interaction, error)

    async def _press(
        self, interaction: discord.Interaction, does: Does, question: Question, language: str
    ) -> None:
        answer, say = self._bot.answer, self._bot.say(interaction)
        locale, movie = language or interaction.locale.value, question.movie or ""

        def asked(replier: Replier) -> Reply:
            return replier.question(question, locale, does).speaking(language)

        match does:
            case Does.ANSWER | Does.MORE | Does.SOURCES:
                await answer(interaction, asked, private=True)
            case Does.SHARE:
                await answer(interaction, lambda replier: asked(replier).shown, shared=True)
            case Does.GLANCE:
                await answer(interaction, lambda replier: replier.film(movie, locale).speaking(language))
            case Does.NONE:
                counted, typed = self._bot.serves(interaction.guild_id), question.words
                await answer(
                    interaction,
                    lambda replier: replier.none_of_these(typed, locale, counted=counted),
                    private=True,
                )
            case Does.WRONG | Does.NOTIFY | Does.WRITE:
                await self._bot.ordered(interaction, Action(does.name.lower(), movie, question.words))
            case Does.ASK | Does.AGE:
                form = ask_form if does is Does.ASK else age_form
                await open_form(interaction, form(movie, say))

    @hears("asked", anyone=True)
    async def asked(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Answers what was typed into the form."""
        text, film, locale = action.one(LINE), action.movie or None, interaction.locale.value
        await self._bot.answer(interaction, lambda replier: replier.asked(text, film, locale))

    @hears("aged", anyone=True)
    async def aged(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """The verdict for the ages that were typed into the form."""
        text, film, locale = action.one(LINE), action.movie or None, interaction.locale.value
        about = Question(Intent.SUITABILITY, film)
        await self._bot.answer(interaction, lambda replier: replier.ages(text, about, locale))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Buttons(bot))
