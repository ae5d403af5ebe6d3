"""Exceptions into what the person reads. The unexpected gets a reference that is also in the log."""

import logging
import traceback
from secrets import token_hex

import discord
from discord import app_commands

from bot.cards.card import Card, Mood
from bot.cards.phrases import Phrases
from bot.cards.quoting import quoted
from bot.moderation.rights import NotOwner, OnlyInServers
from knowledge.storage.database import DatabaseAway
from knowledge.storage.drafts import TooMuch

log = logging.getLogger(__name__)

EXPECTED: tuple[tuple[type[Exception], str], ...] = (
    (app_commands.CommandOnCooldown, "error.cooldown"),
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
    for kind, key in EXPECTED:
        if isinstance(cause, kind):
            seconds = round(getattr(cause, "retry_after", 0)) or 1
            back = (say("unsent.typed", typed=quoted(typed)),) if typed and kind is DatabaseAway else ()
            return Card(None, (say(key, seconds=seconds), *back), mood=Mood.UNKNOWN)
    return Card(None, (say("error.unexpected", reference=_logged(cause)),), mood=Mood.UNKNOWN)


def _logged(error: BaseException) -> str:
    """Logs where it happened, never the exception's words: they may hold what somebody typed."""
    reference = token_hex(4)
    where = "".join(traceback.format_tb(error.__traceback__))
    log.error("unexpected %s, reference %s\n%s", type(error).__name__, reference, where)
    return reference
