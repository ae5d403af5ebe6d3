"""/entry upload: entries out of a file, after a dry run; what can't be published becomes a draft."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import discord
from discord import app_commands

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.entry.apply_change import apply
from bot.entry.entry_feature import EntryFeature, why_form
from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import fault_message
from bot.entry.page_draft import take_page
from bot.entry.sheet_language import sheet_words
from bot.entry.upload_message import upload_message
from bot.entry.waiting_uploads import WaitingUpload, WaitingUploads
from bot.resources import Resources
from bot.ui.actions import Action, ActionVerb
from bot.ui.card import Button, ButtonStyle
from bot.ui.command_words import about, about_option
from bot.ui.responses import Defer, defer, open_form
from knowledge.curation.diff import dry_run
from knowledge.curation.draft import Draft
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.plain_rows import Defaults
from knowledge.curation.upload import MOST_BYTES
from knowledge.curation.uploaded import is_windows_sheet, read_entries
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind, entries, unretired

MOST_NAMED = 10
PAGE = ".txt"
MEGABYTE = 1024 * 1024


class UploadVerb(ActionVerb):
    """What is done here alone."""

    CONFIRM = "confirm"
    CONFIRM_SENT = "uploaded"


class Upload(EntryFeature):
    """From a file to the change."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self._waiting = WaitingUploads()
        resources.memories.append(self._waiting.forget)

    @app_commands.command(description=about("entry_upload"))
    @app_commands.describe(file=about_option("file"))
    async def upload(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Shows what a file would change, or its faults with their place; a review page becomes a draft."""
        self.resources.cooldown.count(interaction.user.id, Rate.UPLOAD)
        await defer(interaction)
        session = self.session(interaction)
        try:
            data = await _downloaded(file)
            if file.filename.lower().endswith(PAGE):
                await take_page(session, data.decode("utf-8", "replace"))
            else:
                await self._dry_run(session, file.filename, data)
        except Faulty as faulty:
            await session.show(fault_message(faulty.faults, "file", session.say))

    @handles(UploadVerb.CONFIRM)
    async def confirm(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why, where something is changed that is there already."""
        session = self.session(interaction)
        found = self._waiting.get(session.server, session.who, action.detail)
        if found is None:
            await session.tell(session.say("file.gone"))
        elif found.is_all_new:
            await defer(interaction)
            await self._take(session, found, self.resources.say_in(session.server)("publish.first"))
        else:
            sent = Action(UploadVerb.CONFIRM_SENT, detail=action.detail)
            await open_form(
                interaction, why_form(session.say("file.confirm"), sent, session.say("publish.why"))
            )

    @handles(UploadVerb.CONFIRM_SENT, defer=Defer.HERE)
    async def confirm_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Makes all the changes of the file, or none."""
        session = self.session(interaction)
        found = self._waiting.get(session.server, session.who, action.detail)
        if found is None:
            await session.tell(session.say("file.gone"), session.typed(action.typed))
        else:
            await self._take(session, found, action.one("why"))

    async def _take(self, session: EntrySession, found: WaitingUpload, why: str) -> None:
        """Publishes what is good, all of it or nothing; the others become drafts."""
        kept = await _keep_drafts(session, found.drafts, found.based_on)
        changes = [
            Change(
                one.movie.id, ChangeKind.PUBLISH, session.who, why, found.based_on[one.movie.id], one.movie
            )
            for one in found.changing
        ]
        if not changes:
            await session.tell(*kept)
        elif not await apply(session, *changes, typed=(why,), also=kept):
            return
        self._waiting.drop(session.server, session.who, found.id)

    async def _dry_run(self, session: EntrySession, name: str, data: bytes) -> None:
        own = {one.movie: one for one in await session.storage.read(entries, session.server)}
        kept = await asyncio.to_thread(unretired, own.values())
        library = session.library.with_entries(kept.values())
        board = library.vocabulary.board_in(session.country)
        none = self.resources.say_in(session.server)("step.none_found")
        defaults = Defaults(datetime.now(UTC).date(), none)
        words = sheet_words(library.vocabulary, self.resources.guides.languages, session.say)
        read = await asyncio.to_thread(read_entries, name, data, library, board, defaults, words)
        movies = [one.movie for one in read if one.movie]
        proposed = await asyncio.to_thread(dry_run, movies, library)
        ids = [*(movie.id for movie in movies), *(one.draft.movie for one in read if one.draft)]
        based_on = {movie: own[movie].number if movie in own else 0 for movie in ids}
        found = WaitingUpload(proposed, based_on, tuple(one for one in read if not one.movie))
        self._waiting.put(session.server, session.who, found)
        label = session.say("file.confirm" if found.changing else "file.keep")
        confirm = Button(label, Action(UploadVerb.CONFIRM, detail=found.id), ButtonStyle.GOOD)
        note = (session.say("file.windows"),) if is_windows_sheet(name, data) else ()
        await session.show(upload_message(found, confirm, session.say).saying(*note))


async def _keep_drafts(
    session: EntrySession, drafts: tuple[Draft, ...], based_on: dict[str, int]
) -> tuple[str, ...]:
    """Which were kept; a draft that somebody has already is not written over."""
    kept, left = list[str](), list[str]()
    for draft in drafts:
        if await session.draft(draft.movie):
            left.append(draft.heading)
            continue
        shared = draft.movie in session.library.movies and not based_on[draft.movie]
        new = replace(draft, based_on=based_on[draft.movie], saw_shared=shared)
        await session.resources.drafts.keep(session.server, session.who, new)
        kept.append(draft.heading)
    said = (("file.drafts", kept), ("file.drafts_left", left))
    return tuple(session.say(key, films=session.say.join(names[:MOST_NAMED])) for key, names in said if names)


async def _downloaded(attachment: discord.Attachment) -> bytes:
    if attachment.size > MOST_BYTES:
        size, most = (f"{count / MEGABYTE:.1f}" for count in (attachment.size, MOST_BYTES))
        wrong = problem("too_many_megabytes", size=size, most=most)
        raise Faulty([Fault(attachment.filename, "", wrong)])
    return await attachment.read()
