"""An uploaded file, once its dry run was looked at: all of its changes, or none."""

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import make
from bot.entry.session import Editor
from bot.ui.actions import Order
from bot.ui.modals import Field, Form, Kind
from bot.ui.responses import open_form, working
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import Deed


class Confirming(Moderators):
    """From a dry run to the change."""

    @hears("confirm")
    async def confirm(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks why."""
        editor = Editor(self.bot, interaction)
        if self.bot.uploads.get(editor.server, editor.who, order.rest) is None:
            await editor.tell(editor.say("file.gone"))
            return
        why = Field("why", Kind.TEXT, editor.say("publish.why"), "", required=True, most=LONGEST_WHY)
        await open_form(
            interaction, Form(editor.say("file.confirm"), Order("uploaded", rest=order.rest), (why,))
        )

    @hears("uploaded")
    async def uploaded(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Makes all the changes of the file, or none."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        found = self.bot.uploads.get(editor.server, editor.who, order.rest)
        if found is None:
            await editor.tell(editor.say("file.gone"), editor.typed(order.typed))
            return
        why = order.one("why")
        changes = [
            Change(one.movie.id, Deed.PUBLISH, editor.who, why, found.based_on[one.movie.id], one.movie)
            for one in found.changing
        ]
        if await make(editor, *changes, typed=(why,)):
            self.bot.uploads.drop(editor.server, editor.who, order.rest)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Confirming(bot))
