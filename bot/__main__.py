"""The `usher` command. What each command does, and what it needs, is brought in when it is called."""

import os
import sys
from collections.abc import Sequence
from pkgutil import resolve_name

from bot.console.refusing import Refusal
from bot.console.words import COMMANDS, SERVE, parser
from knowledge.curation.faults import Faulty


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
