"""What features are built from: storage, guides, what is remembered, and the connection to Discord."""

from collections.abc import Callable

import discord
from discord.ext import commands

from bot.conversation import Conversation
from bot.cooldown import Cooldown
from bot.drafts import Drafts
from bot.film.replies import Replier
from bot.guide_cache import GuideCache
from bot.retry_forms import RetryForms
from bot.ui.age_chart import ChartPainter
from bot.ui.phrases import ENGLISH, Phrases
from knowledge.storage.storage import Storage

Forget = Callable[[int], None]
"""Forgets what is remembered of a person."""


class Resources:
    """One of each, for all features of a bot."""

    def __init__(
        self,
        client: commands.AutoShardedBot,
        guides: GuideCache,
        conversation: Conversation,
        cooldown: Cooldown,
        storage: Storage,
    ) -> None:
        self.client = client
        self.guides = guides
        self.conversation = conversation
        self.cooldown = cooldown
        self.storage = storage
        self.drafts = Drafts(storage)
        self.unsent = RetryForms()
        self.charts = ChartPainter()
        self.memories: list[Forget] = [conversation.forget, self.drafts.forget, self.unsent.forget]
        """All that is remembered of people outside the database; a feature adds its own."""

    def replier(self, server: int | None) -> Replier:
        """Where this server's questions are answered; None for a direct message."""
        return self.guides.of(server, self.storage)

    def say(self, interaction: discord.Interaction) -> Phrases:
        """The phrases of the person's language."""
        return self.replier(interaction.guild_id).say(interaction.locale.value)

    def say_in(self, server: int) -> Phrases:
        """The phrases of a server's language, for what all its moderators read; of none, English."""
        guild = self.client.get_guild(server)
        return self.replier(server if guild else None).say(guild.preferred_locale.value if guild else ENGLISH)

    def serves(self, server: int | None) -> bool:
        """Not where a person is alone, nor in a server that does not have us, into which one brought us."""
        return server is not None and self.client.get_guild(server) is not None
