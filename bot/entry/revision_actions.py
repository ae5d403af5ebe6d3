"""An entry's life: its history and revisions, and every deed that needs no form but a reason."""

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import do, make
from bot.entry.history import show_history, show_revision
from bot.entry.history_messages import history_of
from bot.entry.session import Editor
from bot.ui.actions import CHOSEN, Order
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import told
from bot.ui.message_view import board_view
from bot.ui.modals import Field, Form, Kind
from bot.ui.responses import on_own_board, open_form, working
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import Deed, current


class Lives(Moderators):
    """Presses on boards about an entry's life."""

    @hears("history")
    async def history(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows the history, or an older page of it."""
        await working(interaction)
        below = int(order.rest) if order.rest else None
        await show_history(Editor(self.bot, interaction), order.movie, below)

    @hears("revision")
    async def revision(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows one revision: what it changed, and the card as it was."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        await show_revision(editor, order.movie, int(order.one(CHOSEN) or order.rest))

    @hears("waiting")
    async def waiting(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows the newest revision of the entry that was chosen."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        await show_revision(editor, order.one(), None)

    @hears("revert")
    async def revert(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks why."""
        say = self.bot.say(interaction)
        why = Field("why", Kind.TEXT, say("publish.why"), "", required=True, most=LONGEST_WHY)
        await open_form(
            interaction, Form(say("life.revert"), Order("reverted", order.movie, order.rest), (why,))
        )

    @hears("reverted")
    async def reverted(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Puts an earlier revision back."""
        await working(interaction)
        editor = Editor(self.bot, interaction)
        await do(editor, order.movie, Deed.REVERT, order.one("why"), int(order.rest))

    @hears("approve")
    async def approve(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows the draft that was looked at."""
        await self._agree(interaction, order, Deed.APPROVE, "queue.approved")

    @hears("check")
    async def check(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Says that the entry was compared with the film."""
        await self._agree(interaction, order, Deed.CHECK, "queue.checked")

    @hears("keep_ours")
    async def keep_ours(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Notes that the shared entry as it stands now was looked at."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        now = await self.bot.storage.read(current, editor.server, order.movie)
        if now is None:
            await editor.tell(editor.say("refused.no_entry"))
            return
        why = editor.say("compare_entry.kept")
        number = int(order.rest)
        change = Change(order.movie, Deed.PUBLISH, editor.who, why, number, now.entry, saw_shared=True)
        await make(editor, change)

    async def _agree(
        self, interaction: discord.Interaction[Usher], order: Order, deed: Deed, key: str
    ) -> None:
        """Only what the presser has seen: another revision in between is a conflict."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        change = Change(order.movie, deed, editor.who, editor.say(f"deed.{deed.value}"), int(order.rest))
        if await make(editor, change) and interaction.message and not on_own_board(interaction):
            shown = editor.library.get(order.movie)
            heading = f"### {escape(shown.heading if shown else order.movie, TYPED)}"
            say = self.bot.say_in(editor.server)
            line = say(key, who=Markdown(f"<@{editor.who}>"))
            board = told(line, heading=heading, actions=(history_of(order.movie, say),))
            await interaction.message.edit(view=board_view(board))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Lives(bot))
