"""The `usher` command. What each command does, and what it needs, is brought in when it is called."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bot.cli.error_lines import UsageError, line
from bot.cli.parser import COMMANDS, SERVE, parser
from knowledge.curation.faults import Faulty


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command. Exit codes: 0 done, 1 not done, 2 asked wrongly, 130 interrupted."""
    _open_closed_streams()
    words = sys.argv[1:] if arguments is None else arguments
    given = parser(words[0] if words else None).parse_args(words)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # Not every terminal has every letter of a title.
    try:
        code = _run(given)
    except BrokenPipeError:
        code = 1  # Whoever read us has read enough, as `head` does.
    except KeyboardInterrupt:
        code = 130
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        code = 1
    except Exception as error:
        said = line(error)
        if said is None:
            raise
        print(" ".join(filter(None, ("usher", given.command))), said, sep=": ", file=sys.stderr)
        code = 2 if isinstance(error, UsageError) else 1
    _drop_unwritten()
    sys.exit(code)


def _open_closed_streams() -> None:
    """Who starts us may have closed one, and Python has nothing in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def _drop_unwritten() -> None:
    """What a full disk or a closed pipe did not take must not fail once more at exit."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: Namespace) -> int:
    runs = COMMANDS[given.command].runs if given.command else SERVE
    # What is brought in stays: going through it for rubbish, again and again, takes a tenth of the start.
    gc.disable()
    module, _, name = runs.partition(":")
    run = getattr(import_module(module), name)
    gc.freeze()
    gc.enable()
    code = run(given)
    print(end="", flush=True)  # Here a full disk or a closed pipe can still be told; or there is no output.
    return code


if __name__ == "__main__":
    main()
