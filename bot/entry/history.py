"""/entry history: who changed an entry, when and why, page by page, and one revision with its card."""

import asyncio
from dataclasses import dataclass

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.apply_change import happened, summary
from bot.entry.entry_feature import EntryFeature, Title, entry_of
from bot.entry.entry_session import EntrySession
from bot.entry.history_messages import MOST_REVISIONS, history_message, revision_message
from bot.entry.preview import glance
from bot.ui.actions import Action, Verb
from bot.ui.command_words import about, about_option
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Message
from bot.ui.responses import Defer, defer
from knowledge.entry import Movie
from knowledge.storage.revisions import Revision, at_number, current, history
from knowledge.titles.folding import unslugged


class History(EntryFeature):
    """Every revision."""

    @app_commands.command(description=about("entry_history"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def history(self, interaction: discord.Interaction, title: Title) -> None:
        """Shows the newest page."""
        await defer(interaction)
        session = self.session(interaction)
        if movie := await entry_of(session, title, near=True):
            await _show_page(session, movie)

    @handles(Verb.HISTORY, defer=Defer.HERE)
    async def page(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows the newest or an older page."""
        below = int(action.detail) if action.detail else None
        await _show_page(self.session(interaction), action.movie, below)

    @handles(Verb.REVISION, defer=Defer.HERE)
    async def revision(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows one revision: what it changed, and the card as it was."""
        number = int(action.one() or action.detail)
        await _show_revision(self.session(interaction), action.movie, number)

    @handles(Verb.NEWEST_REVISION, defer=Defer.HERE)
    async def newest(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows the newest revision of the entry that was chosen."""
        await _show_revision(self.session(interaction), action.one(), None)


@dataclass(frozen=True, slots=True)
class RevisionContext:
    """A revision, the one before it, and the newest number."""

    revision: Revision
    before: Revision | None
    newest: int


async def _show_page(session: EntrySession, movie: str, below: int | None = None) -> None:
    """One page of the revisions, the newest first; `below` is the number from which it goes on."""
    page = await session.storage.read(history, session.server, movie, below, MOST_REVISIONS)
    if not page:
        shown = session.library.get(movie)
        await session.tell(
            session.say("history.none", title=escape(shown.heading if shown else unslugged(movie), TYPED))
        )
        return
    heading = page[-1].entry.heading
    lines = [summary(one) for one in page]
    await session.show(history_message(heading, movie, lines, session.say, newest=below is None))


async def _show_revision(session: EntrySession, movie: str, number: int | None) -> None:
    """What a revision changed, and the card as it was; None for the newest."""
    looked = await _look(session, movie, number)
    if looked is None:
        await session.tell(session.say("refused.no_such_revision"))
    else:
        await session.show(await asyncio.to_thread(_message, session, looked))


async def _look(session: EntrySession, movie: str, number: int | None) -> RevisionContext | None:
    storage, server = session.storage, session.server
    newest = await storage.read(current, server, movie)
    if newest is None:
        return None
    wanted = newest.number if number is None else number
    revision = newest if wanted == newest.number else await storage.read(at_number, server, movie, wanted)
    before = await storage.read(at_number, server, movie, wanted - 1)
    return RevisionContext(revision, before, newest.number) if revision else None


def _message(session: EntrySession, looked: RevisionContext) -> Message:
    """The first revision is held against the shared entry."""
    movie = looked.revision.entry
    shared: Movie | None = session.storage.library(None).get(movie.id)
    one = happened(looked.revision, looked.before.entry if looked.before else shared)
    shown = glance(movie, session.library, session.country, session.say)
    return revision_message(movie.heading, movie.id, one, shown, looked.newest, session.say)
