"""/entry revert, lock, unlock and retire, and what a second person says: they need a reason and no draft."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.apply_change import apply, apply_to_current
from bot.entry.entry_feature import EntryFeature, Number, Title, Why, entry_of, why_form
from bot.entry.history_messages import history_button
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.command_words import about, about_option
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import text_message
from bot.ui.message_view import message_view
from bot.ui.responses import Defer, defer, is_private_message, open_form
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind
from knowledge.titles.folding import unslugged


class RevisionVerb(ActionVerb):
    """What is done here alone."""

    REVERT_SENT = "reverted"


class RevisionActions(EntryFeature):
    """An entry's history."""

    @app_commands.command(description=about("entry_revert"))
    @app_commands.describe(
        title=about_option("entry"), number=about_option("number"), why=about_option("why")
    )
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def revert(self, interaction: discord.Interaction, title: Title, number: Number, why: Why) -> None:
        """Nothing of what came after is lost."""
        await self._apply(interaction, title, ChangeKind.REVERT, why, number)

    @app_commands.command(description=about("entry_lock"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def lock(self, interaction: discord.Interaction, title: Title, why: Why) -> None:
        """Locks it."""
        await self._apply(interaction, title, ChangeKind.LOCK, why)

    @app_commands.command(description=about("entry_unlock"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def unlock(self, interaction: discord.Interaction, title: Title, why: Why) -> None:
        """Unlocks it."""
        await self._apply(interaction, title, ChangeKind.UNLOCK, why)

    @app_commands.command(description=about("entry_retire"))
    @app_commands.describe(title=about_option("entry"), why=about_option("why"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def retire(self, interaction: discord.Interaction, title: Title, why: Why) -> None:
        """Retires it."""
        await self._apply(interaction, title, ChangeKind.RETIRE, why)

    @handles(Verb.REVERT)
    async def ask_why(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why a revision should come back."""
        say, sent = (
            self.resources.say(interaction),
            Action(RevisionVerb.REVERT_SENT, action.movie, action.detail),
        )
        await open_form(interaction, why_form(say("history.revert"), sent, say("publish.why")))

    @handles(RevisionVerb.REVERT_SENT, defer=Defer.HERE)
    async def revert_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Puts an earlier revision back."""
        number, why = int(action.detail), action.one("why")
        await apply_to_current(self.session(interaction), action.movie, ChangeKind.REVERT, why, number)

    @handles(Verb.APPROVE, defer=Defer.HERE)
    async def approve(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows the draft that was looked at."""
        await self._agree(interaction, action, ChangeKind.APPROVE, "queue.approved")

    @handles(Verb.CHECK, defer=Defer.HERE)
    async def check(self, interaction: discord.Interaction, action: Action) -> None:
        """Says that the entry was compared with the film."""
        await self._agree(interaction, action, ChangeKind.CHECK, "queue.checked")

    async def _apply(
        self,
        interaction: discord.Interaction,
        title: str,
        kind: ChangeKind,
        why: str,
        number: int | None = None,
    ) -> None:
        await defer(interaction)
        session = self.session(interaction)
        if movie := await entry_of(session, title):
            await apply_to_current(session, movie, kind, why, number)

    async def _agree(
        self, interaction: discord.Interaction, action: Action, kind: ChangeKind, key: str
    ) -> None:
        """Only what the presser has seen: another revision in between is a conflict."""
        session = self.session(interaction)
        why = session.say(f"change.{kind.value}")
        change = Change(action.movie, kind, session.who, why, int(action.detail))
        if await apply(session, change) and interaction.message and not is_private_message(interaction):
            shown = session.library.get(action.movie)
            heading = f"### {escape(shown.heading if shown else unslugged(action.movie), TYPED)}"
            say = self.resources.say_in(session.server)
            line = say(key, who=Markdown(f"<@{session.who}>"))
            message = text_message(line, heading=heading, actions=(history_button(action.movie, say),))
            await interaction.message.edit(view=message_view(message))
