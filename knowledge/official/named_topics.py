"""What a board named, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.entry import Level


@dataclass(frozen=True, slots=True)
class Said:
    """How much of one topic the board named, and its own words for it, as they stand in the reason."""

    level: Level
    words: str


@dataclass(frozen=True, slots=True)
class NamedTopics:
    """A reason, read. A topic that is missing was not named, which is not *none*."""

    topics: Mapping[str, Said]
    """By the topic's id, in the order of the reason."""
    themes: tuple[str, ...] = ()
    """What the board named that is no topic of the guide, in its words: *thematic elements*."""
    unread: tuple[str, ...] = ()
    """What could not be read, word for word."""
