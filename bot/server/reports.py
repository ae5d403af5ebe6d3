"""*This is wrong*: a short form for anyone, and the moderators' queue."""

import discord

from bot.client import Usher
from bot.cooldown import Rate
from bot.dispatch import Moderators, hears
from bot.entry.session import Editor
from bot.rights import server_of
from bot.server.notifications import tell_moderators
from bot.ui.actions import Order
from bot.ui.card import Card, Mood
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Action, Board, Look, told
from bot.ui.message_view import board_view
from bot.ui.modals import Field, Form, Kind
from bot.ui.phrases import Phrases
from bot.ui.responses import on_own_board, open_form, show, working
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
    async def wrong(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Opens the form."""
        server_of(interaction)
        say = self.bot.say(interaction)
        says = Field(
            "says", Kind.TEXT, say("report.says"), say("report.hint"), required=True, most=LONGEST_REPORT
        )
        await open_form(interaction, Form(say("report.form"), Order("wrong_sent", order.movie), (says,)))

    @hears("wrong_sent", anyone=True)
    async def sent(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Puts it into the queue and thanks."""
        editor = Editor(self.bot, interaction)
        server = editor.server
        self.bot.cooldown.count(editor.who, Rate.REPORT)
        await interaction.response.defer(ephemeral=True, thinking=True)
        made = await self.bot.storage.save(report, server, order.movie, editor.who, order.one("says"))
        await show(interaction, told(editor.say("report.thanks")))
        heading = _heading(editor, order.movie)
        await tell_moderators(self.bot, server, report_board(made, heading, self.bot.say_in(server)))

    @hears("report_open")
    async def open(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows one that waits, where there is no channel for it."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        found = await self.bot.storage.read(open_report, editor.server, int(order.one()))
        if found is None:
            await editor.tell(editor.say("report.gone"))
        else:
            await editor.show(report_board(found, _heading(editor, found.movie), editor.say))

    @hears("settle")
    async def settle(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks what was done."""
        say = self.bot.say(interaction)
        done = Field("answer", Kind.TEXT, say("report.done"), "", required=True, most=LONGEST_ANSWER)
        form = Form(say("report.settle"), Order("settled", order.movie, order.rest), (done,))
        await open_form(interaction, form)

    @hears("settled")
    async def settled(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Takes the report off the queue."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        answer, number = order.one("answer"), int(order.rest)
        found = await self.bot.storage.read(open_report, editor.server, number)
        closed = await self.bot.storage.save(close_report, editor.server, number, editor.who, answer)
        if not closed:
            await editor.tell(editor.say("report.gone"), editor.typed(answer))
            return
        settled = {"who": f"<@{editor.who}>", "answer": escape(answer)}
        await editor.tell(editor.say("report.settled", **settled))
        if found and interaction.message and not on_own_board(interaction):
            said = f"> {escape(found.says, LONGEST_REPORT)}"
            line = self.bot.say_in(editor.server)("report.settled", **settled)
            board = told(line, said, heading=f"### {_heading(editor, order.movie)}")
            await interaction.message.edit(view=board_view(board))


def report_board(made: Report, heading: str, say: Phrases) -> Board:
    """A report as moderators see it."""
    who = Markdown(f"<@{made.who}>") if made.who else say("life.former")
    lines = (say("report.line", who=who), f"> {escape(made.says, LONGEST_REPORT)}")
    actions = (
        Action(say("entry.edit"), Order("edit", made.movie), Look.MAIN),
        Action(say("report.settle"), Order("settle", made.movie, str(made.id)), Look.GOOD),
    )
    return Board((Card(f"### {heading}", lines, mood=Mood.CARE),), actions=actions)


def _heading(editor: Editor, movie: str) -> str:
    found = editor.library.get(movie)
    return escape(found.heading if found else movie)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Reports(bot))
