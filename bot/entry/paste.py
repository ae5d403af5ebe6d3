"""/entry paste: a review page out of the clipboard into a draft."""

import discord

from bot.client import Usher
from bot.cooldown import Rate
from bot.dispatch import Moderators, hears
from bot.entry.paste_form import pasted_page
from bot.entry.session import ModeratorSession
from bot.entry.upload import take_page
from bot.ui.actions import Action
from bot.ui.responses import defer


class PasteActions(Moderators):
    """Pages that were pasted."""

    @hears("page_sent")
    async def sent(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Makes the draft, as from an uploaded page."""
        self.bot.cooldown.count(interaction.user.id, Rate.UPLOAD)
        await defer(interaction)
        await take_page(ModeratorSession(self.bot, interaction), pasted_page(action))


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(PasteActions(bot))
