"""/ask and the message menu: a question in a parent's own words."""

from dataclasses import replace

import discord
from discord import app_commands

from bot.conversation import LastQuestion
from bot.film.film_feature import FilmFeature
from bot.film.replies import Replier
from bot.film.reply import Reply
from bot.ui.command_words import about, about_option
from bot.ui.limits import QUESTION
from knowledge.questions import Question


class Ask(FilmFeature):
    """Questions in one's own words."""

    def add_commands(self, tree: app_commands.CommandTree) -> None:
        """Adds the message menu as well."""
        super().add_commands(tree)
        tree.add_command(app_commands.ContextMenu(name="Ask Usher", callback=self._ask_about))

    @app_commands.command(description=about("ask"))
    @app_commands.describe(question=about_option("question"), movie=about_option("movie"))
    @app_commands.autocomplete(movie=FilmFeature.titles)
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, QUESTION],
        movie: str | None = None,
    ) -> None:
        """The answer; about a child's age only to the asker."""
        spoken = LastQuestion(movie) if movie else self.responder.spoken_of(interaction)
        await self.responder.answer(
            interaction, lambda replier: _asked(replier, question, spoken, interaction)
        )

    async def _ask_about(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Answers the question that somebody else's message asks, to the presser alone."""
        spoken, text = self.responder.spoken_of(interaction), message.clean_content
        await self.responder.answer(
            interaction, lambda replier: _asked(replier, text, spoken, interaction), private=True
        )


def _asked(
    replier: Replier, text: str, spoken: LastQuestion | None, interaction: discord.Interaction
) -> Reply:
    """The answer, with the conversation's film and question if there is one.

    What was asked in private and is asked again of another film stays private, as do its ages.
    """
    film = replier.film_id(spoken.film) if spoken else None
    last = spoken.question if spoken else None
    found = replier.asked(text, film, interaction.locale.value, last)
    again = last is not None and _goes_on(found, last)
    return found.in_private if spoken and spoken.private and again else found


def _goes_on(found: Reply, last: Question) -> bool:
    """Whether it is the last question of another film, or for the same children."""
    question = found.question
    same = question is not None and bool(last.ages) and question.ages == last.ages
    return same or question == replace(last, movie=found.film)
