"""/privacy: what is stored about a person, as a file, and deleted with one more press."""

import json

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.dispatch import hears
from bot.ui.actions import Action
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.message import Attachment, Button, ButtonStyle, Message, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, send_or_edit
from knowledge.storage.privacy import forget, stored_about

FILE = "what-usher-knows.json"


class Privacy(commands.Cog):
    """For everybody, about themselves."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @app_commands.command(description=about("privacy"))
    async def privacy(self, interaction: discord.Interaction[Usher]) -> None:
        """Shows it, with the file."""
        await defer(interaction)
        found = await self._bot.storage.read(stored_about, interaction.user.id)
        await send_or_edit(interaction, _board(found, self._bot.say(interaction)))

    @hears("forget", anyone=True)
    async def ask(self, interaction: discord.Interaction[Usher], _: Action) -> None:
        """Asks once more."""
        say = self._bot.say(interaction)
        yes = Button(say("privacy.yes"), Action("forgotten"), ButtonStyle.GRAVE)
        await send_or_edit(interaction, text_message(say("privacy.ask"), actions=(yes,)))

    @hears("forgotten", anyone=True)
    async def forgotten(self, interaction: discord.Interaction[Usher], _: Action) -> None:
        """Deletes it, in the database and in memory."""
        await defer(interaction)
        person = interaction.user.id
        await self._bot.storage.save(forget, person)
        for remembered in (self._bot.drafts, self._bot.uploads, self._bot.unsent, self._bot.conversation):
            remembered.forget(person)
        await send_or_edit(interaction, text_message(self._bot.say(interaction)("privacy.done")))


def _board(found: dict[str, list[dict[str, object]]], say: Phrases) -> Message:
    if not found:
        return text_message(say("privacy.head"), say("privacy.nothing"), say("privacy.never"))
    lines = [say(f"privacy.{table}", count=len(rows)) for table, rows in found.items()]
    card = Card(None, (say("privacy.head"), *lines, say("privacy.file")), (say("privacy.small"),))
    delete = Button(say("privacy.delete"), Action("forget"), ButtonStyle.GRAVE)
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return Message((card,), buttons=(delete,), file=Attachment(FILE, text))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Privacy(bot))
