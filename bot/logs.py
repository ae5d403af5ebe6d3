"""What the library may log: nothing that people typed, no name and no id of anybody, at whatever level.

It dumps whole messages when it debugs, and says of an exception what that says, which may be what was typed.
"""

import logging
import traceback

import discord

LIBRARY = "discord"
OF_THE_NETWORK = (OSError, discord.ConnectionClosed, discord.GatewayNotFound)
"""These speak of addresses and codes alone, and an operator needs to read them."""


def keep_words_out() -> None:
    """From now on. Each of the library's loggers is told, since a level set later would undo one of ours."""
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] == LIBRARY]
    for name in names:
        logging.getLogger(name).addFilter(without_words)


def without_words(record: logging.LogRecord) -> bool:
    """Whether the record may be logged; an exception is logged by its kind and where it happened."""
    error = record.exc_info[1] if record.exc_info else None
    if error is not None and not isinstance(error, OF_THE_NETWORK):
        record.msg, record.args = without_text(error), ()
        record.exc_info = record.exc_text = None
    return record.levelno >= logging.INFO


def without_text(error: BaseException) -> str:
    """An exception without its words: they may hold what somebody typed."""
    where = "".join(traceback.format_tb(error.__traceback__))
    return f"unexpected {type(error).__name__}\n{where}"
