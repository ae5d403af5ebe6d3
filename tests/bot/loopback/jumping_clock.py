"""Usher with a wall clock that somebody sets: `python -m tests.bot.loopback.jumping_clock`, then as `usher`.

The file that USHER_CLOCK names holds how many seconds it is off. Nothing else of the process is changed.
"""

import datetime
import os
import time
from datetime import datetime as true_datetime
from datetime import timedelta, tzinfo
from pathlib import Path
from typing import Any

OFF = Path(os.environ["USHER_CLOCK"])
true_time = time.time


def off() -> float:
    """Seconds between this clock and the true one."""
    return float(OFF.read_text())


class _Every(type):
    """What a library made by itself is a datetime too."""

    def __instancecheck__(cls, instance: Any) -> bool:
        return isinstance(instance, true_datetime)


class SetDatetime(true_datetime, metaclass=_Every):
    """Says what the clock says that was set."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "SetDatetime":
        """The hour."""
        return super().now(tz) + timedelta(seconds=off())


def main() -> None:
    """Sets the clock before anything looks at it."""
    time.time = lambda: true_time() + off()
    datetime.datetime = SetDatetime  # type: ignore[misc]  # that is the point
    from bot.__main__ import main as usher  # noqa: PLC0415 - after the clock was set

    raise SystemExit(usher())


if __name__ == "__main__":
    main()
