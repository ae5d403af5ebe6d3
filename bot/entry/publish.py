"""Publishing a draft: the reason, and what to do when somebody else was faster."""

import asyncio
from dataclasses import replace

import discord

from bot.dispatch import handles
from bot.entry.apply_change import apply, base_of
from bot.entry.diff_lines import field_name
from bot.entry.draft_start import opened
from bot.entry.entry_feature import EntryFeature
from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import named_text
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import APART, escape
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import Defer, defer, open_form
from knowledge.curation.draft import Draft, faults, preview
from knowledge.curation.merge import merge
from knowledge.curation.short_way import is_ready
from knowledge.entry import NOT_NAMED
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import ChangeKind, at_number


class PublishVerb(ActionVerb):
    """What is done here alone."""

    SENT = "publish_sent"


class Publish(EntryFeature):
    """From draft to entry."""

    @handles(Verb.PUBLISH)
    async def publish(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks for the reason; of what is new there is one already, and what cannot be published says why."""
        session = self.session(interaction)
        draft = await opened(session, action.movie)
        if draft is None:
            return
        if is_ready(draft) and not _is_first(session, draft):
            await open_form(interaction, _form(session, draft))
        else:
            await defer(interaction)
            first = self.resources.say_in(session.server)("publish.first")
            await self._publish(session, replace(draft, why=draft.why or first))

    @handles(PublishVerb.SENT, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Publishes it; what is wrong is said, and the reason is kept."""
        session = self.session(interaction)
        if draft := await opened(session, action.movie):
            await self._publish(session, replace(draft, why=action.one("why")))

    @handles(Verb.TAKE_MINE, defer=Defer.HERE)
    async def take_mine(self, interaction: discord.Interaction, action: Action) -> None:
        """Publishes mine over theirs; theirs stays in the history."""
        session = self.session(interaction)
        if draft := await session.require_draft(action.movie):
            await self._publish(session, replace(draft, based_on=int(action.detail)))

    @handles(Verb.TAKE_THEIRS)
    async def take_theirs(self, interaction: discord.Interaction, action: Action) -> None:
        """Leaves theirs; mine stays as a draft until I throw it away."""
        session = self.session(interaction)
        away = Button(session.say("draft.discard"), Action(Verb.DISCARD, action.movie), ButtonStyle.GRAVE)
        back = Button(session.say("conflict.my_draft"), Action(Verb.DRAFT, action.movie))
        await session.tell(session.say("conflict.theirs_stays"), actions=(back, away))

    @handles(Verb.MERGE, defer=Defer.HERE)
    async def merge(self, interaction: discord.Interaction, action: Action) -> None:
        """Puts both together into my draft, to be looked at before it is published."""
        session = self.session(interaction)
        draft = await session.require_draft(action.movie)
        number = int(action.detail)
        theirs = await self.resources.storage.read(at_number, session.server, action.movie, number)
        if draft is None:
            return
        if theirs is None:
            await session.tell(session.say("refused.no_such_revision"))
            return
        base = await base_of(session, action.movie, draft.based_on)
        entry, clashes = merge(base, preview(draft), theirs.entry)
        names = APART.join(escape(field_name(key, session.say)) for key in clashes)
        lines = (session.say("conflict.clashes", keys=names),) if clashes else ()
        entry["sources"].pop(NOT_NAMED, None)
        await session.keep(replace(draft, entry=entry, based_on=number), *lines)

    async def _publish(self, session: EntrySession, draft: Draft) -> None:
        await self.resources.drafts.keep(session.server, session.who, draft)
        wrong = await asyncio.to_thread(faults, draft, session.library)
        if wrong or not is_ready(draft):
            lines = [f"- {escape(named_text(fault, draft.entry, session.say))}" for fault in wrong[:5]]
            await session.show_draft(draft, session.say("publish.not_yet"), *lines)
            return
        change = Change(
            draft.movie,
            ChangeKind.PUBLISH,
            session.who,
            draft.why,
            draft.based_on,
            preview(draft),
            saw_shared=draft.saw_shared,
        )
        if await apply(session, change):
            await self.resources.drafts.drop(session.server, session.who, draft.movie)


def _is_first(session: EntrySession, draft: Draft) -> bool:
    """Whether nobody has published this film here, nor for all."""
    return not draft.based_on and draft.movie not in session.library.movies


def _form(session: EntrySession, draft: Draft) -> Form:
    say, why = session.say, (draft.why,) if draft.why else ()
    hint = say("publish.why_hint")
    field = Field("why", FieldKind.TEXT, say("publish.why"), hint, why, required=True, most=LONGEST_WHY)
    return Form(say("publish.form"), Action(PublishVerb.SENT, draft.movie), (field,))
