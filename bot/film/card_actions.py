"""The buttons of a film's card, and the two forms that open from it."""

import discord

from bot.dispatch import handles
from bot.film.film_feature import FilmFeature
from bot.film.replies import Replier
from bot.film.reply import Reply
from bot.rights import Right
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.limits import CHOICE_NAME, QUESTION
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import open_form
from knowledge.questions import Intent, Question

LINE = "line"
"""The field of both forms."""


class CardVerb(ActionVerb):
    """What is done here alone."""

    ASK_SENT = "asked"
    AGES_SENT = "aged"


class CardActions(FilmFeature):
    """What parents do with a card."""

    @handles(Verb.ANSWER, Right.ANYONE)
    async def answer(self, interaction: discord.Interaction, action: Action) -> None:
        """The answer, for the presser."""
        await self._answer(interaction, action)

    @handles(Verb.MORE, Right.ANYONE)
    async def more(self, interaction: discord.Interaction, action: Action) -> None:
        """All of it."""
        await self._answer(interaction, action)

    @handles(Verb.SOURCES, Right.ANYONE)
    async def sources(self, interaction: discord.Interaction, action: Action) -> None:
        """Where it comes from."""
        await self._answer(interaction, action)

    @handles(Verb.SHARE, Right.ANYONE)
    async def share(self, interaction: discord.Interaction, action: Action) -> None:
        """The answer, for all."""
        await self.responder.answer(
            interaction, lambda replier: _reply(replier, interaction, action).in_public, shared=True
        )

    @handles(Verb.GLANCE, Right.ANYONE)
    async def glance(self, interaction: discord.Interaction, action: Action) -> None:
        """The film at a glance."""
        locale = _locale(interaction, action)
        await self.responder.answer(
            interaction, lambda replier: replier.film(action.movie, locale).speaking(action.language)
        )

    @handles(Verb.NONE_OF_THESE, Right.ANYONE)
    async def none_of_these(self, interaction: discord.Interaction, action: Action) -> None:
        """Not in the list."""
        locale, counted = _locale(interaction, action), self.resources.serves(interaction.guild_id)
        await self.responder.answer(
            interaction,
            lambda replier: replier.none_of_these(action.detail, locale, counted=counted),
            private=True,
        )

    @handles(Verb.ASK, Right.ANYONE)
    async def ask(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form for a question about this film; without one about any."""
        form = _form(
            "ask", Action(CardVerb.ASK_SENT, action.movie), QUESTION, self.resources.say(interaction)
        )
        await open_form(interaction, form)

    @handles(CardVerb.ASK_SENT, Right.ANYONE)
    async def ask_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Answers what was typed."""
        text, film, locale = action.one(LINE), action.movie or None, interaction.locale.value
        await self.responder.answer(interaction, lambda replier: replier.asked(text, film, locale))

    @handles(Verb.AGES, Right.ANYONE)
    async def ages(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form for the ages of the children."""
        say = self.resources.say(interaction)
        await open_form(interaction, _form("age", Action(CardVerb.AGES_SENT, action.movie), CHOICE_NAME, say))

    @handles(CardVerb.AGES_SENT, Right.ANYONE)
    async def ages_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """The verdict for the ages that were typed."""
        text, film, locale = action.one(LINE), action.movie or None, interaction.locale.value
        about = Question(Intent.SUITABILITY, film)
        await self.responder.answer(interaction, lambda replier: replier.ages(text, about, locale))

    async def _answer(self, interaction: discord.Interaction, action: Action) -> None:
        await self.responder.answer(
            interaction, lambda replier: _reply(replier, interaction, action), private=True
        )


def _reply(replier: Replier, interaction: discord.Interaction, action: Action) -> Reply:
    """The answer, in the language in which the button was made if that is not the presser's."""
    question = action.question or Question(Intent.UNKNOWN, action.movie or None)
    return replier.question(question, _locale(interaction, action), action.verb).speaking(action.language)


def _locale(interaction: discord.Interaction, action: Action) -> str:
    return action.language or interaction.locale.value


def _form(kind: str, action: Action, most: int, say: Phrases) -> Form:
    label, example = say(f"form.{kind}_label"), say(f"form.{kind}_hint")
    line = Field(LINE, FieldKind.LINE, label, example=example, required=True, most=most)
    return Form(say(f"form.{kind}_title"), action, (line,))
