"""The kinds of question, as values. Understanding makes them, a button carries them, answering takes them."""

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What the parent wants to know."""

    SUITABILITY = "suitability"
    AGE_RATING = "age_rating"
    CONTENT_TOPIC = "content_topic"
    WARNINGS_OVERVIEW = "warnings_overview"
    REVIEW_SUMMARY = "review_summary"
    STORY = "story"
    FACTS = "facts"
    TALK_ABOUT = "talk_about"
    ALTERNATIVES = "alternatives"
    COMPARE = "compare"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one film (two for compare). It never holds a child's name, only ages."""

    intent: Intent
    movie: str | None = None
    """The film's id, where it is certain."""
    ages: tuple[int, ...] = ()
    """In years, youngest first, each once."""
    topics: tuple[str, ...] = ()
    """Topic ids in the order of topics.toml."""
    facts: tuple[str, ...] = ()
    """For FACTS: which of runtime, year, released, directors, cast, genres, studio, where_to_watch.

    Empty means all. Nobody records where to watch: that is answered as not recorded.
    """
    others: tuple[str, ...] = ()
    """For COMPARE: ids of the other films."""
    words: str = ""
    """For a thing that is no topic: the words to look for in this film's findings."""
