"""What the steps of a moderator's work share: who it is, in which server, and how they are told."""

from dataclasses import dataclass

import discord

from bot.errors import LONGEST_SHOWN
from bot.guide_cache import COUNTRY
from bot.resources import Resources
from bot.rights import server_of
from bot.ui.card import Button
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Message, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import send_or_edit
from knowledge.library import Library
from knowledge.storage.owners import ServerId
from knowledge.storage.storage import Storage


@dataclass(frozen=True, slots=True)
class Session:
    """One person at work in one server."""

    resources: Resources
    interaction: discord.Interaction

    @property
    def server(self) -> ServerId:
        """The server's id. Raises OnlyInServers where there is none whose guide could be changed."""
        return server_of(self.interaction)

    @property
    def who(self) -> int:
        """The person's id."""
        return self.interaction.user.id

    @property
    def say(self) -> Phrases:
        """The phrases of their language."""
        return self.resources.say(self.interaction)

    @property
    def storage(self) -> Storage:
        """What servers wrote."""
        return self.resources.storage

    @property
    def library(self) -> Library:
        """The guide as this server sees it."""
        return self.storage.library(self.server)

    @property
    def country(self) -> str:
        """Whose official rating comes first."""
        return self.storage.settings(self.server).country or COUNTRY

    async def tell(self, *lines: str, actions: tuple[Button, ...] = ()) -> None:
        """Says something in place of the message that was pressed."""
        await self.show(text_message(*lines, actions=actions))

    async def show(self, message: Message) -> None:
        """Shows a message in its place."""
        await send_or_edit(self.interaction, message)

    def typed(self, *texts: str) -> Markdown:
        """What they typed, said back where it could not be taken: nothing is lost."""
        return self.say("unsent.typed", typed=escape(" · ".join(filter(None, texts)), LONGEST_SHOWN))
