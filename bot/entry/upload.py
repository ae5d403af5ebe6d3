"""/entry upload: entries out of a file; it changes all it says or nothing, after a dry run."""

import asyncio
from collections.abc import Iterable

import discord
from discord import app_commands

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.entry.apply_change import apply
from bot.entry.diff_lines import difference_lines
from bot.entry.entry_feature import EntryFeature, why_form
from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import fault_message
from bot.entry.page_draft import take_page
from bot.entry.waiting_uploads import WaitingUpload, WaitingUploads
from bot.resources import Resources
from bot.ui.actions import Action, ActionVerb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.command_words import about, about_option
from bot.ui.markdown import escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, defer, open_form
from knowledge.curation.diff import Proposed, dry_run
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.upload import MOST_BYTES, read_upload
from knowledge.storage.changes import Change
from knowledge.storage.revisions import ChangeKind, entries, unretired

MOST_SHOWN = 5
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
        """Asks why."""
        session = self.session(interaction)
        if self._waiting.get(session.server, session.who, action.detail) is None:
            await session.tell(session.say("file.gone"))
            return
        sent = Action(UploadVerb.CONFIRM_SENT, detail=action.detail)
        form = why_form(session.say("file.confirm"), sent, session.say("publish.why"))
        await open_form(interaction, form)

    @handles(UploadVerb.CONFIRM_SENT, defer=Defer.HERE)
    async def confirm_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Makes all the changes of the file, or none."""
        session = self.session(interaction)
        found = self._waiting.get(session.server, session.who, action.detail)
        if found is None:
            await session.tell(session.say("file.gone"), session.typed(action.typed))
            return
        why = action.one("why")
        changes = [
            Change(
                one.movie.id, ChangeKind.PUBLISH, session.who, why, found.based_on[one.movie.id], one.movie
            )
            for one in found.changing
        ]
        if await apply(session, *changes, typed=(why,)):
            self._waiting.drop(session.server, session.who, action.detail)

    async def _dry_run(self, session: EntrySession, name: str, data: bytes) -> None:
        movies = await asyncio.to_thread(read_upload, name, data, session.library)
        own = {one.movie: one for one in await session.storage.read(entries, session.server)}
        kept = await asyncio.to_thread(unretired, own.values())
        library = session.library.with_entries(kept.values())
        proposed = await asyncio.to_thread(dry_run, movies, library)
        based_on = {movie.id: own[movie.id].number if movie.id in own else 0 for movie in movies}
        found = WaitingUpload(proposed, based_on)
        self._waiting.put(session.server, session.who, found)
        await session.show(_dry_run_message(found, session.say))


async def _downloaded(attachment: discord.Attachment) -> bytes:
    if attachment.size > MOST_BYTES:
        size, most = (f"{count / MEGABYTE:.1f}" for count in (attachment.size, MOST_BYTES))
        wrong = problem("too_many_megabytes", size=size, most=most)
        raise Faulty([Fault(attachment.filename, "", wrong)])
    return await attachment.read()


def _dry_run_message(found: WaitingUpload, say: Phrases) -> Message:
    changing = found.changing
    if not changing:
        return Message((Card(None, (say("file.same", count=len(found.proposed)),)),))
    new = sum(one.before is None for one in changing)
    head = say("file.dry", new=new, changed=len(changing) - new, same=len(found.proposed) - len(changing))
    lines = (line for one in changing[:MOST_SHOWN] for line in _proposed(one, say))
    more = len(changing) - MOST_SHOWN
    rest = (say("file.more", count=more),) if more > 0 else ()
    confirm = Button(say("file.confirm"), Action(UploadVerb.CONFIRM, detail=found.id), ButtonStyle.GOOD)
    return Message((Card(None, (head, *lines, *rest)),), buttons=(confirm,))


def _proposed(one: Proposed, say: Phrases) -> Iterable[str]:
    yield f"**{escape(one.movie.heading)}**"
    if one.before is None:
        yield say("file.new", pitch=escape(one.movie.pitch))
    else:
        yield from difference_lines(one.differences, say, MOST_SHOWN)
