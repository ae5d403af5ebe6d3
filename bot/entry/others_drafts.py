"""Somebody else's draft of the same film: to be looked at, joined, or left alone."""

from dataclasses import replace

import discord

from bot.dispatch import handles
from bot.drafts import OthersDraft
from bot.entry.draft_start import edit, start_own
from bot.entry.entry_feature import EntryFeature
from bot.entry.entry_session import EntrySession
from bot.entry.preview import glance
from bot.ui.actions import Action, Verb
from bot.ui.responses import Defer, show_beside
from knowledge.curation.draft import preview


class OthersDrafts(EntryFeature):
    """Two people at one film, before either has published."""

    @handles(Verb.DRAFT_LOOK)
    async def look(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows it as parents would see it."""
        session = self.session(interaction)
        if theirs := await self._theirs(session, action):
            card = glance(preview(theirs.draft), session.library, session.country, session.say)
            await show_beside(interaction, replace(card, private=True))

    @handles(Verb.DRAFT_JOIN, defer=Defer.HERE)
    async def join(self, interaction: discord.Interaction, action: Action) -> None:
        """Writes at it together with whoever began it."""
        session = self.session(interaction)
        theirs = await self._theirs(session, action)
        if theirs is None:
            return
        if await self.resources.drafts.join(session.server, session.who, action.movie, theirs.who):
            await session.show_draft(theirs.draft, session.say("others.joined"))
        else:
            await edit(session, action.movie)

    @handles(Verb.DRAFT_OWN, defer=Defer.HERE)
    async def own(self, interaction: discord.Interaction, action: Action) -> None:
        """Begins one's own."""
        session = self.session(interaction)
        if theirs := await self._theirs(session, action):
            await start_own(session, str(theirs.draft.entry["title"]), int(theirs.draft.entry["year"]))

    async def _theirs(self, session: EntrySession, action: Action) -> OthersDraft | None:
        """The draft of that person; where it is published or thrown away, the entry is opened."""
        others = await self.resources.drafts.others(session.server, session.who, action.movie)
        found = next((one for one in others if str(one.who) == action.detail), None)
        if found is None:
            await edit(session, action.movie)
        return found
