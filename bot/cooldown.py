"""How often one person may ask, report, review, upload or want a notice. In memory, for ten minutes."""

from collections import OrderedDict
from enum import Enum

from discord import app_commands

from bot.conversation import Clock

MOST_REMEMBERED = 50_000


class Rate(Enum):
    """What is counted: how many are taken in how many seconds."""

    QUESTION = (30, 60.0)
    REPORT = (5, 600.0)
    NOTICE = (10, 600.0)
    UPLOAD = (20, 600.0)
    REVIEW = (12, 600.0)
    HELPFUL = (40, 600.0)


LONGEST = max(seconds for _, seconds in (rate.value for rate in Rate))


class Cooldown:
    """Counts by person and rate."""

    def __init__(self, clock: Clock, most: int = MOST_REMEMBERED) -> None:
        self._clock = clock
        self._most = most
        self._counted: OrderedDict[tuple[int, Rate], tuple[float, app_commands.Cooldown]] = OrderedDict()

    def count(self, person: int, rate: Rate) -> None:
        """One more. Raises CommandOnCooldown, with the seconds to wait, where that is too often."""
        now = 1 + self._clock()  # To the library, 0 is no time.
        _, counted = self._counted.pop((person, rate), (now, app_commands.Cooldown(*rate.value)))
        self._counted[person, rate] = now, counted
        self._forget(now)
        wait = counted.update_rate_limit(now)
        if wait is not None:
            raise app_commands.CommandOnCooldown(counted, wait)

    def __len__(self) -> int:
        return len(self._counted)

    def _forget(self, now: float) -> None:
        """What is over, and beyond the bound what was longest ago."""
        while len(self) > self._most or self._longest_ago() < now - LONGEST:
            self._counted.popitem(last=False)

    def _longest_ago(self) -> float:
        return next(iter(self._counted.values()))[0]
