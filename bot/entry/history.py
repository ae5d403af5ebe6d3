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


async def show_history(editor: ModeratorSession, movie: str, below: int | None = None) -> None:
    """One page of the revisions, the newest first; `below` is the number from which it goes on."""
    page = await editor.bot.storage.read(history, editor.server, movie, below, MOST_REVISIONS)
    if not page:
        shown = editor.library.get(movie)
        await editor.tell(editor.say("life.none", title=escape(shown.heading if shown else movie, TYPED)))
        return
    heading = page[-1].entry.heading
    lines = [summary(one) for one in page]
    await editor.show(history_message(heading, movie, lines, editor.say, newest=below is None))


async def show_revision(editor: ModeratorSession, movie: str, number: int | None) -> None:
    """What a revision changed, and the card as it was; None for the newest."""
    looked = await _look(editor, movie, number)
    if looked is None:
        await editor.tell(editor.say("refused.no_such_revision"))
    else:
        await editor.show(await asyncio.to_thread(_board, editor, looked))


async def _look(editor: ModeratorSession, movie: str, number: int | None) -> Looked | None:
    storage, server = editor.bot.storage, editor.server
    newest = await storage.read(current, server, movie)
    if newest is None:
        return None
    wanted = newest.number if number is None else number
    revision = newest if wanted == newest.number else await storage.read(at_number, server, movie, wanted)
    before = await storage.read(at_number, server, movie, wanted - 1)
    return Looked(revision, before, newest.number) if revision else None


def _board(editor: ModeratorSession, looked: Looked) -> Message:
    """The first revision is held against the shared entry."""
    movie = looked.revision.entry
    shared: Movie | None = editor.bot.storage.library(None).get(movie.id)
    one = happened(looked.revision, looked.before.entry if looked.before else shared)
    shown = glance(movie, editor.library, editor.country, editor.say)
    return revision_message(movie.heading, movie.id, one, shown, looked.newest, editor.say)
