"""Publishing a draft: the reason and the sources, and what to do when somebody else was faster."""

import asyncio
from dataclasses import replace

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import apply, base_of
from bot.entry.diff_lines import field_name
from bot.entry.fault_lines import placed_text
from bot.entry.session import ModeratorSession
from bot.ui.actions import Action
from bot.ui.markdown import APART, escape
from bot.ui.message import Button, ButtonStyle
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import defer, open_form
from knowledge.curation.draft import Draft, faults, fill, held, missing, preview
from knowledge.curation.merge import merge
from knowledge.curation.sources import unsourced
from knowledge.entry import NOT_NAMED
from knowledge.storage.changes import Change
from knowledge.storage.revision_writer import LONGEST_WHY
from knowledge.storage.revisions import ChangeKind, at_number

MOST_SOURCES = 3500


class PublishActions(Moderators):
    """From draft to entry."""

    @hears("publish")
    async def publish(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks for the reason and the sources."""
        session = ModeratorSession(self.bot, interaction)
        if draft := await session.begun(action.movie):
            await open_form(interaction, _form(session, draft))

    @hears("publish_sent")
    async def sent(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Publishes it; what is wrong is said, and the reason is kept."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        if draft := await session.begun(action.movie):
            named = await asyncio.to_thread(fill, draft, "sources", action.values, session.library)
            await self._publish(session, replace(named, why=action.one("why")))

    @hears("mine")
    async def mine(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Publishes mine over theirs; theirs stays in the history."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        if draft := await session.begun(action.movie):
            await self._publish(session, replace(draft, based_on=int(action.detail)))

    @hears("theirs")
    async def theirs(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Leaves theirs; mine stays as a draft until I throw it away."""
        session = ModeratorSession(self.bot, interaction)
        away = Button(session.say("draft.discard"), Action("discard", action.movie), ButtonStyle.GRAVE)
        back = Button(session.say("conflict.my_draft"), Action("draft", action.movie))
        await session.tell(session.say("conflict.theirs_stays"), actions=(back, away))

    @hears("both")
    async def both(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Puts both together into my draft, to be looked at before it is published."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        draft = await session.begun(action.movie)
        number = int(action.detail)
        theirs = await self.bot.storage.read(at_number, session.server, action.movie, number)
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

    async def _publish(self, session: ModeratorSession, draft: Draft) -> None:
        await self.bot.drafts.keep(session.server, session.who, draft)
        wrong = await asyncio.to_thread(faults, draft, session.library)
        if wrong or draft.wrong or missing(draft) or unsourced(draft.entry):
            lines = [f"- {escape(placed_text(fault, session.say))}" for fault in wrong[:5]]
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
            await self.bot.drafts.drop(session.server, session.who, draft.movie)


def _form(session: ModeratorSession, draft: Draft) -> Form:
    say = session.say
    sources = held(draft, "sources").get("list", ())
    why = (draft.why,) if draft.why else ()
    fields = (
        Field(
            "why",
            FieldKind.TEXT,
            say("publish.why"),
            say("publish.why_hint"),
            why,
            required=True,
            most=LONGEST_WHY,
        ),
        Field(
            "list",
            FieldKind.TEXT,
            say("field.sources_list"),
            say("field.sources_list_hint"),
            sources,
            required=True,
            most=MOST_SOURCES,
        ),
    )
    return Form(say("publish.form"), Action("publish_sent", draft.movie), fields)


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(PublishActions(bot))
