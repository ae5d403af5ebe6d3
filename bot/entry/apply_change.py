"""Changing an entry in storage, and telling what became of it. The commands that change stand elsewhere."""

import asyncio
from dataclasses import replace

from bot.entry.history_messages import Happened, conflict_board, history_of, many_board, waiting_board
from bot.entry.session import Editor
from bot.server.notifications import announce, tell_moderators
from bot.ui.actions import Order
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Action, Board
from knowledge.curation.diff import compare
from knowledge.entry import Movie
from knowledge.storage.changes import Change, Refusal
from knowledge.storage.revision_writer import WRITES, Conflict, Refused, Written
from knowledge.storage.revisions import SHOWN, Deed, Life, Revision, at_number, current

MOST_QUEUED = 5
"""Beyond, one message to the moderators stands for all drafts of a file."""
MOST_TOLD = 10


async def make(editor: Editor, *changes: Change, typed: tuple[str, ...] = ()) -> bool:
    """Makes these changes and tells what became of them; whether they were made. Raises DatabaseAway.

    `typed` is said back where they were not made and no draft holds it.
    """
    back = (editor.typed(*typed),) if typed else ()
    match await editor.bot.storage.write(editor.server, changes):
        case Written(revisions):
            await _tell_written(editor, revisions)
            return True
        case Conflict(yours, theirs):
            await _tell_conflict(editor, yours, theirs, back)
        case Refused(change, why):
            await _tell_refused(editor, change, why, back)
    return False


def happened(revision: Revision, before: Movie | None) -> Happened:
    """A revision as it is told, held against what stood before it. It reads the whole entry."""
    return replace(summary(revision), differences=compare(before, revision.entry))


def summary(revision: Revision) -> Happened:
    """The same without what differs, which is told at once."""
    return Happened(
        revision.number,
        revision.who,
        revision.at,
        revision.why,
        revision.deed.value,
        revision.life.value,
        revision.locked,
    )


async def _tell_written(editor: Editor, revisions: tuple[Revision, ...]) -> None:
    say = editor.say
    lines = [
        say(f"done.{one.deed.value}_{one.life.value}", heading=escape(one.entry.heading, TYPED))
        for one in revisions[:MOST_TOLD]
    ]
    await editor.tell(*lines, actions=(history_of(revisions[0].movie, say),))
    waiting = [one for one in revisions if one.life is Life.DRAFT and one.deed in WRITES]
    if len(waiting) > MOST_QUEUED:
        theirs = editor.bot.say_in(editor.server)
        await tell_moderators(editor.bot, editor.server, many_board(len(waiting), editor.who, theirs))
    else:
        for one in waiting:
            await _ask_second(editor, one)
    shown = await asyncio.to_thread(lambda: [one.entry for one in revisions if one.life in SHOWN])
    await announce(editor.bot, editor.server, shown)


async def _ask_second(editor: Editor, revision: Revision) -> None:
    before = await editor.bot.storage.read(at_number, editor.server, revision.movie, revision.number - 1)
    shared = editor.bot.storage.library(None).get(revision.movie)
    one = happened(revision, before.entry if before else shared)
    board = waiting_board(revision.entry.heading, revision.movie, one, editor.bot.say_in(editor.server))
    await tell_moderators(editor.bot, editor.server, board)


async def _tell_refused(editor: Editor, change: Change, refusal: Refusal, back: tuple[str, ...]) -> None:
    """With what was written: where it is somebody's draft it stays, else it is said back."""
    why = editor.say(f"refused.{refusal.name.lower()}")
    history = history_of(change.movie, editor.say)
    if await editor.draft(change.movie) is None:
        await editor.tell(why, *back, actions=(history,))
    else:
        mine = Action(editor.say("conflict.my_draft"), Order("draft", change.movie))
        await editor.tell(why, editor.say("draft.stays"), actions=(mine, history))


async def _tell_conflict(
    editor: Editor, yours: Change, theirs: Revision | None, back: tuple[str, ...]
) -> None:
    if theirs is None or yours.entry is None or await editor.draft(yours.movie) is None:
        again = history_of(yours.movie, editor.say)
        await editor.tell(editor.say("conflict.changed"), *back, actions=(again,))
        return
    base = await base_of(editor, yours.movie, yours.based_on)
    await editor.show(_conflict(editor, yours.entry, theirs, base))


def _conflict(editor: Editor, mine: Movie, theirs: Revision, base: Movie | None) -> Board:
    return conflict_board(
        mine.heading,
        mine.id,
        compare(base, mine),
        compare(base, theirs.entry),
        happened(theirs, base),
        editor.say,
    )


async def base_of(editor: Editor, movie: str, number: int) -> Movie | None:
    """What somebody had before their eyes: that revision, or the shared entry."""
    before = await editor.bot.storage.read(at_number, editor.server, movie, number) if number else None
    return before.entry if before else editor.bot.storage.library(None).get(movie)


async def do(editor: Editor, movie: str, deed: Deed, why: str, back_to: int | None = None) -> bool:
    """Does something to the entry as it stands now; whether it was done."""
    now = await editor.bot.storage.read(current, editor.server, movie)
    based_on = now.number if now else 0
    return await make(editor, Change(movie, deed, editor.who, why, based_on, back_to=back_to), typed=(why,))
