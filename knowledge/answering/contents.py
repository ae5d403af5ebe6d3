"""What is in a film: single topics, and everything at once."""

from collections.abc import Iterable, Sequence

from knowledge.answering.text_search import mentions_of
from knowledge.answers import Topics, Warnings
from knowledge.entry import Level, Movie
from knowledge.verdicts import Assessment
from knowledge.vocabulary import Topic, Vocabulary

HEIGHT = {Level.NONE: 0, Level.PRESENT: 1, Level.MILD: 1, Level.MODERATE: 2, Level.SEVERE: 3}
LITTLE = frozenset({Level.NONE, Level.MILD})


def assess(movie: Movie, topic: Topic) -> Assessment:
    """What is known about one topic, and who disputes it."""
    finding = movie.finding(topic.id)
    says_little = finding is not None and finding.level in LITTLE
    disputed = tuple(voice for voice in movie.voices if topic.id in voice.too_much) if says_little else ()
    return Assessment(topic, finding, disputed)


def assessments_of(movie: Movie, topics: Iterable[str], vocabulary: Vocabulary) -> tuple[Assessment, ...]:
    """What is known about the topics with these ids; ids that are no topic are passed over."""
    known = (vocabulary.topics[topic] for topic in topics if topic in vocabulary.topics)
    return tuple(assess(movie, topic) for topic in known)


def topics_of(movie: Movie, topics: Sequence[str], words: str, vocabulary: Vocabulary) -> Topics:
    """The answer for these topics, those first that speak of the things that the words name."""
    things = vocabulary.things
    mentions = mentions_of(movie, words, topics, things)
    told = {quote.says for mention in mentions for quote in mention.quotes}
    named = {one.thing for one in things.named(words.split())}
    found = assessments_of(movie, topics, vocabulary)

    def place(one: Assessment) -> tuple[bool, bool]:
        return not _tells(one, told), named.isdisjoint(things.covered.get(one.topic.id, ()))

    return Topics(movie, mentions, tuple(sorted(found, key=place)))


def _tells(one: Assessment, quotes: Iterable[str]) -> bool:
    """Whether one of the quotes is from what was found."""
    finding = one.finding
    return finding is not None and any(quote in f"{finding.says} {finding.detail}" for quote in quotes)


def warnings_of(movie: Movie, vocabulary: Vocabulary) -> Warnings:
    """Everything that is in it, the highest level first; within a level, what parents fear most."""
    every = [assess(movie, topic) for topic in vocabulary.topics.values()]
    bad = [one for one in every if one.topic.kind != "positive"]
    found = [(HEIGHT[one.finding.level], one) for one in bad if one.finding]
    return Warnings(
        movie=movie,
        found=tuple(one for height, one in sorted(found, key=lambda pair: -pair[0]) if height),
        absent=tuple(one.topic for height, one in found if not height),
        good=tuple(one for one in every if one.topic.kind == "positive" and one.finding),
        not_assessed=tuple(one.topic for one in every if one.finding is None),
    )
