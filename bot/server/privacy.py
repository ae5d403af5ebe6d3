"""/privacy: what is stored about a person, as a file, and deleted with one more press."""

import json

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.feature import Feature
from bot.rights import Right
from bot.ui.actions import Action, ActionVerb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.command_words import about
from bot.ui.message import Attachment, Message, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, defer, send_or_edit
from knowledge.storage.privacy import forget, stored_about

FILE = "what-usher-knows.json"
ENTRIES = "revisions"
"""Where the texts of entries stand, which are left out of the file."""


class PrivacyVerb(ActionVerb):
    """What is done here alone."""

    DELETE = "forget"
    DELETE_CONFIRMED = "forgotten"


class Privacy(Feature):
    """For everybody, about themselves."""

    @app_commands.command(description=about("privacy"))
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Shows it, with the file."""
        await defer(interaction)
        found = await self.resources.storage.read(stored_about, interaction.user.id)
        await send_or_edit(interaction, _message(found, self.resources.say(interaction)))

    @handles(PrivacyVerb.DELETE, Right.ANYONE)
    async def delete(self, interaction: discord.Interaction, _: Action) -> None:
        """Asks once more."""
        say = self.resources.say(interaction)
        yes = Button(say("privacy.yes"), Action(PrivacyVerb.DELETE_CONFIRMED), ButtonStyle.GRAVE)
        await send_or_edit(interaction, text_message(say("privacy.ask"), actions=(yes,)))

    @handles(PrivacyVerb.DELETE_CONFIRMED, Right.ANYONE, defer=Defer.HERE)
    async def delete_confirmed(self, interaction: discord.Interaction, _: Action) -> None:
        """Deletes it, in the database and in memory."""
        person = interaction.user.id
        await self.resources.storage.save(forget, person)
        for forget_person in self.resources.memories:
            forget_person(person)
        await send_or_edit(interaction, text_message(self.resources.say(interaction)("privacy.done")))


def _message(found: dict[str, list[dict[str, object]]], say: Phrases) -> Message:
    if not found:
        # No database holds it, and still it can be forgotten at once.
        now = Button(say("privacy.forget_now"), Action(PrivacyVerb.DELETE_CONFIRMED))
        return text_message(say("privacy.head"), say("privacy.nothing"), say("privacy.never"), actions=(now,))
    lines = [say(f"privacy.{table}", count=len(rows)) for table, rows in found.items()]
    file = say("privacy.file_entries" if ENTRIES in found else "privacy.file")
    card = Card(None, (say("privacy.head"), *lines, file), (say("privacy.small"),))
    delete = Button(say("privacy.delete"), Action(PrivacyVerb.DELETE), ButtonStyle.GRAVE)
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return Message((card,), buttons=(delete,), file=Attachment(FILE, text))
