"""/entry compare: two revisions, or the server's entry beside the shared one that has moved on."""

import asyncio

from bot.entry.diff_lines import difference_lines
from bot.entry.history_messages import history_button
from bot.entry.session import ModeratorSession
from bot.ui.actions import Action
from bot.ui.card import Card
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Button, ButtonStyle, Message
from knowledge.curation.diff import diff
from knowledge.entry import Movie
from knowledge.storage.revisions import Revision, at_number, current

SHARED = 0
"""The number by which the shared entry is named beside the revisions."""


async def show_difference(session: ModeratorSession, movie: str, one: int | None, two: int | None) -> None:
    """Shows how two states differ; without numbers the shared entry and the newest revision."""
    newest = await session.bot.storage.read(current, session.server, movie)
    shared = session.bot.storage.library(None).get(movie)
    if newest is None:
        await session.tell(session.say("life.none", title=escape(shared.heading if shared else movie, TYPED)))
        return
    before = SHARED if shared else max(newest.number - 1, 1)
    first, second = before if one is None else one, newest.number if two is None else two
    was, now = await _state(session, movie, first), await _state(session, movie, second)
    if was is None or now is None:
        await _tell_none(session, first if was is None else second, newest)
    else:
        names = _name(session, first), _name(session, second)
        await session.show(
            await asyncio.to_thread(_difference_board, session, was, now, names, newest.number)
        )


async def _tell_none(session: ModeratorSession, number: int, newest: Revision) -> None:
    key = "compare_entry.no_shared" if number == SHARED else "compare_entry.no_such"
    line = session.say(key, number=number, title=escape(newest.entry.heading, TYPED), newest=newest.number)
    await session.tell(line, actions=(history_button(newest.movie, session.say),))


def _difference_board(
    session: ModeratorSession, was: Movie, now: Movie, names: tuple[str, str], newest: int
) -> Message:
    head = session.say("compare_entry.head", one=Markdown(names[0]), two=Markdown(names[1]))
    moved = now.id in session.bot.storage.moved_on(session.server)
    lines = (head, *((session.say("compare_entry.moved"),) if moved else ()))
    card = Card(f"### {escape(now.heading, TYPED)}", (*lines, *difference_lines(diff(was, now), session.say)))
    return Message((card,), buttons=_actions(session, now.id, newest, moved=moved))


async def _state(session: ModeratorSession, movie: str, number: int) -> Movie | None:
    if number == SHARED:
        return session.bot.storage.library(None).get(movie)
    found = await session.bot.storage.read(at_number, session.server, movie, number)
    return found.entry if found else None


def _name(session: ModeratorSession, number: int) -> str:
    return f"#{number}" if number > SHARED else session.say("compare_entry.shared")


def _actions(session: ModeratorSession, movie: str, newest: int, *, moved: bool) -> tuple[Button, ...]:
    keep = Button(
        session.say("compare_entry.keep"), Action("keep_ours", movie, str(newest)), ButtonStyle.MAIN
    )
    edit = Button(session.say("entry.edit"), Action("edit", movie))
    return (keep, edit) if moved else (edit,)
