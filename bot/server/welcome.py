"""What a server reads when Usher joins: what can be chosen, and that it works without."""

import logging

import discord
from discord.ext import commands

from bot.delivery import UNSENT, post
from bot.feature import Feature
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Phrases

log = logging.getLogger(__name__)


class Welcome(Feature):
    """The first message."""

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Once, where Discord greets new members, else in the first channel that is open to us."""
        channel = _open_channel(guild)
        if channel is None:
            return
        try:
            await post(channel.send, view=message_view(welcome_message(self.resources.say_in(guild.id))))
        except UNSENT:
            log.warning("no welcome could be written in server %s; /settings says the same", guild.id)


def welcome_message(say: Phrases) -> Message:
    """Three choices in one form; whoever may manage the server can press it."""
    lines = (
        say("welcome.what"),
        say("welcome.role"),
        say("welcome.channel"),
        say("welcome.country"),
        say("welcome.without"),
    )
    choose = Button(say("welcome.choose"), Action(Verb.SETTINGS), ButtonStyle.MAIN)
    return Message((Card(say("welcome.head"), lines, (say("welcome.who"),)),), buttons=(choose,))


def _open_channel(guild: discord.Guild) -> discord.TextChannel | None:
    """A channel in which we may write."""
    first = [guild.system_channel] if guild.system_channel else []
    for channel in (*first, *guild.text_channels):
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            return channel
    return None
