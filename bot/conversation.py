"""The film of the conversation: the last one that this person, then this channel, spoke of."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.questions import Question

MINUTES = 15
MOST_REMEMBERED = 50_000

Clock = Callable[[], float]
"""Seconds that never go back."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was spoken of: a film's id, and the question about it if there was one."""

    film: str
    question: Question | None = None


class Conversation:
    """Remembers film ids by person and channel for 15 minutes, in memory only."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST_REMEMBERED) -> None:
        self._clock = clock
        self._most = most
        self._films: OrderedDict[tuple[int, int], tuple[float, Spoken]] = OrderedDict()

    def remember(self, person: int, channel: int, spoken: Spoken) -> None:
        """This person spoke of this in this channel just now."""
        for key in ((channel, person), (channel, 0)):
            self._films[key] = (self._clock(), spoken)
            self._films.move_to_end(key)
        while len(self._films) > self._most:
            self._films.popitem(last=False)

    def last(self, person: int, channel: int) -> Spoken | None:
        """What this person, else this channel, spoke of last; None when nobody did lately."""
        return self._recent((channel, person)) or self._recent((channel, 0))

    def forget(self, person: int) -> None:
        """Forgets what this person spoke of."""
        for key in [key for key in self._films if key[1] == person]:
            del self._films[key]

    def _recent(self, key: tuple[int, int]) -> Spoken | None:
        said = self._films.get(key)
        return said[1] if said and self._clock() - said[0] <= MINUTES * 60 else None
