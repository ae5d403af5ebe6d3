"""usher catalogue import: all films that exist, with a bar that shows how far it is."""

import sys
from argparse import Namespace
from pathlib import Path

from bot.console.errors import line
from bot.console.setting import read_settings
from knowledge.catalogue.importing import Imported, import_catalogue
from knowledge.curation.shipped import read_vocabulary

WIDTH = 40


def take(given: Namespace) -> int:
    """Takes a file into the catalogue. Exit code 1 where it could not be taken; the old one is whole then."""
    file, into = Path(given.file), read_settings().catalogue
    codes = {board.id: frozenset(board.codes) for board in read_vocabulary().boards.values()}
    try:
        done = import_catalogue(file, into, _bar if sys.stderr.isatty() else _no_bar, codes)
    except (OSError, EOFError, ValueError) as error:
        why = line(error) or str(error)
        print(f"\nusher catalogue: {file.name}: {why}; the catalogue is as it was", file=sys.stderr)
        return 1
    for one in done:
        print("\n".join(_told(one)))
    if not done[0].taken:
        print(f"usher catalogue: {file.name}: no film could be taken from it", file=sys.stderr)
        return 1
    print("Restart Usher to use it.")
    return 0


def _told(one: Imported) -> list[str]:
    head = f"{one.file} ({one.format}): {one.taken:,} lines taken, {one.changed:,} films new or different"
    return [head, *(_refusal(one, reason) for reason in sorted(one.refused))]


def _refusal(one: Imported, reason: str) -> str:
    """How many rows were refused for a reason, and where the first of them are."""
    count, first = one.refused[reason], one.first[reason]
    places = ", ".join(f"{at:,}" for at in first) + (", …" if count > len(first) else "")
    where = f" ({one.counted}{'s' if count > 1 else ''} {places})" if first else ""
    return f"  refused {count:,}: {reason}{where}"


def _bar(part: float) -> None:
    done = round(part * WIDTH)
    end = "\n" if part >= 1 else ""
    print(f"\r[{'#' * done}{'.' * (WIDTH - done)}] {part:4.0%}", end=end, file=sys.stderr, flush=True)


def _no_bar(part: float) -> None:
    del part
