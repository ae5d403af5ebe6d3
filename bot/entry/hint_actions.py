"""Taking what boards and families say of topics that a draft leaves open, with one press."""

import asyncio

import discord

from bot.dispatch import handles
from bot.entry.draft_start import opened
from bot.entry.entry_feature import EntryFeature
from bot.entry.entry_session import EntrySession
from bot.entry.hint_lines import hint_words
from bot.ui.actions import Action, Verb
from bot.ui.responses import Defer
from knowledge.curation.hints import Hint, HintWords, take_hints


class HintActions(EntryFeature):
    """Help from what is there."""

    @handles(Verb.TAKE_HINTS, defer=Defer.HERE)
    async def take(self, interaction: discord.Interaction, action: Action) -> None:
        """Each becomes a finding with a source of its own, to be corrected or thrown away."""
        session = self.session(interaction)
        async with self.resources.drafts.turn(session.server, action.movie):
            await self._take(session, action)

    async def _take(self, session: EntrySession, action: Action) -> None:
        draft = await opened(session, action.movie)
        if draft is None:
            return
        say, vocabulary = self.resources.say_in(session.server), session.library.vocabulary

        def words(hint: Hint) -> HintWords:
            return hint_words(hint, vocabulary, say)

        taken = await asyncio.to_thread(take_hints, draft, session.hints(draft), words, session.library)
        await session.keep(taken, session.say("hint.taken"))
