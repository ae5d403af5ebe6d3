"""/entry export: one entry, or all of a server's own, as a file that can be uploaded again."""

import asyncio

import discord
from discord import app_commands

from bot.entry.entry_feature import EntryFeature, Title, entry_of
from bot.entry.entry_session import EntrySession
from bot.ui.card import Card
from bot.ui.command_words import about, about_option, choice
from bot.ui.message import Attachment, Message
from bot.ui.responses import defer
from knowledge.curation.export import FORMATS
from knowledge.storage.revisions import entries, unretired


class Export(EntryFeature):
    """Entries as files."""

    @app_commands.command(description=about("entry_export"))
    @app_commands.describe(title=about_option("entry_or_all"), kind=about_option("kind"))
    @app_commands.choices(kind=[choice(ending) for ending in FORMATS])
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def export(
        self, interaction: discord.Interaction, title: Title | None = None, kind: str = "toml"
    ) -> None:
        """Sends the file."""
        await defer(interaction)
        session = self.session(interaction)
        movie = await entry_of(session, title, near=True) if title else None
        if movie or not title:
            await _export(session, movie, kind)


async def _export(session: EntrySession, movie: str | None, kind: str) -> None:
    if movie is None:
        own = await session.storage.read(entries, session.server)
        movies = list((await asyncio.to_thread(unretired, own)).values())
    else:
        movies = [session.library[movie]] if movie in session.library.movies else []
    if not movies:
        await session.tell(session.say("file.nothing"))
        return
    name = f"{movies[0].id if movie else 'entries'}.{kind}"
    text = await asyncio.to_thread(FORMATS[kind], movies)
    card = Card(None, (session.say("file.export", count=len(movies)),))
    await session.show(Message((card,), file=Attachment(name, text)))
