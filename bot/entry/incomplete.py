"""/entry incomplete: what waits, what is reported wrong, what has moved on, and what nobody looked at."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import discord
from discord import app_commands

from bot.entry.entry_feature import EntryFeature
from bot.entry.entry_session import EntrySession
from bot.film.fragments import in_a_row, topic_name
from bot.ui.actions import Action, Verb
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICES
from bot.ui.markdown import APART, COMMA, escape
from bot.ui.message import Menu, Message, Option
from bot.ui.phrases import Phrases
from bot.ui.responses import defer
from knowledge.curation.draft import Draft, not_assessed, unrecorded
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.reports import Report, open_reports, reported
from knowledge.storage.revisions import Revision, Stage, entries
from knowledge.titles.folding import unslugged

MOST_LINES = 10
MOST_TOPICS = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """What storage has of it."""

    entries: tuple[Revision, ...]
    reports: tuple[Report, ...]
    reported: Mapping[str, int]
    """How many reports are open, by the entry's id."""
    mine: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """An entry and what it lacks, in words."""

    movie: Movie
    lacks: tuple[str, ...]


class Incomplete(EntryFeature):
    """What is left to do."""

    @app_commands.command(description=about("entry_incomplete"))
    async def incomplete(self, interaction: discord.Interaction) -> None:
        """Lists it."""
        await defer(interaction)
        await _show_incomplete(self.session(interaction))


async def _show_incomplete(session: EntrySession) -> None:
    """The most pressing first: reported, moved on, waiting; then by what is missing."""
    storage, server = session.storage, session.server
    waits = Waiting(
        await storage.read(entries, server, Stage.DRAFT),
        await storage.read(open_reports, server, most=CHOICES),
        await storage.read(reported, server),
        await session.resources.drafts.all(server, session.who),
    )
    await session.show(await asyncio.to_thread(_incomplete, session, waits))


def _incomplete(session: EntrySession, waits: Waiting) -> Message:
    """Every entry of the server is read for it."""
    say, moved_on = session.say, session.storage.moved_on(session.server)
    urgent = _urgent(waits.reported, moved_on, say)
    waiting = {one.movie: one.entry.heading for one in waits.entries}
    drafts = [(movie, say("incomplete.waiting", heading=escape(name))) for movie, name in waiting.items()]
    own = [(one.movie, say("incomplete.mine", heading=escape(one.heading))) for one in waits.mine]
    lacking = sorted(_lacking(session.library, say), key=lambda one: -len(one.lacks))
    gaps = [
        (
            one.movie.id,
            say("incomplete.lacks", heading=escape(one.movie.heading), lacks=APART.join(one.lacks)),
        )
        for one in lacking
    ]
    pressing = [*_lines_of(urgent, session.library), *drafts, *own]
    head = say("incomplete.head", pressing=len(pressing), gaps=len(gaps))
    message = _listed(head, [*pressing, *gaps], session.library, say)
    first = (*_reports(waits.reports, session.library, say), *_waiting(waits.entries[:CHOICES], say))
    silent = waits.reports and not session.storage.settings(session.server).queue_channel
    told = message.saying(say("incomplete.no_channel")) if silent else message
    return replace(told, menus=(*first, *message.menus))


def _reports(reports: tuple[Report, ...], library: Library, say: Phrases) -> tuple[Menu, ...]:
    options = tuple(Option(_heading(one.movie, library), str(one.id), one.says) for one in reports)
    return (Menu(say("incomplete.reports"), Action(Verb.REPORT_OPEN), options),) if options else ()


def _waiting(waiting: tuple[Revision, ...], say: Phrases) -> tuple[Menu, ...]:
    options = tuple(Option(one.entry.heading, one.movie, one.why) for one in waiting)
    return (Menu(say("incomplete.drafts"), Action(Verb.NEWEST_REVISION), options),) if options else ()


def _urgent(
    reported: Mapping[str, int], moved_on: tuple[str, ...], say: Phrases
) -> Iterator[tuple[str, str]]:
    yield from ((movie, say("incomplete.reported", count=count)) for movie, count in reported.items())
    yield from ((movie, say("incomplete.moved_on")) for movie in moved_on)


def _lines_of(urgent: Iterator[tuple[str, str]], library: Library) -> list[tuple[str, str]]:
    return [(movie, f"**{_heading(movie, library)}:** {line}") for movie, line in urgent]


def _heading(movie: str, library: Library) -> str:
    found = library.get(movie)
    return escape(found.heading if found else unslugged(movie))


def _lacking(library: Library, say: Phrases) -> Iterator[Lacking]:
    for movie in library.movies.values():
        lacks = tuple(_lacks(movie, library, say))
        if lacks:
            yield Lacking(movie, lacks)


def _lacks(movie: Movie, library: Library, say: Phrases) -> Iterator[str]:
    vocabulary = library.vocabulary
    open_ = not_assessed(movie.model_dump(mode="json"), vocabulary)
    if open_:
        names = [topic_name(vocabulary.topics[topic], say) for topic in open_[:MOST_TOPICS]]
        more = [say("incomplete.more", count=len(open_) - MOST_TOPICS)] if len(open_) > MOST_TOPICS else []
        yield say("incomplete.topics", topics=COMMA.join([*names, *more]))
    yield from (in_a_row(say(f"part.{part}"), say) for part in unrecorded(movie))


def _listed(head: str, rows: list[tuple[str, str]], library: Library, say: Phrases) -> Message:
    if not rows:
        return Message((Card(None, (say("incomplete.nothing"),)),))
    lines = [f"- {line}" for _, line in rows[:MOST_LINES]]
    more = [say("incomplete.rest", count=len(rows) - MOST_LINES)] if len(rows) > MOST_LINES else []
    movies = list(dict.fromkeys(movie for movie, _ in rows))[:CHOICES]
    options = tuple(Option(_heading(movie, library), movie) for movie in movies)
    menu = Menu(say("incomplete.menu"), Action(Verb.EDIT), options)
    return Message((Card(None, (head, *lines, *more)),), (menu,))
