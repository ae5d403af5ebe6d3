"""Which span names the film that is asked about, if any does: candidates of the tagger and of the index."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.titles.films import Film
from knowledge.titles.names import NameKind
from knowledge.titles.spans import Sight
from knowledge.understanding.film_candidate import FOUND, Ranked, is_exact
from knowledge.understanding.film_ranker import FilmRanker
from knowledge.understanding.tagger import AGE, FILM, NOTHING, Span, Tags
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.weights import F32, ReaderWeights, shares

MOST = 8
"""Spans that are weighed."""
LONGEST = 14
WORTH = 0.01
"""How likely the tagger must take a span's first token for that of a film."""
BEGINS = 0.03
"""The same, where it takes none for one and the likeliest is tried."""
LEAST = -12.0
TAGGED, TAGGED_OTHER, NAMED, BESIDE, LIKELY = 1, 2, 4, 8, 16
WELL_KNOWN, FAMOUS = 300, 8000
"""Votes from which on a title, or any name, is tried though nothing tags it."""


@dataclass(frozen=True, slots=True)
class SpanCandidate:
    """A span and the films it may mean, likeliest first."""

    start: int
    end: int
    films: tuple[Ranked, ...]
    source: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates with how likely each names the film, and how likely none does."""

    candidates: tuple[SpanCandidate, ...]
    chances: tuple[float, ...]
    none: float


class SpanRanker:
    """Weighs the spans of a text."""

    def __init__(self, films: FilmRanker, weights: ReaderWeights) -> None:
        self._films = films
        self._weights = weights.vectors.get("spans", np.zeros(OF_SPAN + OF_NONE, np.float32))

    def weighed(
        self, message: TokenText, tags: Tags, hints: Hints, nothing: float, spoken_of: Film | None
    ) -> Weighed:
        """The spans that may name a film; `nothing` is how likely the text asks no film guide anything."""
        candidates = self.candidates(message, tags, hints, spoken_of)
        points = table(message, tags, candidates, nothing) @ self._weights
        chances = shares(points.tolist())
        return Weighed(tuple(candidates), tuple(chances[:-1]), chances[-1])

    def candidates(
        self, message: TokenText, tags: Tags, hints: Hints, spoken_of: Film | None
    ) -> list[SpanCandidate]:
        """The spans that have a film at all, those that are tagged first."""
        sources: dict[tuple[int, int], int] = {}
        for start, end, source in _spans(message, tags):
            if 0 <= start < end <= len(message.tokens) and end - start <= LONGEST:
                sources[start, end] = sources.get((start, end), 0) | source
        ranked = sorted(
            sources, key=lambda span: (sources[span] == NAMED, -tags.chance(span[0], "B-F", "B-X"))
        )
        worth = [span for span in ranked if _is_worth(message, tags, span, sources[span])]
        found: list[SpanCandidate] = []
        for start, end in worth[:MOST]:
            source = sources[start, end]
            tagged = bool(source & (TAGGED | TAGGED_OTHER | LIKELY))
            films = self._films.ranked(
                message, hints, start, end, find=tagged, spoken_of=spoken_of if tagged else None
            )
            if films:
                found.append(SpanCandidate(start, end, tuple(films), source))
        return found


def _spans(message: TokenText, tags: Tags) -> Iterator[tuple[int, int, int]]:
    tagged = tags.spans()
    for start, end, label in tagged:
        yield start, end, TAGGED if label == FILM else TAGGED_OTHER
    for sight in message.sights:
        if _is_known(sight):
            yield sight.start, sight.end, NAMED
    films = [(start, end) for start, end, label in tagged if label == FILM]
    named = {(sight.start, sight.end) for sight in message.sights}
    for start, end in films:
        for first, last in ((1, 0), (0, -1), (-1, 0), (0, 1), (0, -2), (2, 0), (0, -3)):
            span = (start + first, end + last)
            if span in named:
                yield *span, BESIDE
    if not films:
        yield from _likeliest(message, tags)


def _is_known(sight: Sight) -> bool:
    best = sight.best
    return best.guide or best.votes >= (WELL_KNOWN if best.kind <= NameKind.ALIAS else FAMOUS)


def _likeliest(message: TokenText, tags: Tags) -> Iterator[tuple[int, int, int]]:
    begins = [tags.chance(at, "B-F") for at in range(len(message.tokens))]
    start = max(range(len(begins)), key=begins.__getitem__)
    if begins[start] <= BEGINS:
        return
    end = start + 1
    while end < len(begins) and tags.chance(end, "I-F") > 0.5 * begins[start]:
        end += 1
    yield start, end, LIKELY


def _is_worth(message: TokenText, tags: Tags, span: tuple[int, int], source: int) -> bool:
    whole = span[1] - span[0] == len(message.tokens) and not message.spoken_of
    if source != NAMED or whole or tags.chance(span[0], "B-F", "B-X") >= WORTH:
        return True
    return span[1] - span[0] > 1 and message.rarest(*span) < 4


def table(message: TokenText, tags: Tags, candidates: Sequence[SpanCandidate], nothing: float) -> F32:
    """(candidates and none, features); the last row is for none."""
    tagged = tags.spans()
    best = tags.log_chance(tags.best)
    places = _Places(message)
    rows = [_row(message, tags, each, tagged, best, nothing, places) for each in candidates]
    none = [0.0] * OF_SPAN + _none(message, tags, tagged, best, nothing)
    return np.array([*([*row, *[0.0] * OF_NONE] for row in rows), none], np.float32)


class _Places:
    """Where questions stand in a text."""

    def __init__(self, message: TokenText) -> None:
        self.sentence = list(message.sentences())
        pairs = zip(self.sentence, message.tokens, strict=True)
        self.asked = max((number for number, token in pairs if token.word == "?"), default=-1)
        self.last = self.sentence[-1]

    def of(self, start: int) -> list[float]:
        """Whether a span is in the last question, before it, or before the last sentence where none asks."""
        at = self.sentence[start]
        return [at == self.asked, 0 <= at < self.asked, self.asked < 0 and at < self.last]


def _row(
    message: TokenText,
    tags: Tags,
    span: SpanCandidate,
    tagged: Sequence[Span],
    best: float,
    nothing: float,
    places: _Places,
) -> list[float]:
    start, end = span.start, span.end
    choice, sure = span.films[0].choice, span.films[0].chance
    begins, film = tags.chance(start, "B-F", "B-X"), tags.chance(start, "B-F")
    exact = is_exact(choice)
    found, size = choice.kind == FOUND or choice.inner, min(end - start, 5)
    fame, rare = math.log10(choice.film.votes + 10 + 10**5 * choice.film.guide), message.rarest(start, end)
    spoken = message.spoken_of
    films = [each for each in tagged if each[2] == FILM]
    last, number = message.tokens[end - 1].word, message.tokens[start].word
    return [
        max(LEAST, _as_film(tags, span, films) - best), begins, film, math.log(begins + 1e-4),
        exact, found, (not exact) * (not found), fame * exact, fame * found, fame * (not exact) * (not found),
        size, size * exact, rare, rare * (size == 1), size == 1, message.capital(start, end),
        found * choice.typed, found * choice.name, sure, spoken, spoken * fame, spoken * rare * exact,
        bool(span.source & TAGGED), bool(span.source & TAGGED_OTHER), bool(span.source & BESIDE),
        nothing, nothing * (size == 1), number.isdecimal() and size == 1, start / max(1, len(message.tokens)),
        last.isdecimal(), choice.part, choice.related, found * (choice.typed < 0.7), *places.of(start),
        any(each[0] >= end for each in films), any(each[1] <= start for each in films),
        *_within(message, start, end),
    ]  # fmt: skip


OF_SPAN, OF_NONE = 41, 8


def _within(message: TokenText, start: int, end: int) -> tuple[bool, bool, bool]:
    """Whether the title of a known film covers the span and more, is a part of it, or only meets it."""
    names = [(each.start, each.end) for each in message.sights if _is_known(each)]
    beyond = [(a, b) for a, b in names if b - a > 1 and a < end and start < b and (a, b) != (start, end)]
    wide = any(a <= start and end <= b for a, b in beyond)
    part = any(start <= a and b <= end for a, b in beyond)
    return wide, part, any(a < start < b < end or start < a < end < b for a, b in beyond)


def _as_film(tags: Tags, span: SpanCandidate, films: Sequence[Span]) -> float:
    """The logarithm of the odds of the labelling in which this span is the film that is asked about."""
    alone = [label if label in (AGE, "B-X", "I-X") else NOTHING for label in tags.best]
    _put(alone, span.start, span.end, FILM)
    apart = list(alone)
    for start, end, _ in films:
        if end <= span.start or start >= span.end:
            _put(apart, start, end, FILM)
    return max(tags.log_chance(alone), tags.log_chance(apart))


def _put(labels: list[str], start: int, end: int, label: str) -> None:
    """Labels a span; what is left of another that it cuts into is none."""
    labels[start:end] = [f"B-{label}", *([f"I-{label}"] * (end - start - 1))]
    for at in range(end, len(labels)):
        if labels[at][:2] != "I-":
            return
        labels[at] = NOTHING


def _none(message: TokenText, tags: Tags, tagged: Sequence[Span], best: float, nothing: float) -> list[float]:
    empty = [AGE if label == AGE else NOTHING for label in tags.best]
    others = [label if label[2:] != FILM else NOTHING for label in tags.best]
    none = max(tags.log_chance(empty), tags.log_chance(others))
    film = any(label == FILM for *_, label in tagged)
    spoken = message.spoken_of
    odds = max(LEAST, none - best)
    return [odds, 1.0, spoken, nothing, nothing * (not spoken), film, film * spoken, bool(message.sights)]
