"""Publishing a draft: the reason and the sources, and what to do when somebody else was faster."""

import asyncio
from dataclasses import replace

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.apply_change import apply, base_of
from bot.entry.diff_lines import field_name
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
    async def publish(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Asks for the reason and the sources."""
        editor = ModeratorSession(self.bot, interaction)
        if draft := await editor.begun(order.movie):
            await open_form(interaction, _form(editor, draft))

    @hears("publish_sent")
    async def sent(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Publishes it; what is wrong is said, and the reason is kept."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        if draft := await editor.begun(order.movie):
            named = await asyncio.to_thread(fill, draft, "sources", order.values, editor.library)
            await self._publish(editor, replace(named, why=order.one("why")))

    @hears("mine")
    async def mine(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Publishes mine over theirs; theirs stays in the history."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        if draft := await editor.begun(order.movie):
            await self._publish(editor, replace(draft, based_on=int(order.detail)))

    @hears("theirs")
    async def theirs(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Leaves theirs; mine stays as a draft until I throw it away."""
        editor = ModeratorSession(self.bot, interaction)
        away = Button(editor.say("draft.discard"), Action("discard", order.movie), ButtonStyle.GRAVE)
        back = Button(editor.say("conflict.my_draft"), Action("draft", order.movie))
        await editor.tell(editor.say("conflict.theirs_stays"), actions=(back, away))

    @hears("both")
    async def both(self, interaction: discord.Interaction[Usher], order: Action) -> None:
        """Puts both together into my draft, to be looked at before it is published."""
        editor = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        draft = await editor.begun(order.movie)
        number = int(order.detail)
        theirs = await self.bot.storage.read(at_number, editor.server, order.movie, number)
        if draft is None:
            return
        if theirs is None:
            await editor.tell(editor.say("refused.no_such_revision"))
            return
        base = await base_of(editor, order.movie, draft.based_on)
        entry, clashes = merge(base, preview(draft), theirs.entry)
        names = APART.join(escape(field_name(key, editor.say)) for key in clashes)
        lines = (editor.say("conflict.clashes", keys=names),) if clashes else ()
        entry["sources"].pop(NOT_NAMED, None)
        await editor.keep(replace(draft, entry=entry, based_on=number), *lines)

    async def _publish(self, editor: ModeratorSession, draft: Draft) -> None:
        await self.bot.drafts.keep(editor.server, editor.who, draft)
        wrong = await asyncio.to_thread(faults, draft, editor.library)
        if wrong or draft.wrong or missing(draft) or unsourced(draft.entry):
            lines = [f"- {escape(f'{fault.key}: {fault.says}')}" for fault in wrong[:5]]
            await editor.show_draft(draft, editor.say("publish.not_yet"), *lines)
            return
        change = Change(
            draft.movie,
            ChangeKind.PUBLISH,
            editor.who,
            draft.why,
            draft.based_on,
            preview(draft),
            saw_shared=draft.saw_shared,
        )
        if await apply(editor, change):
            await self.bot.drafts.drop(editor.server, editor.who, draft.movie)


def _form(editor: ModeratorSession, draft: Draft) -> Form:
    say = editor.say
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
