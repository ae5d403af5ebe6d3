"""Sends what was answered, and remembers what was spoken of. What is answered: replies.py."""

import logging
from collections.abc import Awaitable, Callable

import discord

from bot.conversation import LastQuestion
from bot.cooldown import Rate
from bot.delivery import UNSENT, why_unsent
from bot.film.replies import Replier
from bot.film.reply import Place, Reply, Showing
from bot.missed_titles import count_missed
from bot.resources import Resources
from bot.rights import is_moderator
from bot.ui.age_chart import can_draw
from bot.ui.message import Message, Picture
from bot.ui.message_view import files_of, message_view
from bot.ui.responses import is_private_message

log = logging.getLogger(__name__)
PICTURE = "ages.png"


class Responder:
    """Answers in a server, in a direct message, and where somebody brought us along."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    async def answer(
        self,
        interaction: discord.Interaction,
        ask: Callable[[Replier], Reply],
        *,
        private: bool = False,
        shared: bool = False,
    ) -> None:
        """Answers an interaction with cards, and remembers what was spoken of.

        What began in private stays there, unless it is `shared`. Raises CommandOnCooldown.
        """
        resources, server = self._resources, interaction.guild_id
        resources.cooldown.count(interaction.user.id, Rate.QUESTION)
        found = ask(resources.replier(server))
        private = private or found.private or (is_private_message(interaction) and not shared)
        settings, is_direct = resources.storage.settings(server), interaction.context.dm_channel
        hidden = (private or settings.private_answers) and not is_direct
        if interaction.channel_id is not None:
            self.remember(interaction.user.id, interaction.channel_id, found, private=hidden)
        place, writes = self.place(server, direct=is_direct), is_moderator(interaction, settings)
        showing = Showing(place, hidden, writes)
        await interaction.response.send_message(view=found.view(showing), ephemeral=hidden)
        await self.add_picture(found, showing, interaction.edit_original_response)
        await self.count_missed(found, server)

    async def add_picture(
        self, reply: Reply, showing: Showing, edit: Callable[..., Awaitable[object]]
    ) -> None:
        """Puts the picture below what is read already: to draw one takes longer than words."""
        if reply.chart is None or not can_draw():
            return
        data = await self._resources.charts.picture(reply.chart)
        cards = reply.shown_as(showing)
        shown = Message(cards, picture=Picture(PICTURE, data, reply.chart.words))
        try:
            await edit(view=message_view(shown), attachments=files_of(shown))
        except UNSENT as error:
            log.warning("a picture could not be added: %s", why_unsent(error))

    def place(self, server: int | None, *, direct: bool = False) -> Place:
        """`direct`: in a direct message with us, where we can write later on."""
        if self._resources.serves(server):
            return Place.SERVER
        return Place.DIRECT if direct else Place.ELSEWHERE

    async def count_missed(self, found: Reply, server: int | None) -> None:
        """Counts a title that was asked for in a server of ours and has no guide."""
        if found.missed and server is not None and self._resources.serves(server):
            await count_missed(self._resources, server, found.missed)

    def remember(self, person: int, channel: int, found: Reply, *, private: bool) -> None:
        """The film of the conversation, and what was asked about it."""
        if found.film is not None:
            spoken = LastQuestion(found.film, found.question, private)
            self._resources.conversation.remember(person, channel, spoken)

    def spoken_of(self, interaction: discord.Interaction) -> LastQuestion | None:
        """What this person or channel spoke of last."""
        channel, person = interaction.channel_id, interaction.user.id
        return self._resources.conversation.last(person, channel) if channel is not None else None
