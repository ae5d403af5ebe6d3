"""What is seen of the films that a span may mean, one beside another: fame, name, year, version, number."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.titles.names import NameKind
from knowledge.titles.spans import SOLID
from knowledge.titles.words import words
from knowledge.understanding.film_candidate import FOUND, FilmCandidate, is_exact
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.weights import F32

WELL_KNOWN = 2000
"""Votes of a film that counts among the versions of a name."""
BEFORE, AFTER = 3, 2  # Words beside a title that may say which film of its name is meant.


def near(message: TokenText, start: int, end: int, choices: Iterable[FilmCandidate]) -> Sequence[int]:
    """A span with the words beside it that may say which film is meant; *Old* itself says nothing of it."""
    places = range(max(start - BEFORE, 0), min(end + AFTER, len(message.tokens)))
    titled = any(is_exact(each) and not (each.part or each.related) for each in choices)
    return [at for at in places if not start <= at < end] if titled else places


def table(message: TokenText, hints: Hints, start: int, end: int, choices: Sequence[FilmCandidate]) -> F32:
    """(choices, features)."""
    films = [each.film for each in choices]
    strong = [each.film for each in choices if each.related or each.film.votes >= WELL_KNOWN] or films
    years = sorted(film.year for film in strong if film.year)
    typed = {word for word in words(message.said(start, end)) if word.isdecimal()}
    beside = near(message, start, end, choices)
    kinds, named = hints.kinds_of(beside), hints.years_at(beside)
    rows = [_row(hints, kinds, named, choice, years, typed, end - start, choices) for choice in choices]
    return np.array(rows, np.float32)


def _row(
    hints: Hints,
    kinds: frozenset[str],
    named: frozenset[int],
    choice: FilmCandidate,
    years: Sequence[int],
    typed: set[str],
    size: int,
    choices: Sequence[FilmCandidate],
) -> list[float]:
    film, kind = choice.film, choice.kind
    fame, year = math.log10(film.votes + 10), film.year or 0
    found, exact = kind == FOUND, is_exact(choice)
    new, old = "newest" in kinds, "oldest" in kinds
    numbers = {word for word in words(film.title) if word.isdecimal() and word != "1"}
    rival = any(map(is_exact, choices))
    first, last = (years[0], years[-1]) if years else (0, 0)
    several = first != last
    away = min((abs(year - each) for each in named), default=0)
    return [
        kind == NameKind.TITLE, kind == NameKind.ALIAS, kind == NameKind.SUBTITLE, kind == NameKind.CALLED,
        kind == NameKind.INITIALS, kind == NameKind.HEAD, kind == SOLID, found,
        fame, fame * exact, fame * found, film.guide,
        choice.inner, choice.inner * choice.left, choice.inner * choice.typed, choice.inner * fame,
        choice.part, choice.related, choice.related * (bool(named) and away == 0),
        found * choice.typed, found * choice.name, found * (min(choice.typed, choice.name) > 0.95),
        choice.decided,
        year in named, bool(named) and away > 1, bool(named) and away == 1,
        new * several * (year == last), old * several * (year == first),
        new * (year < 2005), old * (year > 2012),
        hints.decade is not None and hints.decade <= year < hints.decade + 10,
        found * (numbers != typed - {"1"}), (not found) * (numbers != typed - {"1"}) * (not choice.part),
        found * rival, found * rival * (size > 2), (not exact) * (not found) * rival,
        choice.related * new * (year == last), choice.related * old * (year == first),
    ]  # fmt: skip


SIZE = 38
