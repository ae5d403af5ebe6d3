"""A thing that is no topic, looked for in the sentences of one entry."""

import re
from collections.abc import Iterator

from knowledge.answers import Quote, Quoted
from knowledge.facts import Movie, Told

MOST_QUOTES = 3
SHORTEST_STEM = 4


def quotes_about(movie: Movie, words: str) -> Quoted:
    """The sentences of the entry that speak of these words, spoiler-free ones first, at most three."""
    stems = {_stem(word) for word in re.findall(r"\w+", words.casefold())}
    ranked = [
        (quote.spoils, -hits, quote)
        for quote in _sentences(movie)
        if (hits := len(stems & {_stem(word) for word in re.findall(r"\w+", quote.says.casefold())}))
    ]
    best = sorted(ranked, key=lambda row: row[:2])[:MOST_QUOTES]
    return Quoted(movie, words, tuple(quote for *_, quote in best))


def _stem(word: str) -> str:
    """The word without its commonest English endings, so that "operated" meets "operating"."""
    for ending in ("ations", "ation", "ating", "ated", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _sentences(movie: Movie) -> Iterator[Quote]:
    told = [(part.says, part.detail, part.sources) for part in (*movie.findings, *_prose(movie))]
    for says, detail, sources in told:
        yield from (Quote(one, False, sources) for one in _split(says))
        yield from (Quote(one, True, sources) for one in _split(detail or ""))


def _prose(movie: Movie) -> tuple[Told, ...]:
    return tuple(part for part in (movie.parents_need_to_know, movie.story) if part)


def _split(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?])\s+", text) if sentence]
