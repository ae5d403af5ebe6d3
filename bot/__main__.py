"""The `usher` command. What each command does, and what it needs, is brought in when it is called."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from bot.console.refusing import Refusal
from bot.console.words import COMMANDS, SERVE, parser
from knowledge.curation.faults import Faulty

if TYPE_CHECKING:
    from bot.console.serving import build_bot, run_playground

__all__ = ["build_bot", "main", "run_playground"]


def __getattr__(name: str) -> object:
    """What builds the bot, for whoever asks for it here; the other commands start without it."""
    if name in __all__:
        return getattr(import_module("bot.console.serving"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command. Exit codes: 0 done, 1 faults found, 2 asked wrongly."""
    given = parser().parse_args(arguments)
    runs = COMMANDS[given.command].runs if given.command else SERVE
    try:
        sys.exit(resolve_name(runs)(given))
    except Refusal as refusal:
        print(" ".join(filter(None, ("usher", given.command))), refusal, sep=": ", file=sys.stderr)
        sys.exit(2)
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read us has read enough, as `head` does; what is left must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
