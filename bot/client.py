"""Who the bot is: its intents, its cogs, when its commands are synced, and how it sends."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.buttons import PressButton
from bot.cards.card import Does
from bot.cards.carrying import PATTERN, from_match, sign
from bot.cards.forms import LineForm
from bot.cards.view import view_of
from bot.conversation import Conversation
from bot.desk import Cards, Desk
from bot.errors import explain
from knowledge.answering.answer import FACTS
from knowledge.questions import Question

EXTENSIONS = ("bot.commands.films", "bot.commands.asking", "bot.commands.talking", "bot.commands.helping")

EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)


def intents() -> discord.Intents:
    """Servers and messages that are meant for us; none of the privileged ones."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Usher(commands.AutoShardedBot):
    """The bot. Everything it knows comes in through the desk."""

    def __init__(self, desk: Desk, conversation: Conversation) -> None:
        super().__init__(
            commands.when_mentioned,
            help_command=None,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=EVERYWHERE,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.desk = desk
        self.conversation = conversation
        topics = desk.guide.library.vocabulary.topics
        self._signs = {sign(topic): topic for topic in topics}
        self._facts = {part[:2]: part for part in FACTS}
        self.tree.error(self.failed)

    async def setup_hook(self) -> None:
        """Before the first event: buttons of old messages, cogs, and the commands told to Discord."""
        self.add_dynamic_items(PressButton)
        for extension in EXTENSIONS:
            await self.load_extension(extension)
        await self.tree.sync()

    async def show(self, interaction: discord.Interaction, found: Cards, *, private: bool = False) -> None:
        """Answers an interaction with cards, and remembers the film that was spoken of."""
        self.remember(interaction.user.id, interaction.channel_id, found.film)
        hidden = (private or found.private) and interaction.guild_id is not None
        await interaction.response.send_message(view=view_of(found.cards), ephemeral=hidden)

    def remember(self, person: int, channel: int | None, film: str | None) -> None:
        """The film of the conversation."""
        if channel is not None and film is not None:
            self.conversation.remember(person, channel, film)

    def film_of(self, interaction: discord.Interaction) -> str | None:
        """The film that this person or channel spoke of last."""
        channel = interaction.channel_id
        return self.conversation.film(interaction.user.id, channel) if channel is not None else None

    async def pressed(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Does what a button says. A fault is told to the presser."""
        try:
            await self._press(interaction, Does(match["does"]), from_match(match, self._signs, self._facts))
        except Exception as error:
            await self.failed(interaction, error)

    async def _press(self, interaction: discord.Interaction, does: Does, question: Question) -> None:
        locale = interaction.locale.value
        match does:
            case Does.ANSWER:
                await self.show(interaction, self.desk.question(question, locale), private=True)
            case Does.SHARE:
                shared = self.desk.question(question, locale)
                note = self.desk.say(locale)("reply.shared_by")
                cards = tuple(replace(card.noting(note), private=False) for card in shared.cards)
                await self.show(interaction, replace(shared, cards=cards))
            case Does.GLANCE:
                await self.show(interaction, self.desk.film(question.movie or "", locale))
            case Does.ASK | Does.AGE:
                await self._open_form(interaction, does, question)

    async def _open_form(self, interaction: discord.Interaction, does: Does, question: Question) -> None:
        async def typed(answered: discord.Interaction, text: str) -> None:
            ask = (
                self.desk.ages(text, question, locale)
                if does is Does.AGE
                else self.desk.asked(text, question.movie, locale)
            )
            await self.show(answered, ask)

        locale = interaction.locale.value
        kind = "age" if does is Does.AGE else "ask"
        form = LineForm(self.desk.say(locale), kind, typed, self.failed)
        await interaction.response.send_modal(form)

    async def failed(self, interaction: discord.Interaction, error: Exception) -> None:
        """Nobody is left without an answer, also when something fails."""
        view = view_of((explain(error, self.desk.say(interaction.locale.value)),))
        try:
            if interaction.response.is_done():
                await interaction.followup.send(view=view, ephemeral=True)
            else:
                await interaction.response.send_message(view=view, ephemeral=True)
        except discord.HTTPException:
            explain(error, self.desk.say("en"))


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
