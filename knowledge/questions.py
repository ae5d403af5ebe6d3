"""The kinds of question, as values. Understanding makes them, a button carries them, answering takes them.

"What should we watch tonight, kids 5 and 9" is `Question(Intent.SUGGEST, ages=(5, 9))`; "a film like Coco
about grief, nothing scary, at most 100 minutes" is `Question(Intent.SUGGEST, "coco-2017", topics=("fear",),
words="grief", minutes=100)`. It needs no film. ALTERNATIVES asks what to watch instead of a film; without
one, or with ages or topics, it is answered as SUGGEST is. COMPARE has the other films in `others`, and ages.
"""

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
    SUGGEST = "suggest"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one film (two for compare). It never holds a child's name, only ages."""

    intent: Intent
    movie: str | None = None
    """The film's id, where it is certain. For SUGGEST: the one that it should be like, if any."""
    ages: tuple[int, ...] = ()
    """In years, youngest first, each once."""
    topics: tuple[str, ...] = ()
    """Topic ids in the order of topics.toml. For SUGGEST: those to avoid."""
    facts: tuple[str, ...] = ()
    """For FACTS: which of runtime, year, released, directors, cast, genres, studio, where_to_watch.

    Empty means all. Nobody records where to watch: that is answered as not recorded.
    """
    others: tuple[str, ...] = ()
    """For COMPARE: ids of the other films."""
    words: str = ""
    """For a thing that is no topic: the words to look for in this film's findings.

    For SUGGEST: what the film should be about, such as "friendship".
    """
    country: str = ""
    """Two letters of the country whose rating is asked for; empty means that of the server."""
    minutes: int | None = None
    """For SUGGEST: how long the film may be at most."""
    after: int = 0
    """For SUGGEST: how many of the best films were shown before."""
