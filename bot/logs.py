"""What is logged, and how: nothing that people typed, no name and no id of anybody, no secret, at any level.

discord.py dumps whole messages when it debugs, and says of an exception what that says, which may be what
was typed. Each line says in which interaction it happened.
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

import discord
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LIBRARY = "discord"
OF_THE_NETWORK = (OSError, discord.ConnectionClosed, discord.GatewayNotFound)
"""These speak of addresses and codes alone, and an operator needs to read them."""
HOOK_TOKEN = re.compile(r"(/(?:interactions|webhooks)/\d+/)[\w.-]+")
"""In an address of Discord's: who has it can answer in our place."""
HIDDEN = "[secret]"
Hide = Callable[[str], str]


def log_from(level: str, shape: str, secrets: Sequence[str] = ()) -> None:
    """Logs to standard error from this level on, for people ("console") or for machines ("json")."""
    handler = logging.StreamHandler()
    handler.setFormatter(formatter(shape, secrets))
    logging.basicConfig(level=level, handlers=[handler])
    sys.excepthook = _log_end


def formatter(shape: str, secrets: Sequence[str] = ()) -> logging.Formatter:
    """Makes a line of a record."""
    for_machines = shape == "json"
    stamp = structlog.processors.TimeStamper("iso" if for_machines else "%Y-%m-%d %H:%M:%S", utc=for_machines)
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        stamp,
        structlog.processors.format_exc_info,
        _Hiding(_hide(secrets)),
    ]
    last = structlog.processors.JSONRenderer() if for_machines else _console()
    done = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[done, last])


def _console() -> Processor:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)


def _hide(secrets: Sequence[str]) -> Hide:
    wanted = [re.escape(secret) for secret in sorted(secrets, key=len, reverse=True) if secret]
    pattern = re.compile("|".join(wanted)) if wanted else None

    def hide(text: str) -> str:
        without = pattern.sub(HIDDEN, text) if pattern else text
        return HOOK_TOKEN.sub(rf"\1{HIDDEN}", without)

    return hide


class _Hiding:
    """Takes secrets out of a line's texts, a traceback's included."""

    def __init__(self, hide: Hide) -> None:
        self._hide = hide

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        return {name: self._hide(value) if isinstance(value, str) else value for name, value in event.items()}


def _log_end(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    """The last words of a process that fails: by way of the log, so that no secret stands in them."""
    logging.getLogger("usher").critical("Usher ends by a fault of its own", exc_info=(kind, error, where))


def within_interaction(number: int) -> None:
    """What this task logs from now on says that it belongs to this interaction."""
    structlog.contextvars.bind_contextvars(interaction=number)


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
