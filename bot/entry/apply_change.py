"""Changing an entry in storage, and telling what became of it. The commands that change stand elsewhere."""

import asyncio
from dataclasses import replace

from bot.entry.entry_session import EntrySession
from bot.entry.history_messages import (
    RevisionView,
    conflict_message,
    history_button,
    many_message,
    waiting_message,
)
from bot.notifications import announce, tell_moderators
from bot.ui.actions import Action, Verb
from bot.ui.card import Button
from bot.ui.markdown import TYPED, escape
from bot.ui.message import Message
from knowledge.curation.diff import diff
from knowledge.entry import Movie
from knowledge.storage.changes import Change, Refusal
from knowledge.storage.revision_writer import WRITES, Conflict, RefusedChange, Written
from knowledge.storage.revisions import SHOWN, ChangeKind, Revision, Stage, at_number, current

MOST_QUEUED = 5
"""Beyond, one message to the moderators stands for all drafts of a file."""
MOST_TOLD = 10


async def apply(
    session: EntrySession, *changes: Change, typed: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> bool:
    """Makes these changes and tells what became of them; whether they were made. Raises DatabaseAway.

    `typed` is said back where they were not made and no draft holds it, `also` where they were.
    """
    back = (session.typed(*typed),) if typed else ()
    match await session.storage.write(session.server, changes):
        case Written(revisions):
            await _tell_written(session, revisions, also)
            return True
        case Conflict(yours, theirs):
            await _tell_conflict(session, yours, theirs, back)
        case RefusedChange(change, why):
            await _tell_refused(session, change, why, back)
    return False


def happened(revision: Revision, before: Movie | None) -> RevisionView:
    """A revision as it is shown, held against what stood before it. It reads the whole entry."""
    return replace(summary(revision), differences=diff(before, revision.entry))


def summary(revision: Revision) -> RevisionView:
    """The same without what differs, which is known at once."""
    return RevisionView(
        revision.number,
        revision.who,
        revision.at,
        revision.why,
        revision.kind.value,
        revision.stage.value,
        revision.locked,
    )


async def _tell_written(
    session: EntrySession, revisions: tuple[Revision, ...], also: tuple[str, ...]
) -> None:
    say = session.say
    lines = [
        say(f"done.{one.kind.value}_{one.stage.value}", heading=escape(one.entry.heading, TYPED))
        for one in revisions[:MOST_TOLD]
    ]
    await session.tell(*lines, *also, actions=(history_button(revisions[0].movie, say),))
    waiting = [one for one in revisions if one.stage is Stage.DRAFT and one.kind in WRITES]
    if len(waiting) > MOST_QUEUED:
        theirs = session.resources.say_in(session.server)
        await tell_moderators(
            session.resources, session.server, many_message(len(waiting), session.who, theirs)
        )
    else:
        for one in waiting:
            await _ask_second(session, one)
    shown = await asyncio.to_thread(lambda: [one.entry for one in revisions if one.stage in SHOWN])
    await announce(session.resources, session.server, shown)


async def _ask_second(session: EntrySession, revision: Revision) -> None:
    before = await session.storage.read(at_number, session.server, revision.movie, revision.number - 1)
    shared = session.storage.library(None).get(revision.movie)
    one = happened(revision, before.entry if before else shared)
    message = waiting_message(
        revision.entry.heading, revision.movie, one, session.resources.say_in(session.server)
    )
    await tell_moderators(session.resources, session.server, message)


async def _tell_refused(
    session: EntrySession, change: Change, refusal: Refusal, back: tuple[str, ...]
) -> None:
    """With what was written: where it is somebody's draft it stays, else it is said back."""
    why = session.say(f"refused.{refusal.name.lower()}")
    history = history_button(change.movie, session.say)
    if await session.draft(change.movie) is None:
        await session.tell(why, *back, actions=(history,))
    else:
        mine = Button(session.say("conflict.my_draft"), Action(Verb.DRAFT, change.movie))
        await session.tell(why, session.say("draft.stays"), actions=(mine, history))


async def _tell_conflict(
    session: EntrySession, yours: Change, theirs: Revision | None, back: tuple[str, ...]
) -> None:
    if theirs is None or yours.entry is None or await session.draft(yours.movie) is None:
        again = history_button(yours.movie, session.say)
        await session.tell(session.say("conflict.changed"), *back, actions=(again,))
        return
    base = await base_of(session, yours.movie, yours.based_on)
    await session.show(_conflict(session, yours.entry, theirs, base))


def _conflict(session: EntrySession, mine: Movie, theirs: Revision, base: Movie | None) -> Message:
    return conflict_message(
        mine.heading,
        mine.id,
        diff(base, mine),
        diff(base, theirs.entry),
        happened(theirs, base),
        session.say,
    )


async def base_of(session: EntrySession, movie: str, number: int) -> Movie | None:
    """What somebody had before their eyes: that revision, or the shared entry."""
    before = await session.storage.read(at_number, session.server, movie, number) if number else None
    return before.entry if before else session.storage.library(None).get(movie)


async def apply_to_current(
    session: EntrySession, movie: str, kind: ChangeKind, why: str, back_to: int | None = None
) -> bool:
    """Does something to the entry as it stands now; whether it was done."""
    now = await session.storage.read(current, session.server, movie)
    based_on = now.number if now else 0
    return await apply(
        session, Change(movie, kind, session.who, why, based_on, back_to=back_to), typed=(why,)
    )
