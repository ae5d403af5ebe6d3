"""The steps of a draft: its parts, one form each, and every press on its board but publishing."""

import asyncio
from dataclasses import replace

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.draft_message import SEEN
from bot.entry.draft_start import begin, begin_form, edit, standing
from bot.entry.preview import part
from bot.entry.section_forms import NOTHING, section_form
from bot.entry.session import ModeratorSession
from bot.film.not_found_cards import label
from bot.ui.actions import CHOSEN, Action, uncut
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Button, ButtonStyle
from bot.ui.responses import defer, open_form, show_beside
from knowledge.curation.draft import fill, preview
from knowledge.questions import Intent


class DraftActions(Moderators):
    """What a moderator does with a draft."""

    @hears("begin")
    async def begin(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Begins an entry of this title."""
        await begin(ModeratorSession(self.bot, interaction), action.one(CHOSEN) or action.detail, None)

    @hears("write")
    async def write(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Begins the entry of a film that is known without one."""
        session = ModeratorSession(self.bot, interaction)
        film = self.bot.replier(session.server).guide.titles.named(action.movie)
        if film is None:
            await session.tell(session.say("error.gone_film"))
        else:
            await begin(session, label(film), None)

    @hears("begin_sure")
    async def begin_sure(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """The same, though others look like it."""
        year, _, title = action.detail.partition(" ")
        if year.isdigit() and uncut(title):
            await begin(ModeratorSession(self.bot, interaction), title, int(year), sure=True)
        else:
            known = (title, int(year)) if year.isdigit() and title else (action.detail.strip(), None)
            await open_form(interaction, begin_form(*known, self.bot.say(interaction)))

    @hears("began")
    async def began(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Starts with the title and year of the form; a year that is none is asked for again."""
        session = ModeratorSession(self.bot, interaction)
        title, year = action.one("title"), action.one("year")
        if year.isascii() and year.isdigit():
            await begin(session, title, int(year), sure=True)
            return
        again = Button(session.say("begin.again"), Action("begin_sure", detail=title), ButtonStyle.MAIN)
        await session.tell(
            session.say("begin.no_year", year=escape(year, TYPED), title=escape(title, TYPED)),
            actions=(again,),
        )

    @hears("edit")
    async def edit(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Opens an entry to be changed."""
        await defer(interaction)
        await edit(ModeratorSession(self.bot, interaction), action.one(CHOSEN) or action.movie)

    @hears("part")
    async def part(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Opens the form of a part."""
        session = ModeratorSession(self.bot, interaction)
        if draft := await session.begun(action.movie):
            chosen = action.one(CHOSEN) or action.detail
            await open_form(interaction, section_form(draft, chosen, session.library.vocabulary, session.say))

    @hears("filled")
    async def filled(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Takes what a form holds into the draft; where that is gone, into one of the entry as it stands."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        draft = await session.draft(action.movie) or await standing(session, action.movie)
        if draft is None:
            await self._give_back(session, action)
            return
        empty = action.one("level") == NOTHING
        values = dict.fromkeys(action.values, ()) if empty else action.values
        await session.keep(await asyncio.to_thread(fill, draft, action.detail, values, session.library))

    async def _give_back(self, session: ModeratorSession, action: Action) -> None:
        """Nothing that was typed is lost, though there is nothing left that it could go into."""
        await session.tell(session.say("draft.gone"), session.typed(action.typed))

    @hears("keep")
    async def keep(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Tries again to keep what could not be kept."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        if draft := await session.begun(action.movie):
            await session.keep(draft)

    @hears("draft")
    async def draft(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows the draft again."""
        session = ModeratorSession(self.bot, interaction)
        if draft := await session.begun(action.movie):
            await session.show_draft(draft)

    @hears("see")
    async def see(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows a part of the entry as parents will see it, beside the draft."""
        session = ModeratorSession(self.bot, interaction)
        draft = await session.begun(action.movie)
        intent = Intent(action.detail)
        if draft and intent in SEEN:
            card = part(preview(draft), intent, session.library, session.country, session.say)
            await show_beside(interaction, replace(card, private=True))

    @hears("discard")
    async def discard(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks whether the draft should go."""
        session = ModeratorSession(self.bot, interaction)
        if draft := await session.begun(action.movie):
            yes = Button(
                session.say("draft.discard_yes"), Action("discarded", draft.movie), ButtonStyle.GRAVE
            )
            no = Button(session.say("draft.discard_no"), Action("draft", draft.movie))
            await session.tell(
                session.say("draft.discard_ask", heading=escape(draft.heading, TYPED)), actions=(yes, no)
            )

    @hears("discarded")
    async def discarded(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Throws the draft away."""
        session = ModeratorSession(self.bot, interaction)
        await defer(interaction)
        await self.bot.drafts.drop(session.server, session.who, action.movie)
        await session.tell(session.say("draft.discarded"))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(DraftActions(bot))
