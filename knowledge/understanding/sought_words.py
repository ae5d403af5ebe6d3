"""The words to look for in a film's entry: things within a topic, or what is asked about that is no topic."""

from collections.abc import Collection, Sequence

from knowledge.things import Things
from knowledge.topic_phrases import TopicPhrases
from knowledge.understanding.tagger import Span
from knowledge.understanding.token_text import TokenText

COMMONEST = 3  # How common a word is at most that says what is looked for.
MOST = 4


def looked_for(message: TokenText, taken: Collection[int]) -> str:
    """The strangest words of a text outside of films and ages, as typed; the commonest say nothing."""
    words = [
        (common, at)
        for at, (token, common) in enumerate(zip(message.tokens, message.common, strict=True))
        if at not in taken and token.text.isalpha() and len(token.text) > 2 and common <= COMMONEST
    ]
    if not words:
        return ""
    strangest = min(common for common, _ in words)
    chosen = [at for common, at in words if common <= max(strangest, 1)]
    return " ".join(message.tokens[at].text for at in chosen[:MOST])


def taken_by(spans: Sequence[Span]) -> set[int]:
    """The tokens of spans."""
    return {at for start, end, _ in spans for at in range(start, end)}


def things_told(
    message: TokenText, taken: Collection[int], things: Things, topics: TopicPhrases, *, feared: bool
) -> str:
    """The things that are named, only those that a child cannot bear, or people where a topic is said."""
    every = [each for each in things.named(message.free(taken)) if each.feared or not feared]
    people = any(each.thing in things.people for each in every)
    within = topics.places([token.word for token in message.tokens]) if people else set[int]()
    told = {
        named.thing: named.typed
        for named in reversed(every)
        if named.thing not in things.people or not within.isdisjoint(named.place)
    }
    return " ".join(reversed(told.values()))
