"""The steps of a draft: its parts, one form each, and every press on its board but publishing."""

import asyncio
from dataclasses import replace

import discord

from bot.client import Usher
from bot.dispatch import Moderators, hears
from bot.entry.draft_message import SEEN
from bot.entry.draft_start import begin, begin_form, edit, standing
from bot.entry.preview import part
from bot.entry.section_forms import NOTHING, part_form
from bot.entry.session import Editor
from bot.film.not_found_cards import label
from bot.ui.actions import CHOSEN, Order, whole
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Action, Look
from bot.ui.responses import open_form, show_beside, working
from knowledge.curation.draft import fill, preview
from knowledge.questions import Intent


class Steps(Moderators):
    """What a moderator does with a draft."""

    @hears("begin")
    async def begin(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Begins an entry of this title."""
        await begin(Editor(self.bot, interaction), order.one(CHOSEN) or order.rest, None)

    @hears("write")
    async def write(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Begins the entry of a film that is known without one."""
        editor = Editor(self.bot, interaction)
        film = self.bot.desk(editor.server).guide.titles.named(order.movie)
        if film is None:
            await editor.tell(editor.say("error.gone_film"))
        else:
            await begin(editor, label(film), None)

    @hears("begin_sure")
    async def begin_sure(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """The same, though others look like it."""
        year, _, title = order.rest.partition(" ")
        if year.isdigit() and whole(title):
            await begin(Editor(self.bot, interaction), title, int(year), sure=True)
        else:
            known = (title, int(year)) if year.isdigit() and title else (order.rest.strip(), None)
            await open_form(interaction, begin_form(*known, self.bot.say(interaction)))

    @hears("began")
    async def began(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Starts with the title and year of the form; a year that is none is asked for again."""
        editor = Editor(self.bot, interaction)
        title, year = order.one("title"), order.one("year")
        if year.isascii() and year.isdigit():
            await begin(editor, title, int(year), sure=True)
            return
        again = Action(editor.say("begin.again"), Order("begin_sure", rest=title), Look.MAIN)
        await editor.tell(
            editor.say("begin.no_year", year=escape(year, TYPED), title=escape(title, TYPED)),
            actions=(again,),
        )

    @hears("edit")
    async def edit(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Opens an entry to be changed."""
        await working(interaction)
        await edit(Editor(self.bot, interaction), order.one(CHOSEN) or order.movie)

    @hears("part")
    async def part(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Opens the form of a part."""
        editor = Editor(self.bot, interaction)
        if draft := await editor.begun(order.movie):
            chosen = order.one(CHOSEN) or order.rest
            await open_form(interaction, part_form(draft, chosen, editor.library.vocabulary, editor.say))

    @hears("filled")
    async def filled(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Takes what a form holds into the draft; where that is gone, into one of the entry as it stands."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        draft = await editor.draft(order.movie) or await standing(editor, order.movie)
        if draft is None:
            await self._give_back(editor, order)
            return
        empty = order.one("level") == NOTHING
        values = dict.fromkeys(order.values, ()) if empty else order.values
        await editor.keep(await asyncio.to_thread(fill, draft, order.rest, values, editor.library))

    async def _give_back(self, editor: Editor, order: Order) -> None:
        """Nothing that was typed is lost, though there is nothing left that it could go into."""
        await editor.tell(editor.say("draft.gone"), editor.typed(order.typed))

    @hears("keep")
    async def keep(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Tries again to keep what could not be kept."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        if draft := await editor.begun(order.movie):
            await editor.keep(draft)

    @hears("draft")
    async def draft(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows the draft again."""
        editor = Editor(self.bot, interaction)
        if draft := await editor.begun(order.movie):
            await editor.show_draft(draft)

    @hears("see")
    async def see(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows a part of the entry as parents will see it, beside the draft."""
        editor = Editor(self.bot, interaction)
        draft = await editor.begun(order.movie)
        intent = Intent(order.rest)
        if draft and intent in SEEN:
            card = part(preview(draft), intent, editor.library, editor.country, editor.say)
            await show_beside(interaction, replace(card, private=True))

    @hears("discard")
    async def discard(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks whether the draft should go."""
        editor = Editor(self.bot, interaction)
        if draft := await editor.begun(order.movie):
            yes = Action(editor.say("draft.discard_yes"), Order("discarded", draft.movie), Look.GRAVE)
            no = Action(editor.say("draft.discard_no"), Order("draft", draft.movie))
            await editor.tell(
                editor.say("draft.discard_ask", heading=escape(draft.heading, TYPED)), actions=(yes, no)
            )

    @hears("discarded")
    async def discarded(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Throws the draft away."""
        editor = Editor(self.bot, interaction)
        await working(interaction)
        await self.bot.drafts.drop(editor.server, editor.who, order.movie)
        await editor.tell(editor.say("draft.discarded"))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Steps(bot))
