"""/settings: what a server chose, and the form that changes it."""

import discord
from discord import app_commands

from bot.cards.board import Board
from bot.cards.choosing import PRIVATE, SECOND, settings_board, settings_form
from bot.cards.markdown import Markdown
from bot.cards.orders import Order
from bot.client import Usher
from bot.desks import COUNTRY
from bot.moderation.ordering import Moderators, hears
from bot.moderation.showing import open_form, show, working
from knowledge.storage.servers import Settings, change_settings


class Choosing(Moderators):
    """A server's settings."""

    @app_commands.command(name="settings", description="What holds in this server, and how to change it")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction[Usher]) -> None:
        """Shows them."""
        await show(interaction, self._board(interaction))

    @hears("settings")
    async def change(self, interaction: discord.Interaction[Usher], _: Order) -> None:
        """Opens the form."""
        chosen = self.bot.storage.settings(interaction.guild_id)
        boards = self.bot.storage.library(None).vocabulary.boards.values()
        country = chosen.country or COUNTRY
        await open_form(interaction, settings_form(chosen, country, boards, self.bot.say(interaction)))

    @hears("settings_sent")
    async def sent(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Keeps what the form holds."""
        await working(interaction)
        await self.bot.storage.save(change_settings, interaction.guild_id or 0, _chosen(order))
        say = self.bot.say(interaction)
        await show(
            interaction, self._board(interaction).saying(say("settings.saved"), *self._closed(interaction))
        )

    def _board(self, interaction: discord.Interaction[Usher]) -> Board:
        chosen = self.bot.storage.settings(interaction.guild_id)
        boards = self.bot.storage.library(None).vocabulary.boards.values()
        country = chosen.country or COUNTRY
        place = next((board.place for board in boards if board.country == country), country)
        return settings_board(chosen, place, self.bot.say(interaction))

    def _closed(self, interaction: discord.Interaction[Usher]) -> tuple[str, ...]:
        """Said where the chosen channel is one in which we may not write."""
        chosen = self.bot.storage.settings(interaction.guild_id).queue_channel
        channel = interaction.guild.get_channel(chosen) if interaction.guild and chosen else None
        if channel is None:
            return ()
        may = channel.permissions_for(channel.guild.me)
        open_ = may.view_channel and may.send_messages
        say = self.bot.say(interaction)
        return () if open_ else (say("settings.channel_closed", channel=Markdown(channel.mention)),)


def _chosen(order: Order) -> Settings:
    role, channel = order.one("role"), order.one("channel")
    rules = order.values.get("rules", ())
    return Settings(
        moderator_role=int(role) if role else None,
        queue_channel=int(channel) if channel else None,
        country=order.one("country") or None,
        private_answers=PRIVATE in rules,
        strictness=int(order.one("strictness") or 0),
        second_person=SECOND in rules,
    )


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Choosing(bot))
