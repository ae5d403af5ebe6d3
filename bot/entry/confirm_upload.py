"""An uploaded file, once its dry run was looked at: all of its changes, or none."""

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import apply
from bot.entry.session import ModeratorSession
from bot.ui.actions import Action
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import defer, open_form
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import ChangeKind


class UploadActions(Moderators):
    """From a dry run to the change."""

    @hears("confirm")
    async def confirm(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks why."""
        session = ModeratorSession(self.bot, interaction)
        if self.bot.uploads.get(session.server, session.who, action.detail) is None:
            await session.tell(session.say("file.gone"))
            return
        why = Field("why", FieldKind.TEXT, session.say("publish.why"), "", required=True, most=LONGEST_WHY)
        await open_form(
            interaction, Form(session.say("file.confirm"), Action("uploaded", detail=action.detail), (why,))
        )

    @hears("uploaded")
    async def uploaded(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Makes all the changes of the file, or none."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        found = self.bot.uploads.get(session.server, session.who, action.detail)
        if found is None:
            await session.tell(session.say("file.gone"), session.typed(action.typed))
            return
        why = action.one("why")
        changes = [
            Change(
                one.movie.id, ChangeKind.PUBLISH, session.who, why, found.based_on[one.movie.id], one.movie
            )
            for one in found.changing
        ]
        if await apply(session, *changes, typed=(why,)):
            self.bot.uploads.drop(session.server, session.who, action.detail)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(UploadActions(bot))
