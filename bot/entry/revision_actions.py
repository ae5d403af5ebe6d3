"""An entry's life: its history and revisions, and every deed that needs no form but a reason."""

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import apply, apply_to_current
from bot.entry.history import show_history, show_revision
from bot.entry.history_messages import history_button
from bot.entry.session import ModeratorSession
from bot.ui.actions import CHOSEN, Action
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import text_message
from bot.ui.message_view import message_view
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import defer, is_private_message, open_form
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import ChangeKind, current


class RevisionActions(Moderators):
    """Presses on boards about an entry's life."""

    @hears("history")
    async def history(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows the history, or an older page of it."""
        await defer(interaction)
        below = int(action.detail) if action.detail else None
        await show_history(ModeratorSession(self.bot, interaction), action.movie, below)

    @hears("revision")
    async def revision(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows one revision: what it changed, and the card as it was."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        await show_revision(session, action.movie, int(action.one(CHOSEN) or action.detail))

    @hears("waiting")
    async def waiting(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows the newest revision of the entry that was chosen."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        await show_revision(session, action.one(), None)

    @hears("revert")
    async def revert(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks why."""
        say = self.bot.say(interaction)
        why = Field("why", FieldKind.TEXT, say("publish.why"), "", required=True, most=LONGEST_WHY)
        await open_form(
            interaction, Form(say("life.revert"), Action("reverted", action.movie, action.detail), (why,))
        )

    @hears("reverted")
    async def reverted(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Puts an earlier revision back."""
        await defer(interaction)
        session = ModeratorSession(self.bot, interaction)
        await apply_to_current(
            session, action.movie, ChangeKind.REVERT, action.one("why"), int(action.detail)
        )

    @hears("approve")
    async def approve(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows the draft that was looked at."""
        await self._agree(interaction, action, ChangeKind.APPROVE, "queue.approved")

    @hears("check")
    async def check(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Says that the entry was compared with the film."""
        await self._agree(interaction, action, ChangeKind.CHECK, "queue.checked")

    @hears("keep_ours")
    async def keep_ours(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Notes that the shared entry as it stands now was looked at."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        now = await self.bot.storage.read(current, session.server, action.movie)
        if now is None:
            await session.tell(session.say("refused.no_entry"))
            return
        why = session.say("compare_entry.kept")
        number = int(action.detail)
        change = Change(
            action.movie, ChangeKind.PUBLISH, session.who, why, number, now.entry, saw_shared=True
        )
        await apply(session, change)

    async def _agree(
        self, interaction: discord.Interaction[Usher], action: Action, deed: ChangeKind, key: str
    ) -> None:
        """Only what the presser has seen: another revision in between is a conflict."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        change = Change(
            action.movie, deed, session.who, session.say(f"deed.{deed.value}"), int(action.detail)
        )
        if await apply(session, change) and interaction.message and not is_private_message(interaction):
            shown = session.library.get(action.movie)
            heading = f"### {escape(shown.heading if shown else action.movie, TYPED)}"
            say = self.bot.say_in(session.server)
            line = say(key, who=Markdown(f"<@{session.who}>"))
            message = text_message(line, heading=heading, actions=(history_button(action.movie, say),))
            await interaction.message.edit(view=message_view(message))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(RevisionActions(bot))
