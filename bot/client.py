"""Who the bot is: its intents, its cogs, when its commands are synced, and how it sends."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.conversation import Conversation, LastQuestion
from bot.cooldown import Cooldown, Rate
from bot.entry.drafts import Drafts
from bot.entry.waiting_uploads import Uploads
from bot.errors import explain
from bot.film.replies import Replier, Reply
from bot.guide_cache import GuideCache
from bot.logs import keep_words_out
from bot.retry_forms import LONGEST_SHOWN, RetryForms
from bot.rights import is_moderator
from bot.ui.actions import Action
from bot.ui.card import Accent, Card, Does
from bot.ui.card_view import view_of
from bot.ui.command_words import CommandWords
from bot.ui.markdown import escape
from bot.ui.message_view import ActionButton, ActionMenu
from bot.ui.phrases import ENGLISH, Phrases
from bot.ui.question_button import PressButton
from bot.ui.question_ids import PATTERN
from bot.ui.responses import is_private_message
from knowledge.storage.storage import Storage

EXTENSIONS = (
    "bot.film.commands",
    "bot.film.ask",
    "bot.film.messages",
    "bot.film.buttons",
    "bot.film.help",
    "bot.dispatch",
    "bot.server.server_settings",
    "bot.entry.commands",
    "bot.entry.draft_actions",
    "bot.entry.publish",
    "bot.entry.revision_actions",
    "bot.entry.alias",
    "bot.entry.confirm_upload",
    "bot.entry.paste",
    "bot.server.requests",
    "bot.server.reports",
    "bot.entry.offers",
    "bot.server.privacy",
    "bot.server.retention",
)
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)

log = logging.getLogger(__name__)


def intents() -> discord.Intents:
    """Servers and messages that are meant for us; none of the privileged ones."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Usher(commands.AutoShardedBot):
    """The bot. What it knows comes in through its desks, what servers wrote through its storage."""

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
        self.guides = guides
        self.conversation = conversation
        self.cooldown = cooldown
        self.storage = storage
        self.drafts = Drafts(storage)
        self.uploads = Uploads()
        self.unsent = RetryForms()
        self.tree.error(self.failed)

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no prefix commands: the library would look for one, and log the word it took for it."""

    async def setup_hook(self) -> None:
        """Before the first event: buttons of old messages, cogs, and the commands told to Discord."""
        self.add_dynamic_items(PressButton, ActionButton, ActionMenu)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        keep_words_out()  # By now every part of the library that is used has been imported.
        await self.tree.set_translator(CommandWords(self.guides.languages))
        await self.tree.sync()

    def replier(self, server: int | None) -> Replier:
        """Where this server's questions are answered; None for a direct message."""
        return self.guides.of(server, self.storage)

    def say(self, interaction: discord.Interaction) -> Phrases:
        """The phrases of the person's language."""
        return self.replier(interaction.guild_id).say(interaction.locale.value)

    def say_in(self, server: int) -> Phrases:
        """The phrases of a server's language, for what all its moderators read; of none, English."""
        guild = self.get_guild(server)
        return self.replier(server if guild else None).say(guild.preferred_locale.value if guild else ENGLISH)

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
        self.cooldown.count(interaction.user.id, Rate.QUESTION)
        found = ask(self.replier(interaction.guild_id))
        private = private or found.private or (is_private_message(interaction) and not shared)
        settings, is_direct = self.storage.settings(interaction.guild_id), interaction.context.dm_channel
        hidden = (private or settings.private_answers) and not is_direct
        if interaction.channel_id is not None:
            self.remember(interaction.user.id, interaction.channel_id, found, private=hidden)
        fitting = self.fitting(found if hidden else found.open, interaction.guild_id, direct=is_direct)
        if not is_moderator(interaction, settings):
            fitting = fitting.without(Does.WRITE)
        await interaction.response.send_message(view=view_of(fitting.cards), ephemeral=hidden)

    def fitting(self, found: Reply, server: int | None, *, direct: bool = False) -> Reply:
        """What can be shown there; a title that was asked for in vain in a server is counted.

        `direct`: in a direct message with us, where we can write later on.
        """
        if not self.serves(server):
            return found.direct if direct else found.alone
        if found.missed:
            self.dispatch("missed", server, found.missed)
        return found

    def serves(self, server: int | None) -> bool:
        """Not where a person is alone, nor in a server that does not have us, into which one brought us."""
        return server is not None and self.get_guild(server) is not None

    def remember(self, person: int, channel: int, found: Reply, *, private: bool) -> None:
        """The film of the conversation, and what was asked about it."""
        if found.film is not None:
            self.conversation.remember(person, channel, LastQuestion(found.film, found.question, private))

    def spoken_of(self, interaction: discord.Interaction) -> LastQuestion | None:
        """What this person or channel spoke of last."""
        channel = interaction.channel_id
        return self.conversation.last(interaction.user.id, channel) if channel is not None else None

    async def pressed(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Hands a press to whoever answers presses."""
        self.dispatch("press", interaction, match)

    async def ordered(self, interaction: discord.Interaction, action: Action) -> None:
        """Hands what a moderator's button, menu or form orders to whoever does it."""
        if f"on_order_{action.verb}" in self.extra_events:
            self.dispatch(f"order_{action.verb}", interaction, action)
        else:  # A newer Usher may have taken it away.
            gone = Card(None, (self.say(interaction)("error.gone"),), accent=Accent.UNKNOWN)
            await interaction.response.send_message(view=view_of((gone,)), ephemeral=True)

    async def failed(self, interaction: discord.Interaction, error: Exception) -> None:
        """Nobody is left without an answer, also when something fails."""
        await self.refuse(interaction, error, "")

    async def refuse(self, interaction: discord.Interaction, error: Exception, typed: str) -> None:
        """Says why not; what was typed into a form is said back."""
        say = self.say(interaction)
        card = explain(error, say, options_of(interaction))
        back = (say("unsent.typed", typed=escape(typed, LONGEST_SHOWN)),) if typed else ()
        view = view_of((replace(card, lines=(*card.lines, *back)),))
        try:
            if interaction.response.is_done():
                await interaction.followup.send(view=view, ephemeral=True)
            else:
                await interaction.response.send_message(view=view, ephemeral=True)
        except discord.HTTPException:
            log.warning("somebody could not be told that something failed; the reference is above")


def options_of(interaction: discord.Interaction) -> str:
    """What was typed into a command's options."""
    return " · ".join(str(value) for _, value in interaction.namespace if isinstance(value, str | int))


def card_film(message: discord.Message) -> str | None:
    """The film that a message of ours is about, read from its buttons."""
    for component in _walk(message.components):
        found = re.fullmatch(PATTERN, getattr(component, "custom_id", None) or "")
        if found and found["movie"]:
            return found["movie"]
    return None


def _walk(components: Iterable[discord.Component]) -> Iterator[discord.Component]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))
