"""A bar on the terminal that shows how far something is and how long it takes."""

import sys
import time
from collections.abc import Callable
from shutil import get_terminal_size

WIDTH, LONGEST = 40, 20
"""Signs of the bar, and of how long it takes."""
BESIDE = LONGEST + len("[] 100%") + 1
"""What stands beside the bar, and the sign that a line leaves free: one that is full would go on below."""
SOON = 2.0
"""Seconds before which nobody can say how long it takes."""


def bar(now: Callable[[], float] = time.monotonic) -> Callable[[float], None]:
    """Takes the part that is done, 0 to 1, and shows it; where nobody looks, it shows nothing."""
    if not sys.stderr.isatty():
        return _nothing
    begun: list[tuple[float, float]] = []

    def show(part: float) -> None:
        # What was there before says nothing of how fast it goes.
        begun.append((now(), part)) if not begun else None
        width = max(0, min(WIDTH, get_terminal_size().columns - BESIDE))
        done = round(part * width)
        left = _left(now() - begun[0][0], begun[0][1], part)
        drawn = f"[{'#' * done}{'.' * (width - done)}]" if width else ""
        line = f"\r{drawn} {part:4.0%}{left:{LONGEST}}"
        print(line, end="\n" if part >= 1 else "", file=sys.stderr, flush=True)

    return show


def _left(took: float, first: float, part: float) -> str:
    """How long it still takes, as far as can be said."""
    if part >= 1 or part <= first or took < SOON:
        return ""
    seconds = took * (1 - part) / (part - first)
    return f"  about {seconds / 60:.0f} min left" if seconds >= 90 else f"  about {seconds:.0f} s left"


def _nothing(part: float) -> None:
    del part
