"""/entry add and /entry edit: how a moderator comes to a draft. What happens to titles: draft_start.py."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.draft_start import begin, begin_form, edit
from bot.entry.entry_feature import EntryFeature, Title, entry_of
from bot.ui.actions import Action, Verb, uncut
from bot.ui.card import Button, ButtonStyle
from bot.ui.command_words import about, about_option
from bot.ui.film_label import label
from bot.ui.markdown import TYPED, escape
from bot.ui.responses import Defer, defer, open_form

Year = app_commands.Range[int, 1888, 2100]


class Begin(EntryFeature):
    """New drafts, and those that were left."""

    @app_commands.command(description=about("entry_add"))
    @app_commands.describe(title=about_option("new_title"), year=about_option("year"))
    @app_commands.autocomplete(title=EntryFeature.films)
    async def add(self, interaction: discord.Interaction, title: Title, year: Year | None = None) -> None:
        """Starts or resumes a draft."""
        await begin(self.session(interaction), title, year)

    @app_commands.command(description=about("entry_edit"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def edit(self, interaction: discord.Interaction, title: Title) -> None:
        """Opens it as a draft."""
        await defer(interaction)
        session = self.session(interaction)
        if movie := await entry_of(session, title, near=True):
            await edit(session, movie)

    @handles(Verb.BEGIN)
    async def begin(self, interaction: discord.Interaction, action: Action) -> None:
        """Begins an entry of this title."""
        await begin(self.session(interaction), action.one() or action.detail, None)

    @handles(Verb.BEGIN_FILM)
    async def begin_film(self, interaction: discord.Interaction, action: Action) -> None:
        """Begins the entry of a film that is known without one."""
        session = self.session(interaction)
        film = self.resources.replier(session.server).guide.titles.named(action.movie)
        if film is None:
            await session.tell(session.say("error.gone_film"))
        else:
            await begin(session, label(film), None)

    @handles(Verb.BEGIN_ANYWAY)
    async def begin_anyway(self, interaction: discord.Interaction, action: Action) -> None:
        """The same, though others look like it."""
        year, _, title = action.detail.partition(" ")
        if year.isdigit() and uncut(title):
            await begin(self.session(interaction), title, int(year), sure=True)
        else:
            known = (title, int(year)) if year.isdigit() and title else (action.detail.strip(), None)
            await open_form(interaction, begin_form(*known, self.resources.say(interaction)))

    @handles(Verb.BEGIN_SENT)
    async def begin_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Starts with the title and year of the form; a year that is none is asked for again."""
        session = self.session(interaction)
        title, year = action.one("title"), action.one("year")
        if year.isascii() and year.isdigit():
            await begin(session, title, int(year), sure=True)
            return
        again = Button(session.say("begin.again"), Action(Verb.BEGIN_ANYWAY, detail=title), ButtonStyle.MAIN)
        await session.tell(
            session.say("begin.no_year", year=escape(year, TYPED), title=escape(title, TYPED)),
            actions=(again,),
        )

    @handles(Verb.EDIT, defer=Defer.HERE)
    async def edit_entry(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens an entry to be changed."""
        await edit(self.session(interaction), action.one() or action.movie)
