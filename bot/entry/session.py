"""What all steps of writing an entry share: whose draft it is, for which guide, how it is shown."""

import asyncio
from dataclasses import dataclass

import discord

from bot.client import Usher
from bot.entry.draft_message import draft_message
from bot.entry.preview import glance
from bot.guide_cache import COUNTRY
from bot.retry_forms import LONGEST_SHOWN
from bot.rights import server_of
from bot.ui.actions import Action
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Button, ButtonStyle, Message, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import send_or_edit
from knowledge.curation.draft import Draft, preview
from knowledge.library import Library
from knowledge.storage.database import DatabaseAway
from knowledge.storage.owners import ServerId


@dataclass(frozen=True, slots=True)
class ModeratorSession:
    """One moderator at work in one server."""

    bot: Usher
    interaction: discord.Interaction[Usher]

    @property
    def server(self) -> ServerId:
        """The server's id. Raises OnlyInServers where there is none whose guide could be changed."""
        return server_of(self.interaction)

    @property
    def who(self) -> int:
        """The moderator's id."""
        return self.interaction.user.id

    @property
    def say(self) -> Phrases:
        """The phrases of their language."""
        return self.bot.say(self.interaction)

    @property
    def library(self) -> Library:
        """The guide as this server sees it."""
        return self.bot.storage.library(self.server)

    @property
    def country(self) -> str:
        """Whose official rating comes first."""
        return self.bot.storage.settings(self.server).country or COUNTRY

    async def draft(self, movie: str) -> Draft | None:
        """Their draft of this entry."""
        return await self.bot.drafts.get(self.server, self.who, movie)

    async def begun(self, movie: str) -> Draft | None:
        """Their draft, or None after saying that it is gone."""
        draft = await self.draft(movie)
        if draft is None:
            again = Button(self.say("entry.edit"), Action("edit", movie), ButtonStyle.MAIN)
            await self.tell(self.say("draft.gone"), actions=(again,))
        return draft

    async def keep(self, draft: Draft, *lines: str) -> None:
        """Keeps the draft and shows it after these lines; where it can't be kept now, nothing is lost."""
        try:
            await self.bot.drafts.keep(self.server, self.who, draft)
        except DatabaseAway:
            await self.show_draft(draft, self.say("draft.unkept"), *lines, unkept=True)
        else:
            await self.show_draft(draft, *lines)

    async def show_draft(self, draft: Draft, *lines: str, unkept: bool = False) -> None:
        """Shows the draft, these lines first."""
        message = await asyncio.to_thread(self._board, draft)
        if unkept:
            again = Button(self.say("draft.keep_again"), Action("keep", draft.movie), ButtonStyle.MAIN)
            message = Message(message.cards, message.menus, (again, *message.buttons))
        await send_or_edit(self.interaction, message.saying(*lines))

    async def tell(self, *lines: str, actions: tuple[Button, ...] = ()) -> None:
        """Says something in place of the draft."""
        await send_or_edit(self.interaction, text_message(*lines, actions=actions))

    def typed(self, *texts: str) -> Markdown:
        """What they typed, said back where it could not be taken: nothing is lost."""
        return self.say("unsent.typed", typed=escape(" · ".join(filter(None, texts)), LONGEST_SHOWN))

    async def show(self, message: Message) -> None:
        """Shows a board."""
        await send_or_edit(self.interaction, message)

    def _board(self, draft: Draft) -> Message:
        shown = glance(preview(draft), self.library, self.country, self.say)
        return draft_message(draft, shown, self.library.vocabulary, self.say)
