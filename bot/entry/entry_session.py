"""One moderator at work on an entry: their draft of it, how it is kept and shown."""

import asyncio
from dataclasses import dataclass, replace

from bot.entry.draft_message import draft_message
from bot.entry.history_messages import person
from bot.entry.preview import glance
from bot.session import Session
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import COMMA
from bot.ui.message import Message
from knowledge.curation.draft import Draft, preview
from knowledge.curation.hints import Hint, hints_of
from knowledge.curation.short_way import next_step
from knowledge.storage.database import DatabaseAway


@dataclass(frozen=True, slots=True)
class EntrySession(Session):
    """A moderator at work in one server."""

    async def draft(self, movie: str) -> Draft | None:
        """Their draft of this entry."""
        return await self.resources.drafts.get(self.server, self.who, movie)

    async def require_draft(self, movie: str) -> Draft | None:
        """Their draft, or None after saying that it is gone."""
        draft = await self.draft(movie)
        if draft is None:
            again = Button(self.say("entry.edit"), Action(Verb.EDIT, movie), ButtonStyle.MAIN)
            await self.tell(self.say("draft.gone"), actions=(again,))
        return draft

    async def keep(self, draft: Draft, *lines: str) -> None:
        """Keeps the draft and shows it after these lines; where it can't be kept now, nothing is lost."""
        try:
            await self.resources.drafts.keep(self.server, self.who, draft)
        except DatabaseAway:
            await self.show_draft(draft, self.say("draft.unkept"), *lines, unkept=True)
        else:
            await self.show_draft(draft, *lines)

    async def show_draft(self, draft: Draft, *lines: str, unkept: bool = False, begun: bool = True) -> None:
        """Shows the draft, or the entry as it would open as one, these lines first."""
        message = await asyncio.to_thread(self._message, draft, begun)
        if others := await self.resources.drafts.with_whom(self.server, self.who, draft.movie):
            who = COMMA.join(person(one, self.say) for one in others)
            lines = (*lines, self.say("draft.together", who=who))
        if unkept:
            again = Button(
                self.say("draft.keep_again"), Action(Verb.DRAFT_SAVE, draft.movie), ButtonStyle.MAIN
            )
            message = replace(message, buttons=(again, *message.buttons))
        await self.show(message.saying(*lines))

    def hints(self, draft: Draft) -> tuple[Hint, ...]:
        """What boards and families say of topics that it leaves open."""
        imdb = draft.entry.get("external", {}).get("imdb")
        return hints_of(draft, self.library.reviews_of(draft.movie, imdb), self.library.vocabulary)

    def _message(self, draft: Draft, begun: bool) -> Message:
        shown = glance(preview(draft), self.library, self.country, self.say)
        step = next_step(draft, self.library.vocabulary, self.country)
        return draft_message(
            draft, shown, self.library.vocabulary, self.say, step, self.hints(draft), begun=begun
        )
