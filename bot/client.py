"""Who the bot is: its intents, its features, and when its commands are told to Discord."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import walk_packages
from time import monotonic
from types import ModuleType
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import entry, film, server
from bot.command_sync import ToldCommands
from bot.conversation import Conversation, Recent
from bot.cooldown import Cooldown
from bot.dispatch import MOST_REMEMBERED, Dispatcher
from bot.errors import refuse
from bot.feature import Feature
from bot.guide_cache import GuideCache
from bot.identify_pace import IdentifyPace
from bot.logs import keep_words_out, within_interaction, without_text
from bot.metrics import Metrics
from bot.resources import Resources
from bot.shards import Shards
from bot.ui.command_words import CommandWords
from knowledge.storage.storage import Storage

log = logging.getLogger(__name__)
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


def guarded(parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """The same, but what cannot be read is logged and left aside."""

    def attempt(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log.error("an event of Discord's could not be read and is left aside: %s", without_text(error))

    return attempt


class Tree(app_commands.CommandTree["Usher"]):
    """The commands; what is logged while one runs says which interaction it was."""

    def __init__(self, client: "Usher") -> None:
        super().__init__(client)
        self._arrived: Recent[int, bool] = Recent(monotonic, MOST_REMEMBERED)

    async def interaction_check(self, interaction: discord.Interaction["Usher"], /) -> bool:
        """Whether it runs: not where it arrives once more. Rights are each command's own."""
        within_interaction(interaction.id)
        again = self._arrived.get(interaction.id) is not None
        self._arrived.put(interaction.id, True)
        return not again


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the work this process does: its shards, and what it told Discord before."""

    shards: Shards | None = None
    """All that Discord recommends where there is none."""
    told: ToldCommands = field(default_factory=ToldCommands)

    @property
    def first(self) -> bool:
        """Whether this is the process that speaks for all."""
        return self.shards is None or 0 in self.shards.ids


class Usher(commands.AutoShardedBot):
    """The bot. What it knows comes in through its guides, what servers wrote through its storage."""

    def __init__(
        self,
        guides: GuideCache,
        conversation: Conversation,
        cooldown: Cooldown,
        storage: Storage,
        part: Part | None = None,
    ) -> None:
        self.metrics, self.pace = Metrics(), IdentifyPace()
        self.stopping = False
        """Whether it ends, and only still answers who has asked."""
        self._part = part or Part()
        shards = self._part.shards
        super().__init__(
            commands.when_mentioned,
            tree_cls=Tree,
            help_command=None,
            intents=intents(),
            # The library's default is None, which its types leave out.
            shard_ids=list(shards.ids) if shards else None,  # pyright: ignore[reportArgumentType]
            shard_count=shards.count if shards else None,
            # Interactions and messages bring all that an answer needs: nothing of them is kept.
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            http_trace=self.metrics.trace(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=EVERYWHERE,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.resources = Resources(self, guides, conversation, cooldown, storage)
        self._guard_parsers()
        self.features = [build(self.resources) for build in feature_classes()]
        self.dispatcher = Dispatcher(self.resources, self.features)
        self.tree.error(self.failed)
        # By now every part of the library that is used has been imported. At its login it tells who owns us.
        keep_words_out()

    def _guard_parsers(self) -> None:
        """An event that the library cannot read, as after a change at Discord, would end the whole bot."""
        parsers = self._connection.parsers
        self._connection.parsers = {event: guarded(parse) for event, parse in parsers.items()}

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no prefix commands: the library would look for one, and log the word it took for it."""

    async def before_identify_hook(self, shard_id: int | None, **_: bool) -> None:
        """Shards begin no faster than Discord lets them; it ends the sessions of those that do."""
        await self.pace.turn(shard_id or 0)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:
        """Hands an event on to all listeners, and counts it first."""
        self.metrics.note(event_name, *args)
        super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Every press, choice and sent form; commands go through the library's tree."""
        within_interaction(interaction.id)
        await self.dispatcher.receive(interaction)

    async def setup_hook(self) -> None:
        """Before the first event: what features listen to, and the commands told to Discord."""
        for feature in self.features:
            feature.add_commands(self.tree)
            for event, listener in feature.get_listeners():
                self.add_listener(listener, event)
            await feature.cog_load()
        self.resources.guides.languages.read_ahead()
        self.resources.replier(None)  # Else the first question would wait until the guide is laid out.
        await self.tree.set_translator(CommandWords(self.resources.guides.languages))
        if self._part.first:
            await self._part.told.sync(self.tree, self.application_id)

    async def close(self) -> None:
        """Ends what features do by themselves."""
        for feature in self.features:
            await feature.cog_unload()
        await super().close()

    async def failed(self, interaction: discord.Interaction, error: Exception) -> None:
        """Nobody is left without an answer, also when something fails."""
        await refuse(interaction, error, self.resources.say(interaction))
