"""/entry compare: two revisions, or the server's entry beside the shared one that has moved on."""

import asyncio

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.apply_change import apply
from bot.entry.diff_lines import difference_lines
from bot.entry.entry_feature import EntryFeature, Number, Title, entry_of
from bot.entry.entry_session import EntrySession
from bot.entry.history_messages import history_button
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.command_words import about, about_option
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Message
from bot.ui.responses import Defer, defer
from knowledge.curation.diff import diff
from knowledge.entry import Movie
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind, Revision, at_number, current
from knowledge.titles.folding import unslugged

SHARED = 0
"""The number by which the shared entry is named beside the revisions."""


class CompareVerb(ActionVerb):
    """What is done here alone."""

    KEEP_OURS = "keep_ours"


class Compare(EntryFeature):
    """Two states of an entry, side by side."""

    @app_commands.command(description=about("entry_compare"))
    @app_commands.describe(title=about_option("entry"), one=about_option("one"), two=about_option("two"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def compare(
        self,
        interaction: discord.Interaction,
        title: Title,
        one: Number | None = None,
        two: Number | None = None,
    ) -> None:
        """Shows the difference."""
        await defer(interaction)
        session = self.session(interaction)
        if movie := await entry_of(session, title, near=True):
            await _show_difference(session, movie, one, two)

    @handles(CompareVerb.KEEP_OURS, defer=Defer.HERE)
    async def keep_ours(self, interaction: discord.Interaction, action: Action) -> None:
        """Notes that the shared entry as it stands now was looked at."""
        session = self.session(interaction)
        now = await session.storage.read(current, session.server, action.movie)
        if now is None:
            await session.tell(session.say("refused.no_entry"))
            return
        why, number = session.say("compare_entry.kept"), int(action.detail)
        kind = ChangeKind.PUBLISH
        change = Change(action.movie, kind, session.who, why, number, now.entry, saw_shared=True)
        await apply(session, change)


async def _show_difference(session: EntrySession, movie: str, one: int | None, two: int | None) -> None:
    """Shows how two states differ; without numbers the shared entry and the newest revision."""
    newest = await session.storage.read(current, session.server, movie)
    shared = session.storage.library(None).get(movie)
    if newest is None:
        await session.tell(
            session.say("history.none", title=escape(shared.heading if shared else unslugged(movie), TYPED))
        )
        return
    before = SHARED if shared else max(newest.number - 1, 1)
    first, second = before if one is None else one, newest.number if two is None else two
    was, now = await _state(session, movie, first), await _state(session, movie, second)
    if was is None or now is None:
        await _tell_none(session, first if was is None else second, newest)
    else:
        names = _name(session, first), _name(session, second)
        await session.show(
            await asyncio.to_thread(_difference_message, session, was, now, names, newest.number)
        )


async def _tell_none(session: EntrySession, number: int, newest: Revision) -> None:
    key = "compare_entry.no_shared" if number == SHARED else "compare_entry.no_such"
    line = session.say(key, number=number, title=escape(newest.entry.heading, TYPED), newest=newest.number)
    await session.tell(line, actions=(history_button(newest.movie, session.say),))


def _difference_message(
    session: EntrySession, was: Movie, now: Movie, names: tuple[str, str], newest: int
) -> Message:
    head = session.say("compare_entry.head", one=Markdown(names[0]), two=Markdown(names[1]))
    moved = now.id in session.storage.moved_on(session.server)
    lines = (head, *((session.say("compare_entry.moved"),) if moved else ()))
    card = Card(f"### {escape(now.heading, TYPED)}", (*lines, *difference_lines(diff(was, now), session.say)))
    return Message((card,), buttons=_buttons(session, now.id, newest, moved=moved))


async def _state(session: EntrySession, movie: str, number: int) -> Movie | None:
    if number == SHARED:
        return session.storage.library(None).get(movie)
    found = await session.storage.read(at_number, session.server, movie, number)
    return found.entry if found else None


def _name(session: EntrySession, number: int) -> str:
    return f"#{number}" if number > SHARED else session.say("compare_entry.shared")


def _buttons(session: EntrySession, movie: str, newest: int, *, moved: bool) -> tuple[Button, ...]:
    keep = Button(
        session.say("compare_entry.keep"), Action(CompareVerb.KEEP_OURS, movie, str(newest)), ButtonStyle.MAIN
    )
    edit = Button(session.say("entry.edit"), Action(Verb.EDIT, movie))
    return (keep, edit) if moved else (edit,)
