"""What the rankers learn from: tables of films and of spans, of texts that their tagger has not seen."""

import random
from collections.abc import Iterator, Sequence

from knowledge.phrases import AgeWords, VersionWords
from knowledge.titles.films import Film
from knowledge.titles.spans import SpanIndex
from knowledge.titles.titles import Titles
from knowledge.understanding.film_features import table as film_table
from knowledge.understanding.film_ranker import FilmRanker
from knowledge.understanding.masked_words import asked_features, told
from knowledge.understanding.span_ranker import SpanCandidate, SpanRanker
from knowledge.understanding.span_ranker import table as span_table
from knowledge.understanding.tagger import Tagger
from knowledge.understanding.version_hints import Hints
from knowledge.weights import F32, ReaderWeights, hashed
from scripts.learning.before import FilmsBefore
from scripts.learning.lessons import token_span
from scripts.learning.rows import FILM
from scripts.learning.tagging import Lesson

Choices = tuple[F32, Sequence[int], float]
SWAPPED = 0.5
"""How much a row with another title counts."""
MOST_FILMS, MOST_SPANS = 8000, 12_000
"""Rows that the rankers learn from."""


def film_choices(
    taught: Sequence[Lesson],
    titles: Titles,
    known: Sequence[Film],
    ages: AgeWords,
    versions: VersionWords,
    seed: int,
) -> Iterator[Choices]:
    """Tables of the films of a span, of rows with another title or that tell a version of the film before."""
    ranker = FilmRanker(SpanIndex(titles), ReaderWeights({}, {}, {}))
    before = FilmsBefore(known, ranker.versions, seed)
    chosen = [each for each in taught if each.film is not None or _tells(each)]
    random.Random(seed).shuffle(chosen)
    for each in chosen[:MOST_FILMS]:
        span = _first_film(each)
        if span is None:
            continue
        hints = Hints(each.row.text, each.message.tokens, versions, ages)
        part = before.with_version(each.message, hints, *span) if _tells(each) else None
        film, spoken_of = (part[1].film, part[0]) if part else (each.film, None)
        if film is None:
            continue
        choices = ranker.choices(each.message, hints, *span, find=True, spoken_of=spoken_of)
        right = [at for at, choice in enumerate(choices) if _same(choice.film, film)]
        if right and len(choices) > 1:
            yield film_table(each.message, hints, *span, choices), right, SWAPPED


def _tells(each: Lesson) -> bool:
    """Whether it may tell a version of the film before: it follows one, and no title was put into it."""
    return each.row.spoken_of and not each.swapped and any(label == FILM for *_, label in each.row.spans)


def _first_film(each: Lesson) -> tuple[int, int] | None:
    first = next(((start, end) for start, end, label in each.row.spans if label == FILM), None)
    return token_span(each.message.tokens, *first) if first else None


def _same(one: Film, other: Film) -> bool:
    return one.id == other.id or (one.title == other.title and one.year == other.year)


def span_choices(
    taught: Sequence[Lesson],
    titles: Titles,
    known: Sequence[Film],
    weights: ReaderWeights,
    ages: AgeWords,
    versions: VersionWords,
    seed: int,
) -> Iterator[Choices]:
    """Tables of the spans of a text, of rows that the tagger of these weights has not seen."""
    films = FilmRanker(SpanIndex(titles), weights)
    tagger, ranker = Tagger(weights), SpanRanker(films, weights)
    before = FilmsBefore(known, films.versions, seed)
    nothing = weights.logits["nothing"]
    chosen = [each for each in taught if each.message.tokens]
    random.Random(seed).shuffle(chosen)
    for each in chosen[:MOST_SPANS]:
        message = each.message
        hints = Hints(each.row.text, message.tokens, versions, ages)
        tags = tagger.tag(message)
        bare = hashed(asked_features(told(message, ()), spoken_of=message.spoken_of))
        odds = nothing.odds(bare)["nothing"]
        span = _first_film(each) if _tells(each) else None
        part = before.with_version(message, hints, *span) if span else None
        spoken_of = part[0] if part else before.any() if each.row.spoken_of else None
        candidates = ranker.candidates(message, tags, hints, spoken_of)
        if not candidates:
            continue
        right = _right(each, candidates)
        if right:
            table = span_table(message, tags, candidates, odds)
            yield table, right, SWAPPED if each.swapped else 1.0


def _right(each: Lesson, candidates: Sequence[SpanCandidate]) -> list[int]:
    """The candidates that name the first film, or any film of the same place; none where no film is named."""
    films = [span for span in each.row.spans if span[2] == FILM]
    if not films:
        return [len(candidates)]
    tokens = each.message.tokens
    right: list[int] = []
    for at, one in enumerate(candidates):
        start, end = tokens[one.start].start, tokens[one.end - 1].end
        if any((start, end) == (first, last) for first, last, _ in films[:1]):
            right.append(at)
        elif each.film is not None and start < films[0][1] and end > films[0][0]:
            right += [at] if _same(one.films[0].choice.film, each.film) else []
    return right
