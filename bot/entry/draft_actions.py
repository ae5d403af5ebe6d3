"""The steps of a draft: its parts, one form each, and every button of its message but publishing."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import discord

from bot.dispatch import handles
from bot.entry.draft_message import SEEN
from bot.entry.draft_start import opened, standing
from bot.entry.entry_feature import EntryFeature
from bot.entry.entry_session import EntrySession
from bot.entry.history_messages import person
from bot.entry.preview import part
from bot.entry.section_forms import NOTHING
from bot.entry.step_forms import form_of
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import COMMA, TYPED, escape
from bot.ui.responses import Defer, open_form, show_beside
from knowledge.curation.draft import preview
from knowledge.curation.short_way import take_step
from knowledge.curation.sources import dated
from knowledge.curation.steps import with_words_for_none
from knowledge.questions import Intent


class DraftVerb(ActionVerb):
    """What is done here alone."""

    DISCARD_CONFIRMED = "discarded"


class DraftActions(EntryFeature):
    """What a moderator does with a draft."""

    @handles(Verb.SECTION)
    async def section(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form of a part."""
        session = self.session(interaction)
        if draft := await opened(session, action.movie):
            chosen = action.one() or action.detail
            form = form_of(draft, chosen, session.library.vocabulary, session.say, session.hints(draft))
            # Somebody may press a button of days gone by, and nothing is left to be asked.
            await (open_form(interaction, form) if form.fields else session.show_draft(draft))

    @handles(Verb.SECTION_SENT, defer=Defer.HERE)
    async def section_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Takes what a form holds into the draft; where that is gone, into one of the entry as it stands."""
        session = self.session(interaction)
        async with self.resources.drafts.turn(session.server, action.movie):
            await self._take(session, action)

    async def _take(self, session: EntrySession, action: Action) -> None:
        draft = await session.draft(action.movie) or await standing(session, action.movie)
        if draft is None:
            await self._give_back(session, action)
            return
        empty = action.one("level") == NOTHING
        values = dict.fromkeys(action.values, ()) if empty else action.values
        taken = await asyncio.to_thread(take_step, draft, action.detail, values, session.library)
        none, today = self.resources.say_in(session.server)("step.none_found"), datetime.now(UTC).date()
        entry = dated(with_words_for_none(taken.entry, none), draft.entry, today)
        await session.keep(replace(taken, entry=entry))

    @handles(Verb.STEP_SKIP, defer=Defer.HERE)
    async def skip(self, interaction: discord.Interaction, action: Action) -> None:
        """Leaves a step for later; what is open stays in the menus."""
        session = self.session(interaction)
        async with self.resources.drafts.turn(session.server, action.movie):
            if draft := await opened(session, action.movie):
                await session.keep(replace(draft, seen=(*draft.seen, action.detail)))

    async def _give_back(self, session: EntrySession, action: Action) -> None:
        """Nothing that was typed is lost, though there is nothing left that it could go into."""
        await session.tell(session.say("draft.gone"), session.typed(action.typed))

    @handles(Verb.DRAFT_SAVE, defer=Defer.HERE)
    async def save(self, interaction: discord.Interaction, action: Action) -> None:
        """Tries again to keep what could not be kept."""
        session = self.session(interaction)
        if draft := await session.require_draft(action.movie):
            await session.keep(draft)

    @handles(Verb.DRAFT)
    async def draft(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows the draft again."""
        session = self.session(interaction)
        if draft := await session.require_draft(action.movie):
            await session.show_draft(draft)

    @handles(Verb.PREVIEW)
    async def preview(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows a part of the entry as parents will see it, beside the draft."""
        session = self.session(interaction)
        draft = await opened(session, action.movie)
        intent = Intent(action.detail)
        if draft and intent in SEEN:
            card = part(preview(draft), intent, session.library, session.country, session.say)
            await show_beside(interaction, replace(card, private=True))

    @handles(Verb.DISCARD)
    async def discard(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks whether the draft should go."""
        session = self.session(interaction)
        if draft := await session.require_draft(action.movie):
            yes = Button(
                session.say("draft.discard_yes"),
                Action(DraftVerb.DISCARD_CONFIRMED, draft.movie),
                ButtonStyle.GRAVE,
            )
            no = Button(session.say("draft.discard_no"), Action(Verb.DRAFT, draft.movie))
            await session.tell(
                session.say("draft.discard_ask", heading=escape(draft.heading, TYPED)), actions=(yes, no)
            )

    @handles(DraftVerb.DISCARD_CONFIRMED, defer=Defer.HERE)
    async def discard_confirmed(self, interaction: discord.Interaction, action: Action) -> None:
        """Throws the draft away."""
        session = self.session(interaction)
        others = await self.resources.drafts.leave(session.server, session.who, action.movie)
        who = COMMA.join(person(one, session.say) for one in others)
        await session.tell(session.say("draft.left", who=who) if others else session.say("draft.discarded"))
