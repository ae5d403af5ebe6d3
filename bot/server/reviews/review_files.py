"""/moderate export and import: a server's reviews as a file without people."""

import asyncio

import discord
from discord import app_commands

from bot.cooldown import Rate
from bot.server.reviews.review_feature import ReviewModeration
from bot.session import Session
from bot.ui.card import Card
from bot.ui.command_words import about, about_option
from bot.ui.markdown import Markdown
from bot.ui.message import Attachment, Message
from bot.ui.phrases import Phrases
from bot.ui.responses import defer
from knowledge.reviews.review_file import LONGEST_FILE, BadReviewFile, as_file, from_file
from knowledge.storage.review_transfer import TakenReviews, shown_reviews, take_reviews

NAME = "reviews.json"


class ReviewFiles(ReviewModeration):
    """Reviews out and in."""

    @app_commands.command(name="export", description=about("moderate_export"))
    async def export(self, interaction: discord.Interaction) -> None:
        """Sends all that readers of this server see."""
        session = Session(self.resources, interaction)
        server = session.server
        await defer(interaction)
        found = await session.storage.read(shown_reviews, server)
        if not found:
            await session.tell(session.say("moderate.nothing_shown"))
            return
        text = await asyncio.to_thread(as_file, found)
        card = Card(None, (session.say("moderate.exported", count=len(found)),))
        await session.show(Message((card,), file=Attachment(NAME, text)))

    @app_commands.command(name="import", description=about("moderate_import"))
    @app_commands.describe(file=about_option("reviews_file"))
    async def take(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Adds what is not here yet; nothing of a file that is wrong somewhere."""
        session = Session(self.resources, interaction)
        server = session.server
        await defer(interaction)
        session.resources.cooldown.count(session.who, Rate.UPLOAD)
        try:
            if file.size > LONGEST_FILE:
                raise BadReviewFile
            read = await asyncio.to_thread(from_file, await file.read())
        except BadReviewFile as fault:
            await session.tell(session.say("moderate.bad_file"), *_places(fault, session.say))
            return
        taken = await session.storage.save(take_reviews, server, read)
        await session.tell(*_taken(taken, session.say))


def _taken(taken: TakenReviews, say: Phrases) -> tuple[Markdown, ...]:
    """What became of the file; what there is none of is not said."""
    more = (("held", taken.held), ("there", taken.there), ("refused", taken.refused))
    told = (say(f"moderate.imported_{name}", count=count) for name, count in more if count)
    return (say("moderate.imported", count=taken.new), *told)


def _places(fault: BadReviewFile, say: Phrases) -> tuple[Markdown, ...]:
    """Where it is wrong, as people call it."""
    return tuple(
        say("moderate.bad_place", number=one.review, field=say.name(f"review_field.{one.field}", one.field))
        for one in fault.places
    )
