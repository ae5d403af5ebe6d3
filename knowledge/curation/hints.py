"""What is known of topics that an entry leaves open: what boards name, and what families say.

Nothing of it is taken by itself: who writes takes it, as a source of its own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from knowledge.curation.draft import Draft, fill
from knowledge.curation.section import Entry
from knowledge.curation.sources import with_sources
from knowledge.entry import Level
from knowledge.library import Library
from knowledge.official.reason_reader import read_reason
from knowledge.reviews.groups import FEW, FilmReviews
from knowledge.reviews.review import LEVELLED, Reviewer
from knowledge.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class BoardHint:
    """A board names the topic; how much of it there is, is our reading."""

    topic: str
    level: Level
    board: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class FamilyHint:
    """More than half of those of one kind who looked at the topic say so."""

    topic: str
    level: Level
    who: Reviewer
    count: int
    total: int


Hint = BoardHint | FamilyHint


@dataclass(frozen=True, slots=True)
class HintWords:
    """How a hint becomes an entry's words: the sentence, why the level, and the line of its source."""

    says: str
    source: str
    inferred: str = ""


def hints_of(draft: Draft, reviews: FilmReviews, vocabulary: Vocabulary) -> tuple[Hint, ...]:
    """Of each topic that is open, what the first board names and what the first families agree on."""
    found = {one["topic"] for one in draft.entry.get("findings", ())}
    hints: dict[tuple[str, type[Hint]], Hint] = {}
    for hint in (*_of_reasons(draft.entry), *_of_files(draft), *_of_families(reviews)):
        topic = vocabulary.topics.get(hint.topic)
        if topic and hint.topic not in found and hint.level in topic.levels and hint.level != Level.NONE:
            hints.setdefault((hint.topic, type(hint)), hint)
    places = {topic: place for place, topic in enumerate(vocabulary.topics)}
    return tuple(sorted(hints.values(), key=lambda one: places[one.topic]))


def by_topic(hints: Iterable[Hint]) -> dict[str, list[Hint]]:
    """All that is said of each topic."""
    return {topic: list(some) for topic, some in groupby(hints, attrgetter("topic"))}


def take_hints(
    draft: Draft, hints: Iterable[Hint], words: Callable[[Hint], HintWords], library: Library
) -> Draft:
    """The draft with a finding for each topic, the strictest that is said; it cites a source of its own."""
    for topic, some in by_topic(hints).items():
        levels = library.vocabulary.topics[topic].levels
        hint = max(some, key=lambda one: levels.index(one.level))
        said = words(hint)
        sources, (key,) = with_sources(draft.entry, [said.source])
        sourced = replace(draft, entry={**draft.entry, "sources": sources})
        typed = {"level": (hint.level.value,), "says": (said.says,), "sources": (key,)}
        inferred = {"inferred": (said.inferred,)} if said.inferred else {}
        draft = fill(sourced, f"finding.{topic}", {**typed, **inferred}, library)
    return draft


def _of_reasons(entry: Entry) -> Iterator[BoardHint]:
    ratings: list[dict[str, Any]] = entry.get("ratings", [])
    for rating in ratings:
        read = read_reason(rating["board"], rating["code"], rating.get("reason") or "")
        for topic, said in read.topics.items():
            yield BoardHint(topic, said.level, rating["board"], said.words)


def _of_files(draft: Draft) -> Iterator[BoardHint]:
    for board, topic, level, words in draft.named:
        yield BoardHint(topic, Level(level), board, words)


def _of_families(reviews: FilmReviews) -> Iterator[FamilyHint]:
    for group in reviews.groups:
        for flag in LEVELLED:
            tally = group.levels.get(flag, ())
            total = sum(count for _, count in tally)
            for level, count in tally:
                if total >= FEW and 2 * count > total:
                    yield FamilyHint(flag.value, level, group.who, count, total)
