"""*This is wrong*: a short form for anyone, and the moderators' queue."""

import discord

from bot.client import Usher
from bot.cooldown import Rate
from bot.dispatch import Moderators, hears
from bot.entry.session import ModeratorSession
from bot.rights import server_of
from bot.server.notifications import tell_moderators
from bot.ui.actions import Action
from bot.ui.card import Accent, Card
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Button, ButtonStyle, Message, text_message
from bot.ui.message_view import message_view
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, is_private_message, open_form, send_or_edit
from knowledge.storage.reports import (
    LONGEST_ANSWER,
    LONGEST_REPORT,
    Report,
    close_report,
    open_report,
    report,
)


class Reports(Moderators):
    """What people say is wrong."""

    @hears("wrong", anyone=True)
    async def wrong(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Opens the form."""
        server_of(interaction)
        say = self.bot.say(interaction)
        says = Field(
            "says", FieldKind.TEXT, say("report.says"), say("report.hint"), required=True, most=LONGEST_REPORT
        )
        await open_form(interaction, Form(say("report.form"), Action("wrong_sent", action.movie), (says,)))

    @hears("wrong_sent", anyone=True)
    async def sent(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Puts it into the queue and thanks."""
        session = ModeratorSession(self.bot, interaction)
        server = session.server
        self.bot.cooldown.count(session.who, Rate.REPORT)
        await interaction.response.defer(ephemeral=True, thinking=True)
        made = await self.bot.storage.save(report, server, action.movie, session.who, action.one("says"))
        await send_or_edit(interaction, text_message(session.say("report.thanks")))
        heading = _heading(session, action.movie)
        await tell_moderators(self.bot, server, report_message(made, heading, self.bot.say_in(server)))

    @hears("report_open")
    async def open(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows one that waits, where there is no channel for it."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        found = await self.bot.storage.read(open_report, session.server, int(action.one()))
        if found is None:
            await session.tell(session.say("report.gone"))
        else:
            await session.show(report_message(found, _heading(session, found.movie), session.say))

    @hears("settle")
    async def settle(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks what was done."""
        say = self.bot.say(interaction)
        done = Field("answer", FieldKind.TEXT, say("report.done"), "", required=True, most=LONGEST_ANSWER)
        form = Form(say("report.settle"), Action("settled", action.movie, action.detail), (done,))
        await open_form(interaction, form)

    @hears("settled")
    async def settled(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Takes the report off the queue."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        answer, number = action.one("answer"), int(action.detail)
        found = await self.bot.storage.read(open_report, session.server, number)
        closed = await self.bot.storage.save(close_report, session.server, number, session.who, answer)
        if not closed:
            await session.tell(session.say("report.gone"), session.typed(answer))
            return
        settled = {"who": f"<@{session.who}>", "answer": escape(answer)}
        await session.tell(session.say("report.settled", **settled))
        if found and interaction.message and not is_private_message(interaction):
            said = f"> {escape(found.says, LONGEST_REPORT)}"
            line = self.bot.say_in(session.server)("report.settled", **settled)
            message = text_message(line, said, heading=f"### {_heading(session, action.movie)}")
            await interaction.message.edit(view=message_view(message))


def report_message(made: Report, heading: str, say: Phrases) -> Message:
    """A report as moderators see it."""
    who = Markdown(f"<@{made.who}>") if made.who else say("life.former")
    lines = (say("report.line", who=who), f"> {escape(made.says, LONGEST_REPORT)}")
    actions = (
        Button(say("entry.edit"), Action("edit", made.movie), ButtonStyle.MAIN),
        Button(say("report.settle"), Action("settle", made.movie, str(made.id)), ButtonStyle.GOOD),
    )
    return Message((Card(f"### {heading}", lines, accent=Accent.CARE),), buttons=actions)


def _heading(session: ModeratorSession, movie: str) -> str:
    found = session.library.get(movie)
    return escape(found.heading if found else movie)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Reports(bot))
