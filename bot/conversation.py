"""The film of the conversation: the last one that this person, then this channel, spoke of."""

import time
from collections import OrderedDict
from collections.abc import Callable

MINUTES = 15
MOST_REMEMBERED = 50_000

Clock = Callable[[], float]
"""Seconds that never go back."""


class Conversation:
    """Remembers film ids by person and channel for 15 minutes, in memory only."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST_REMEMBERED) -> None:
        self._clock = clock
        self._most = most
        self._films: OrderedDict[tuple[int, int], tuple[float, str]] = OrderedDict()

    def remember(self, person: int, channel: int, film: str) -> None:
        """This person spoke of this film in this channel just now."""
        for key in ((channel, person), (channel, 0)):
            self._films[key] = (self._clock(), film)
            self._films.move_to_end(key)
        while len(self._films) > self._most:
            self._films.popitem(last=False)

    def film(self, person: int, channel: int) -> str | None:
        """The film's id, or None when nobody spoke of one lately."""
        return self._recent((channel, person)) or self._recent((channel, 0))

    def _recent(self, key: tuple[int, int]) -> str | None:
        said = self._films.get(key)
        return said[1] if said and self._clock() - said[0] <= MINUTES * 60 else None
