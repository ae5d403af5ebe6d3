"""Who the bot is: its intents, its features, and when its commands are told to Discord."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import discord
from discord import app_commands
from discord.ext import commands

from bot import entry, film, server
from bot.conversation import Conversation
from bot.cooldown import Cooldown
from bot.dispatch import Dispatcher
from bot.errors import refuse
from bot.feature import Feature
from bot.guide_cache import GuideCache
from bot.logs import keep_words_out
from bot.resources import Resources
from bot.ui.command_words import CommandWords
from knowledge.storage.storage import Storage

ROOMS: tuple[ModuleType, ...] = (film, entry, server)
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)


def intents() -> discord.Intents:
    """Servers and messages that are meant for us; none of the privileged ones."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


def feature_classes() -> Iterator[type[Feature]]:
    """Every feature that stands in a file of a room; one that others build upon is none itself."""
    modules = [
        import_module(found.name)
        for room in ROOMS
        for found in walk_packages(room.__path__, f"{room.__name__}.")
    ]
    for module in modules:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Feature) and kind.__module__ == module.__name__:
                yield from (kind,) if not kind.__subclasses__() else ()


class Usher(commands.AutoShardedBot):
    """The bot. What it knows comes in through its guides, what servers wrote through its storage."""

    def __init__(
        self, guides: GuideCache, conversation: Conversation, cooldown: Cooldown, storage: Storage
    ) -> None:
        super().__init__(
            commands.when_mentioned,
            help_command=None,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=EVERYWHERE,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.resources = Resources(self, guides, conversation, cooldown, storage)
        self.features = [build(self.resources) for build in feature_classes()]
        self.dispatcher = Dispatcher(self.resources, self.features)
        self.tree.error(self.failed)

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no prefix commands: the library would look for one, and log the word it took for it."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Every press, choice and sent form; commands go through the library's tree."""
        await self.dispatcher.receive(interaction)

    async def setup_hook(self) -> None:
        """Before the first event: what features listen to, and the commands told to Discord."""
        for feature in self.features:
            feature.add_commands(self.tree)
            for event, listener in feature.get_listeners():
                self.add_listener(listener, event)
            await feature.cog_load()
        keep_words_out()  # By now every part of the library that is used has been imported.
        await self.tree.set_translator(CommandWords(self.resources.guides.languages))
        await self.tree.sync()

    async def close(self) -> None:
        """Ends what features do by themselves."""
        for feature in self.features:
            await feature.cog_unload()
        await super().close()

    async def failed(self, interaction: discord.Interaction, error: Exception) -> None:
        """Nobody is left without an answer, also when something fails."""
        await refuse(interaction, error, self.resources.say(interaction))
