"""Exceptions into what the person reads. The unexpected gets a reference that is also in the log."""

import logging
from dataclasses import replace
from math import ceil
from secrets import token_hex

import discord
from discord import app_commands

from bot.delivery import UNSENT, why_unsent
from bot.logs import without_text
from bot.rights import NotOwner, OnlyInServers
from bot.ui.card import Accent, Card
from bot.ui.markdown import escape
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Phrases
from knowledge.storage.database import DatabaseAway
from knowledge.storage.drafts import TooMuch

MINUTE = 60
LONGEST_SHOWN = 1500
"""Of what was typed and could not be taken."""
UNKNOWN_INTERACTION = 10062
"""Discord's code after 3 seconds without an answer."""
log = logging.getLogger(__name__)

EXPECTED: tuple[tuple[type[Exception], str], ...] = (
    (OnlyInServers, "error.only_servers"),
    (NotOwner, "error.not_owner"),
    (app_commands.NoPrivateMessage, "error.only_servers"),
    (app_commands.CheckFailure, "error.check_failed"),
    (DatabaseAway, "error.away"),
    (TooMuch, "error.too_much"),
    (discord.Forbidden, "error.missing_permissions"),
)


def explain(error: BaseException, say: Phrases, typed: str = "") -> Card:
    """What the person reads. The unexpected is logged under the reference that the card shows.

    `typed` is said back where it could not be saved, so that it can be copied.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, app_commands.CommandOnCooldown):
        return _card(_wait(cause.retry_after, say))
    for kind, key in EXPECTED:
        if isinstance(cause, kind):
            back = (say("unsent.typed", typed=escape(typed)),) if typed and kind is DatabaseAway else ()
            return _card(say(key), *back)
    return _card(say("error.unexpected", reference=_logged(cause)))


async def refuse(interaction: discord.Interaction, error: Exception, say: Phrases, typed: str = "") -> None:
    """Says why not, to the person alone; what was typed into a form is said back."""
    if _is_too_late(error):
        log.warning("an answer came later than Discord takes one; the machine or the network is too slow")
        return
    card = explain(error, say, options_of(interaction))
    back = (say("unsent.typed", typed=escape(typed, LONGEST_SHOWN)),) if typed else ()
    view = message_view(Message((replace(card, lines=(*card.lines, *back)),)))
    try:
        if interaction.response.is_done():
            await interaction.followup.send(view=view, ephemeral=True)
        else:
            await interaction.response.send_message(view=view, ephemeral=True)
    except UNSENT as unsent:
        log.warning("somebody could not be told why there is no answer: %s", why_unsent(unsent))


def _is_too_late(error: Exception) -> bool:
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    return isinstance(cause, discord.NotFound) and cause.code == UNKNOWN_INTERACTION


def options_of(interaction: discord.Interaction) -> str:
    """What was typed into a command's options."""
    return " · ".join(str(value) for _, value in interaction.namespace if isinstance(value, str | int))


def _card(*lines: str) -> Card:
    return Card(None, lines, accent=Accent.UNKNOWN)


def _wait(seconds: float, say: Phrases) -> str:
    if seconds <= MINUTE:
        return say("error.cooldown", count=ceil(seconds) or 1)
    return say("error.cooldown_minutes", count=ceil(seconds / MINUTE))


def _logged(error: BaseException) -> str:
    """Logs where it happened."""
    reference = token_hex(4)
    log.error("reference %s: %s", reference, without_text(error))
    return reference
