"""usher catalogue import: all films that exist, with a bar that shows how far it is."""

import sys
from argparse import Namespace
from pathlib import Path
from pkgutil import resolve_name

from bot.cli.environment import read_settings
from bot.cli.error_lines import line
from bot.cli.progress_bar import bar
from knowledge.catalogue.catalogue_import import Imported, import_catalogue
from knowledge.curation.shipped_guide import read_vocabulary

FETCH = "bot.cli.fetch_command:fetch"
"""Brought in only where something is fetched: it needs more than a file does."""


def take(given: Namespace) -> int:
    """Takes a file into the catalogue, or all that services have.

    Exit code 1 where that could not be done; the old catalogue is whole then.
    """
    if given.action == "fetch":
        return resolve_name(FETCH)(given)
    file, into = Path(given.file), read_settings().catalogue
    codes = {board.id: frozenset(board.codes) for board in read_vocabulary().boards.values()}
    try:
        done = import_catalogue(file, into, bar(), codes)
    except (OSError, EOFError, ValueError) as error:
        why = line(error) or str(error)
        print(f"\nusher catalogue: {file.name or file}: {why}; the catalogue is as it was", file=sys.stderr)
        return 1
    for one in done:
        print("\n".join(told(one)))
    if not done[0].taken:
        print(f"usher catalogue: {file.name}: no film could be taken from it", file=sys.stderr)
        return 1
    print("An Usher that runs takes it within a minute.")
    return 0


def told(one: Imported) -> list[str]:
    """What became of a file, in lines."""
    head = f"{one.file} ({one.format}): {one.taken:,} lines taken, {one.changed:,} films new or different"
    return [head, *(_refusal(one, reason) for reason in sorted(one.refused))]


def _refusal(one: Imported, reason: str) -> str:
    """How many rows were refused for a reason, and where the first of them are."""
    count, first = one.refused[reason], one.first[reason]
    places = ", ".join(f"{at:,}" for at in first) + (", …" if count > len(first) else "")
    where = f" ({one.counted}{'s' if count > 1 else ''} {places})" if first else ""
    return f"  refused {count:,}: {reason}{where}"
