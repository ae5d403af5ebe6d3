"""*This is wrong*: a short form for anyone, and the moderators' queue."""

import discord

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.feature import Feature
from bot.notifications import tell_moderators
from bot.rights import Right, server_of
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Accent, Button, ButtonStyle, Card
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Message, text_message
from bot.ui.message_view import message_view
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, is_private_message, open_form, send_or_edit
from knowledge.storage.reports import (
    LONGEST_ANSWER,
    LONGEST_REPORT,
    Report,
    close_report,
    open_report,
    report,
)
from knowledge.titles.folding import unslugged


class ReportVerb(ActionVerb):
    """What is done here alone."""

    SENT = "wrong_sent"
    CLOSE = "settle"
    CLOSE_SENT = "settled"


class Reports(Feature):
    """What people say is wrong."""

    @handles(Verb.REPORT, Right.ANYONE)
    async def report(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form."""
        server_of(interaction)
        say = self.resources.say(interaction)
        says = Field(
            "says", FieldKind.TEXT, say("report.says"), say("report.hint"), required=True, most=LONGEST_REPORT
        )
        await open_form(interaction, Form(say("report.form"), Action(ReportVerb.SENT, action.movie), (says,)))

    @handles(ReportVerb.SENT, Right.ANYONE, defer=Defer.BESIDE)
    async def report_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Puts it into the queue and thanks."""
        session = Session(self.resources, interaction)
        server = session.server
        self.resources.cooldown.count(session.who, Rate.REPORT)
        made = await self.resources.storage.save(
            report, server, action.movie, session.who, action.one("says")
        )
        heading = _heading(session, action.movie)
        message = report_message(made, heading, self.resources.say_in(server))
        told = await tell_moderators(self.resources, server, message)
        thanks = session.say("report.thanks" if told else "report.waits")
        await send_or_edit(interaction, text_message(thanks))

    @handles(Verb.REPORT_OPEN, defer=Defer.HERE)
    async def open(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows one that waits, where there is no channel for it."""
        session = Session(self.resources, interaction)
        found = await self.resources.storage.read(open_report, session.server, int(action.one()))
        if found is None:
            await session.tell(session.say("report.gone"))
        else:
            await session.show(report_message(found, _heading(session, found.movie), session.say))

    @handles(ReportVerb.CLOSE)
    async def close(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks what was done."""
        say = self.resources.say(interaction)
        done = Field("answer", FieldKind.TEXT, say("report.done"), "", required=True, most=LONGEST_ANSWER)
        form = Form(say("report.settle"), Action(ReportVerb.CLOSE_SENT, action.movie, action.detail), (done,))
        await open_form(interaction, form)

    @handles(ReportVerb.CLOSE_SENT, defer=Defer.HERE)
    async def close_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Takes the report off the queue."""
        session = Session(self.resources, interaction)
        answer, number = action.one("answer"), int(action.detail)
        found = await self.resources.storage.read(open_report, session.server, number)
        closed = await self.resources.storage.save(close_report, session.server, number, session.who, answer)
        if not closed:
            await session.tell(session.say("report.gone"), session.typed(answer))
            return
        outcome = {"who": Markdown(f"<@{session.who}>"), "answer": escape(answer)}
        await session.tell(session.say("report.settled", **outcome))
        if found and interaction.message and not is_private_message(interaction):
            said = f"> {escape(found.says, LONGEST_REPORT)}"
            line = self.resources.say_in(session.server)("report.settled", **outcome)
            message = text_message(line, said, heading=f"### {_heading(session, action.movie)}")
            await interaction.message.edit(view=message_view(message))


def report_message(made: Report, heading: str, say: Phrases) -> Message:
    """A report as moderators see it."""
    who = Markdown(f"<@{made.who}>") if made.who else say("history.former")
    lines = (say("report.line", who=who), f"> {escape(made.says, LONGEST_REPORT)}")
    actions = (
        Button(say("entry.edit"), Action(Verb.EDIT, made.movie), ButtonStyle.MAIN),
        Button(say("report.settle"), Action(ReportVerb.CLOSE, made.movie, str(made.id)), ButtonStyle.GOOD),
    )
    return Message((Card(f"### {heading}", lines, accent=Accent.CARE),), buttons=actions)


def _heading(session: Session, movie: str) -> str:
    found = session.library.get(movie)
    return escape(found.heading if found else unslugged(movie))
