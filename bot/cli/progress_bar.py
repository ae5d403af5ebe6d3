"""A bar on the terminal that shows how far something is and how long it takes."""

import sys
import time
from collections.abc import Callable

WIDTH = 40
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
        done = round(part * WIDTH)
        left = _left(now() - begun[0][0], begun[0][1], part)
        line = f"\r[{'#' * done}{'.' * (WIDTH - done)}] {part:4.0%}{left:20}"
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
