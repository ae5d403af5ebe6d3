"""/entry paste: a review page out of the clipboard into a draft."""

import discord
from discord import app_commands

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.entry.entry_feature import EntryFeature
from bot.entry.page_draft import take_page
from bot.ui.actions import Action, ActionVerb
from bot.ui.command_words import about
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, open_form

PARTS = ("page_1", "page_2", "page_3", "page_4")
"""A field holds 4,000 characters at most."""


class PasteVerb(ActionVerb):
    """What is done here alone."""

    SENT = "page_sent"


class Paste(EntryFeature):
    """Pages that are pasted."""

    @app_commands.command(description=about("entry_paste"))
    async def paste(self, interaction: discord.Interaction) -> None:
        """Opens the form."""
        await open_form(interaction, page_form(self.resources.say(interaction)))

    @handles(PasteVerb.SENT, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Makes the draft, as from an uploaded page."""
        self.resources.cooldown.count(interaction.user.id, Rate.UPLOAD)
        page = "\n".join(text for name in PARTS if (text := action.one(name)))
        await take_page(self.session(interaction), page)


def page_form(say: Phrases) -> Form:
    """Asks for the page, from its first line on."""
    first, *others = PARTS
    fields = (
        Field(first, FieldKind.TEXT, say("paste.first"), say("paste.hint"), required=True),
        *(Field(name, FieldKind.TEXT, say("paste.more")) for name in others),
    )
    return Form(say("paste.form"), Action(PasteVerb.SENT), fields)
