"""/entry export and /entry upload: entries as files; an upload changes all it says, or nothing."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import discord

from bot.entry.diff_lines import difference_lines
from bot.entry.draft_start import over_waiting, standing
from bot.entry.fault_lines import placed_text
from bot.entry.session import ModeratorSession
from bot.entry.waiting_uploads import Upload
from bot.ui.actions import Action
from bot.ui.card import Accent, Card
from bot.ui.markdown import escape
from bot.ui.message import Attachment, Button, ButtonStyle, Message
from bot.ui.phrases import Phrases
from knowledge.curation.diff import Proposed, dry_run
from knowledge.curation.draft import start_from_page
from knowledge.curation.export import FORMATS
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.review_page import LONGEST_PAGE, read_page
from knowledge.curation.upload import MOST_BYTES, read_upload
from knowledge.entry import Movie
from knowledge.storage.revisions import Revision, Stage, entries

MOST_FAULTS = 12
MOST_SHOWN = 5
PAGE = ".txt"
MEGABYTE = 1024 * 1024


async def export(session: ModeratorSession, movie: str | None, kind: str) -> None:
    """Sends one entry, or all of the server's own, as a file that can be uploaded again."""
    if movie is None:
        own = await session.bot.storage.read(entries, session.server)
        movies = list((await asyncio.to_thread(_standing, own)).values())
    else:
        movies = [session.library[movie]] if movie in session.library.movies else []
    if not movies:
        await session.tell(session.say("file.nothing"))
        return
    name = f"{movies[0].id if movie else 'entries'}.{kind}"
    text = await asyncio.to_thread(FORMATS[kind], movies)
    card = Card(None, (session.say("file.export", count=len(movies)),))
    await session.show(Message((card,), file=Attachment(name, text)))


async def upload(session: ModeratorSession, attachment: discord.Attachment) -> None:
    """Shows what a file would change; a review page becomes a draft. Faults are shown with their place."""
    try:
        data = await _downloaded(attachment)
        if attachment.filename.lower().endswith(PAGE):
            await take_page(session, data.decode("utf-8", "replace"))
        else:
            await _dry_run(session, attachment.filename, data)
    except Faulty as faulty:
        await session.show(_faults_board(faulty.faults, "file", session.say))


async def take_page(session: ModeratorSession, text: str) -> None:
    """Makes a draft of a review page; where it is none, says why."""
    try:
        await _draft_from(session, text[: LONGEST_PAGE + 1])
    except Faulty as faulty:
        await session.show(_faults_board(faulty.faults, "page", session.say))


async def _downloaded(attachment: discord.Attachment) -> bytes:
    if attachment.size > MOST_BYTES:
        size, most = (f"{count / MEGABYTE:.1f}" for count in (attachment.size, MOST_BYTES))
        wrong = problem("too_many_megabytes", size=size, most=most)
        raise Faulty([Fault(attachment.filename, "", wrong)])
    return await attachment.read()


async def _draft_from(session: ModeratorSession, text: str) -> None:
    page = await asyncio.to_thread(read_page, text)
    draft = start_from_page(page, datetime.now(UTC).date())
    begun = await session.draft(draft.movie)
    if begun is not None:
        await session.show_draft(begun, session.say("file.draft_there"))
    elif stands := await standing(session, draft.movie):
        # Its voices are not the page's, so what the page's reviewers say would stand above another's words.
        prose = {part: text for part, text in draft.prose.items() if not part.startswith("voice")}
        await session.keep(replace(stands, prose=prose), session.say("file.entry_there"))
    else:
        await session.keep(await over_waiting(session, draft))


async def _dry_run(session: ModeratorSession, name: str, data: bytes) -> None:
    movies = await asyncio.to_thread(read_upload, name, data, session.library)
    own = {one.movie: one for one in await session.bot.storage.read(entries, session.server)}
    waiting = await asyncio.to_thread(_standing, own.values())
    library = session.library.with_entries(waiting.values())
    proposed = await asyncio.to_thread(dry_run, movies, library)
    based_on = {movie.id: own[movie.id].number if movie.id in own else 0 for movie in movies}
    found = Upload(proposed, based_on)
    session.bot.uploads.put(session.server, session.who, found)
    await session.show(_dry_board(found, session.say))


def _standing(own: Iterable[Revision]) -> dict[str, Movie]:
    """What a server has of its own and has not retired, by id."""
    return {one.movie: one.entry for one in own if one.life is not Stage.RETIRED}


def _dry_board(found: Upload, say: Phrases) -> Message:
    changing = found.changing
    if not changing:
        return Message((Card(None, (say("file.same", count=len(found.proposed)),)),))
    new = sum(one.before is None for one in changing)
    head = say("file.dry", new=new, changed=len(changing) - new, same=len(found.proposed) - len(changing))
    lines = (line for one in changing[:MOST_SHOWN] for line in _proposed(one, say))
    more = len(changing) - MOST_SHOWN
    rest = (say("file.more", count=more),) if more > 0 else ()
    confirm = Button(say("file.confirm"), Action("confirm", detail=found.id), ButtonStyle.GOOD)
    return Message((Card(None, (head, *lines, *rest)),), buttons=(confirm,))


def _proposed(one: Proposed, say: Phrases) -> Iterable[str]:
    yield f"**{escape(one.movie.heading)}**"
    if one.before is None:
        yield say("file.new", pitch=escape(one.movie.pitch))
    else:
        yield from difference_lines(one.differences, say, MOST_SHOWN)


def _faults_board(faults: tuple[Fault, ...], kind: str, say: Phrases) -> Message:
    shown = [f"- {escape(f'{fault.file}: {placed_text(fault, say)}')}" for fault in faults[:MOST_FAULTS]]
    more = len(faults) - MOST_FAULTS
    rest = (say("file.more_faults", count=more),) if more > 0 else ()
    lines = (say(f"{kind}.faulty"), *shown, *rest)
    return Message((Card(None, lines, (say(f"{kind}.faulty_hint"),), accent=Accent.CARE),))
