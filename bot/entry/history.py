"""/entry history: who changed an entry, when and why, page by page, and one revision with its card."""

import asyncio
from dataclasses import dataclass

from bot.entry.apply_change import happened, summary
from bot.entry.history_messages import MOST_REVISIONS, history_message, revision_message
from bot.entry.preview import glance
from bot.entry.session import ModeratorSession
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Message
from knowledge.entry import Movie
from knowledge.storage.revisions import Revision, at_number, current, history


@dataclass(frozen=True, slots=True)
class Looked:
    """A revision, the one before it, and the newest number."""

    revision: Revision
    before: Revision | None
    newest: int


async def show_history(session: ModeratorSession, movie: str, below: int | None = None) -> None:
    """One page of the revisions, the newest first; `below` is the number from which it goes on."""
    page = await session.bot.storage.read(history, session.server, movie, below, MOST_REVISIONS)
    if not page:
        shown = session.library.get(movie)
        await session.tell(session.say("life.none", title=escape(shown.heading if shown else movie, TYPED)))
        return
    heading = page[-1].entry.heading
    lines = [summary(one) for one in page]
    await session.show(history_message(heading, movie, lines, session.say, newest=below is None))


async def show_revision(session: ModeratorSession, movie: str, number: int | None) -> None:
    """What a revision changed, and the card as it was; None for the newest."""
    looked = await _look(session, movie, number)
    if looked is None:
        await session.tell(session.say("refused.no_such_revision"))
    else:
        await session.show(await asyncio.to_thread(_board, session, looked))


async def _look(session: ModeratorSession, movie: str, number: int | None) -> Looked | None:
    storage, server = session.bot.storage, session.server
    newest = await storage.read(current, server, movie)
    if newest is None:
        return None
    wanted = newest.number if number is None else number
    revision = newest if wanted == newest.number else await storage.read(at_number, server, movie, wanted)
    before = await storage.read(at_number, server, movie, wanted - 1)
    return Looked(revision, before, newest.number) if revision else None


def _board(session: ModeratorSession, looked: Looked) -> Message:
    """The first revision is held against the shared entry."""
    movie = looked.revision.entry
    shared: Movie | None = session.bot.storage.library(None).get(movie.id)
    one = happened(looked.revision, looked.before.entry if looked.before else shared)
    shown = glance(movie, session.library, session.country, session.say)
    return revision_message(movie.heading, movie.id, one, shown, looked.newest, session.say)
