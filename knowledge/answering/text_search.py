"""What was asked about by name, looked for in the sentences of one entry."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.answers import Quoted
from knowledge.entry import Level, Movie, Prose
from knowledge.things import Things
from knowledge.verdicts import Mention, Quote

MOST_QUOTES = 3
MOST_OF_A_THING = 2
SHORTEST_STEM = 4
MOST_STEMS = 30_000


def quotes_about(movie: Movie, words: str, things: Things) -> Quoted:
    """The sentences of the entry that speak of these words, spoiler-free ones first, at most three."""
    asked = re.findall(r"\w+", words.casefold())
    stems = {stem_of(word) for word in asked}
    named = {one.thing for one in things.named(asked)}
    ranked = [
        (quote.spoils, -hits, quote)
        for quote in _sentences(movie)
        if (hits := _hits(quote, stems) + len(named & things.within(quote.says)))
    ]
    best = sorted(ranked, key=lambda row: row[:2])[:MOST_QUOTES]
    return Quoted(movie, words, tuple(quote for *_, quote in best))


def mentions_of(movie: Movie, words: str, topics: Iterable[str], things: Things) -> tuple[Mention, ...]:
    """What the findings say of each thing among the words, those on these topics first.

    A thing that no finding speaks of has no quotes. It is left out where what is said of one of these topics
    is said of it as well.
    """
    asked = set(topics)
    named = {one.thing: one.typed for one in things.named(words.split())}
    if not named:
        return ()
    findings = sorted(movie.findings, key=lambda finding: finding.topic not in asked)
    sentences = sorted(
        (quote for finding in findings for quote in _told(finding.says, finding.detail, finding.sources)),
        key=lambda quote: quote.spoils,
    )
    spoken = [(one, things.within(one.says)) for one in sentences]
    implied = {thing for topic in asked for thing in _implied(movie, topic, things)}
    mentions = {
        thing: Mention(word, tuple(one for one, within in spoken if thing in within)[:MOST_OF_A_THING])
        for thing, word in named.items()
    }
    return tuple(one for thing, one in mentions.items() if one.quotes or thing not in implied)


def _implied(movie: Movie, topic: str, things: Things) -> frozenset[str]:
    """Of which things it is said that there are none, or, by another name, that nobody looked."""
    covered, finding = things.covered.get(topic, frozenset[str]()), movie.finding(topic)
    said = len(covered) == 1 if finding is None else finding.level is Level.NONE
    return covered if said else frozenset()


def _hits(quote: Quote, stems: set[str]) -> int:
    return len(stems & {stem_of(word) for word in re.findall(r"\w+", quote.says.casefold())})


@lru_cache(MOST_STEMS)
def stem_of(word: str) -> str:
    """The word without its commonest English endings, so that "operated" meets "operating"."""
    for ending in ("ations", "ation", "ating", "ated", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _sentences(movie: Movie) -> Iterator[Quote]:
    for part in (*movie.findings, *_prose(movie)):
        yield from _told(part.says, part.detail, part.sources)


def _told(says: str, detail: str | None, sources: tuple[str, ...]) -> Iterator[Quote]:
    yield from (Quote(one, False, sources) for one in _split(says))
    yield from (Quote(one, True, sources) for one in _split(detail or ""))


def _prose(movie: Movie) -> tuple[Prose, ...]:
    return tuple(part for part in (movie.parents_need_to_know, movie.story) if part)


def _split(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?])\s+", text) if sentence]
