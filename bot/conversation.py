"""The film of the conversation: the last that this person spoke of, else the last one answered openly."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from knowledge.questions import Question

MINUTES = 15
MOST_REMEMBERED = 50_000

Clock = Callable[[], float]
"""Seconds that never go back."""
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """What was spoken of: a film's id, and the question about it if there was one."""

    film: str
    question: Question | None = None
    private: bool = False
    """Whether only the person who asked has seen the answer."""


class Recent(Generic[K, V]):
    """Values by key for 15 minutes, in memory only; beyond the bound the oldest are forgotten."""

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._held: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def put(self, key: K, value: V) -> None:
        """In place of the one before."""
        self._held[key] = (self._clock(), value)
        self._held.move_to_end(key)
        while len(self._held) > self._most:
            self._held.popitem(last=False)

    def get(self, key: K) -> V | None:
        """The value, if it is recent."""
        held = self._held.get(key)
        return held[1] if held and self._clock() - held[0] <= MINUTES * 60 else None

    def forget(self, theirs: Callable[[K, V], bool]) -> None:
        """Forgets all of which this is true."""
        for key in [key for key, (_, value) in self._held.items() if theirs(key, value)]:
            del self._held[key]


class Conversation:
    """What each person spoke of in a channel; for the channel the film alone, if all have seen the answer."""

    def __init__(self, clock: Clock = time.monotonic, most: int = MOST_REMEMBERED) -> None:
        self.clock = clock
        self._own: Recent[tuple[int, int], LastQuestion] = Recent(clock, most)
        self._open: Recent[int, tuple[int, str]] = Recent(clock, most)

    def remember(self, person: int, channel: int, spoken: LastQuestion) -> None:
        """This person spoke of this in this channel just now."""
        self._own.put((person, channel), spoken)
        if not spoken.private:
            self._open.put(channel, (person, spoken.film))

    def last(self, person: int, channel: int) -> LastQuestion | None:
        """What this person, else the film that this channel, spoke of last; None when nobody did lately."""
        if own := self._own.get((person, channel)):
            return own
        said = self._open.get(channel)
        return LastQuestion(said[1]) if said else None

    def forget(self, person: int) -> None:
        """Forgets what this person spoke of, also for the channels."""
        self._own.forget(lambda key, _: key[0] == person)
        self._open.forget(lambda _, said: said[0] == person)
