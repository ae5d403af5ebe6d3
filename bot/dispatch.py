"""From a press, a choice or a sent form to whoever handles it.

Rights, the first sign within Discord's deadline, double presses and faults are seen to here, once.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.conversation import Recent
from bot.errors import explain, refuse
from bot.resources import Resources
from bot.retry_forms import retry_message
from bot.rights import Right, require_moderator, require_owner
from bot.ui.action_ids import Names, decode, is_ours
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Accent, Card
from bot.ui.message import Message, text_message
from bot.ui.message_view import message_view
from bot.ui.responses import Defer, defer, send_or_edit
from bot.ui.submissions import custom_id_of, values_of
from knowledge.answering.answer import FACTS
from knowledge.storage.database import DatabaseAway

LATER = (DatabaseAway, app_commands.CommandOnCooldown)
"""What passes by itself."""
ALL_FACTS = (*FACTS, "where_to_watch")
MOST_REMEMBERED = 10_000
Run = Callable[[Any, discord.Interaction, Action], Awaitable[None]]
"""A method of a feature."""
Key = tuple[int, int | None, str, tuple[tuple[str, ...], ...]]
"""Who, on which message, what, and with which values."""


@dataclass(frozen=True, slots=True)
class Handler:
    """How a feature handles an action: who may ask for it, and whether it takes its time."""

    verb: ActionVerb
    right: Right
    defer: Defer | None
    run: Run


def handles(
    verb: ActionVerb, right: Right = Right.MODERATOR, *, defer: Defer | None = None
) -> Callable[[Run], Handler]:
    """Marks the method that handles this; by itself for moderators alone.

    With `defer` Discord is told at once that the answer follows; without, it answers or opens a form soon.
    """

    def mark(run: Run) -> Handler:
        return Handler(verb, right, defer, run)

    return mark


class HandlerMismatch(Exception):
    """An action that nobody handles, or more than one feature does, or two that have one code."""


def handlers_of(features: Iterable[object]) -> Mapping[ActionVerb, tuple[object, Handler]]:
    """Who handles what. Raises HandlerMismatch."""
    found: dict[ActionVerb, tuple[object, Handler]] = {}
    for feature in features:
        bases = reversed(type(feature).__mro__)
        for member in {name: held for kind in bases for name, held in vars(kind).items()}.values():
            if not isinstance(member, Handler):
                continue
            if member.verb in found:
                raise HandlerMismatch(f"{member.verb} is handled twice")
            found[member.verb] = feature, member
    kinds: set[type[ActionVerb]] = {Verb, *(type(verb) for verb in found)}
    if missing := {verb for kind in kinds for verb in kind} - set(found):
        raise HandlerMismatch(f"nobody handles {', '.join(sorted(map(str, missing)))}")
    if len({verb.value for verb in found}) < len(found):
        raise HandlerMismatch(f"two actions have one code: {', '.join(sorted(verb.value for verb in found))}")
    return found


class Dispatcher:
    """Hands each action to its one handler."""

    def __init__(self, resources: Resources, features: Iterable[object]) -> None:
        self._resources = resources
        self.handlers = handlers_of((self, *features))
        self._verbs = {str(verb.value): verb for verb in self.handlers}
        self._arrived: Recent[int, bool] = Recent(resources.conversation.clock, MOST_REMEMBERED)
        self._at_work: set[Key] = set()

    async def receive(self, interaction: discord.Interaction) -> None:
        """Does what a button, a menu or a form of ours asks for; all else is not for us.

        What arrives twice is done once, and so is what a person presses again while it is being done.
        """
        custom_id = custom_id_of(interaction)
        if not is_ours(custom_id) or self._arrived.get(interaction.id):
            return
        self._arrived.put(interaction.id, True)
        values = values_of(interaction)
        message = interaction.message.id if interaction.message else None
        key = (interaction.user.id, message, custom_id, tuple(values.values()))
        if key in self._at_work:
            await _acknowledge(interaction)
            return
        self._at_work.add(key)
        try:
            action = decode(custom_id, self._names(interaction.guild_id))
            await (self.run(interaction, action.with_values(values)) if action else self._gone(interaction))
        finally:
            self._at_work.discard(key)

    async def run(self, interaction: discord.Interaction, action: Action) -> None:
        """Handles an action, if this person may ask for it; a fault is told to them."""
        feature, handler = self.handlers[action.verb]
        try:
            await self._require(interaction, handler.right)
            if handler.defer and not interaction.response.is_done():
                await defer(interaction, handler.defer)
            await handler.run(feature, interaction, action)
        except Exception as error:
            await self._explain(interaction, action, error)

    @handles(Verb.SEND_AGAIN, Right.ANYONE)
    async def send_again(self, interaction: discord.Interaction, action: Action) -> None:
        """Sends once more what could not be kept; rights are looked at again."""
        unsent = self._resources.unsent.take(interaction.guild_id, interaction.user.id, action.detail)
        if unsent is None:
            await send_or_edit(interaction, text_message(self._resources.say(interaction)("unsent.gone")))
        else:
            await self.run(interaction, unsent)

    def _names(self, server: int | None) -> Names:
        library = self._resources.storage.library(server)
        return Names.of(library.vocabulary.topics, ALL_FACTS, lambda: library.movies, self._verbs)

    async def _require(self, interaction: discord.Interaction, right: Right) -> None:
        """Raises NotModerator, NotOwner or OnlyInServers."""
        if right is Right.MODERATOR:
            require_moderator(interaction, self._resources.storage.settings(interaction.guild_id))
        elif right is Right.OWNER:
            await require_owner(self._resources.client, interaction.user)

    async def _gone(self, interaction: discord.Interaction) -> None:
        """A newer Usher may have taken it away."""
        gone = Card(None, (self._resources.say(interaction)("error.gone"),), accent=Accent.UNKNOWN)
        await interaction.response.send_message(view=message_view(Message((gone,))), ephemeral=True)

    async def _explain(self, interaction: discord.Interaction, action: Action, error: Exception) -> None:
        """Nothing that was typed is lost: what could not be taken now can be sent again."""
        say = self._resources.say(interaction)
        if isinstance(error, LATER) and action.typed:
            which = self._resources.unsent.keep(interaction.guild_id, interaction.user.id, action)
            await send_or_edit(interaction, retry_message(action, which, explain(error, say).text, say))
        else:
            await refuse(interaction, error, say, action.typed)


async def _acknowledge(interaction: discord.Interaction) -> None:
    """Says to Discord alone that it was heard; the person sees what the first press brings."""
    await interaction.response.defer()
