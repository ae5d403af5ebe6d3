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
    async def wrong(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Opens the form."""
        server_of(interaction)
        say = self.bot.say(interaction)
        says = Field(
            "says", FieldKind.TEXT, say("report.says"), say("report.hint"), required=True, most=LONGEST_REPORT
        )
        await open_form(interaction, Form(say("report.form"), Action("wrong_sent", order.movie), (says,)))

    @hears("wrong_sent", anyone=True)
    async def sent(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Puts it into the queue and thanks."""
        editor = ModeratorSession(self.bot, interaction)
        server = editor.server
        self.bot.cooldown.count(editor.who, Rate.REPORT)
        await interaction.response.defer(ephemeral=True, thinking=True)
        made = await self.bot.storage.save(report, server, order.movie, editor.who, order.one("says"))
        await send_or_edit(interaction, text_message(editor.say("report.thanks")))
        heading = _heading(editor, order.movie)
        await tell_moderators(self.bot, server, report_message(made, heading, self.bot.say_in(server)))

    @hears("report_open")
    async def open(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Shows one that waits, where there is no channel for it."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        found = await self.bot.storage.read(open_report, editor.server, int(order.one()))
        if found is None:
            await editor.tell(editor.say("report.gone"))
        else:
            await editor.show(report_message(found, _heading(editor, found.movie), editor.say))

    @hears("settle")
    async def settle(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Asks what was done."""
        say = self.bot.say(interaction)
        done = Field("answer", FieldKind.TEXT, say("report.done"), "", required=True, most=LONGEST_ANSWER)
        form = Form(say("report.settle"), Action("settled", order.movie, order.detail), (done,))
        await open_form(interaction, form)

    @hears("settled")
    async def settled(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Takes the report off the queue."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        answer, number = order.one("answer"), int(order.detail)
        found = await self.bot.storage.read(open_report, editor.server, number)
        closed = await self.bot.storage.save(close_report, editor.server, number, editor.who, answer)
        if not closed:
            await editor.tell(editor.say("report.gone"), editor.typed(answer))
            return
        settled = {"who": f"<@{editor.who}>", "answer": escape(answer)}
        await editor.tell(editor.say("report.settled", **settled))
        if found and interaction.message and not is_private_message(interaction):
            said = f"> {escape(found.says, LONGEST_REPORT)}"
            line = self.bot.say_in(editor.server)("report.settled", **settled)
            board = text_message(line, said, heading=f"### {_heading(editor, order.movie)}")
            await interaction.message.edit(view=message_view(board))


def report_message(made: Report, heading: str, say: Phrases) -> Message:
    """A report as moderators see it."""
    who = Markdown(f"<@{made.who}>") if made.who else say("life.former")
    lines = (say("report.line", who=who), f"> {escape(made.says, LONGEST_REPORT)}")
    actions = (
        Button(say("entry.edit"), Action("edit", made.movie), ButtonStyle.MAIN),
        Button(say("report.settle"), Action("settle", made.movie, str(made.id)), ButtonStyle.GOOD),
    )
    return Message((Card(f"### {heading}", lines, accent=Accent.CARE),), buttons=actions)


def _heading(editor: ModeratorSession, movie: str) -> str:
    found = editor.library.get(movie)
    return escape(found.heading if found else movie)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Reports(bot))
