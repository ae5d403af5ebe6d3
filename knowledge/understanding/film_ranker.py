"""Which film a span means: films of the index are weighed by name, fame, year, version and number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from knowledge.titles.cover import covered
from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.names import NameKind
from knowledge.titles.spans import SpanIndex
from knowledge.titles.titles import Titles
from knowledge.titles.words import words
from knowledge.understanding.film_candidate import FOUND, FilmCandidate, Ranked, is_exact
from knowledge.understanding.film_table import SIZE, WELL_KNOWN, near, table
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.weights import ReaderWeights

KNOWN_BY_NAME = 500
"""Votes of a film of just this name from which on nothing like it is looked for."""
MOST, MOST_PARTS = 8, 13
ASKED = 0.4  # How likely a film is that the titles would ask about.
BESIDE = 3  # Words before a title that may say that all of its series are meant.
EVERYDAY = 3
"""How common a word is at least that may tell which part of a series is meant: `one`, `second`, `new`."""
LATEST = 8
"""Spans of which it is kept which films the titles find: one is looked up twice in a text."""
RELATED = 100
"""Votes of a film that may be another version of the one spoken of."""


class FilmRanker:
    """Weighs the films of spans."""

    def __init__(self, titles: Titles, spans: SpanIndex, weights: ReaderWeights) -> None:
        self._spans = spans
        self._find = lru_cache(LATEST)(titles.find)
        self._weights = weights.vectors.get("films", np.zeros(SIZE, np.float32))

    def ranked(
        self,
        message: TokenText,
        hints: Hints,
        start: int,
        end: int,
        *,
        find: bool,
        spoken_of: Film | None = None,
    ) -> list[Ranked]:
        """The films that the tokens from one up to another may mean, likeliest first."""
        choices = self.choices(message, hints, start, end, find=find, spoken_of=spoken_of)
        if not choices:
            return []
        points = table(message, hints, start, end, choices) @ self._weights
        raised = np.exp(points - points.max())
        chances = (raised / raised.sum()).tolist()
        order = sorted(range(len(choices)), key=lambda at: -chances[at])
        return [Ranked(choices[at], chances[at]) for at in order]

    def settled(
        self, message: TokenText, hints: Hints, start: int, end: int, ranked: Sequence[Ranked]
    ) -> Sequence[Ranked]:
        """The same; where it is just the title of films, the titles say which one, or that one must ask."""
        if (
            not ranked
            or hints.versions_in(near(message, start, end))
            or hints.years
            or hints.decade
            or ranked[0].choice.related
        ):
            return ranked
        if ranked[0].choice.inner and not any(is_exact(each.choice) for each in ranked):
            return ranked
        said = message.said(start, end)
        decision = self._find(said)
        films = [match.film.id for match in decision.matches]
        best, accepts = ranked[0].choice, decision.decided is Decided.ACCEPT
        doubted = not is_exact(best) and any(sign.isdecimal() for sign in said)
        if not films or (films[0] == best.film.id and not accepts and not doubted):
            return ranked
        known = {each.choice.film.id: each for each in ranked}
        if accepts and films[0] in known:
            return [replace(known.pop(films[0]), chance=1.0), *known.values()]
        asked = [replace(known.pop(film), chance=ASKED) for film in films if film in known]
        return [*asked, *known.values()]

    def choices(
        self, message: TokenText, hints: Hints, start: int, end: int, *, find: bool, spoken_of: Film | None
    ) -> list[FilmCandidate]:
        """The films that are weighed, each once."""
        found: dict[str, FilmCandidate] = {}
        for choice in self._each(message, hints, start, end, spoken_of):
            found.setdefault(choice.film.id, choice)
        best = max(
            (each.film.votes + 10**7 * each.film.guide for each in found.values() if not each.inner),
            default=-1,
        )
        if find and best < KNOWN_BY_NAME:
            for choice in self._alike(message.said(start, end)):
                found.setdefault(choice.film.id, choice)
        return list(found.values())[: 2 * MOST]

    def _each(
        self, message: TokenText, hints: Hints, start: int, end: int, spoken_of: Film | None
    ) -> Iterator[FilmCandidate]:
        same = next((each for each in message.sights if (each.start, each.end) == (start, end)), None)
        films = same.films if same else self._spans.named(message.said(start, end))
        for film in films:
            yield FilmCandidate(self._spans.film(film), film.kind)
        numbers_alone = films and not any(token.word.isalpha() for token in message.tokens[start:end])
        if spoken_of and not numbers_alone and self.tells_version(message, hints, start, end, spoken_of):
            yield from self.versions(hints, spoken_of, range(start, end))
        if not films or max(film.votes for film in films) < WELL_KNOWN:
            inside = self._inside(message, hints, start, end)
            yield from (choice for choice in inside if not films or choice.left >= EVERYDAY)

    def tells_version(self, message: TokenText, hints: Hints, start: int, end: int, spoken_of: Film) -> bool:
        """Whether no word says more than `the second one`, but those of the names of the film spoken of."""
        names = (spoken_of.title, *spoken_of.names)
        own = {word for name in names for word in words(name)} | hints.words.words
        numbers = {at for first, last, _ in hints.numbers(start, end) for at in range(first, last)}
        return all(
            not message.tokens[at].word.isalpha()
            or message.common[at] >= EVERYDAY
            or at in numbers
            or own.issuperset((message.tokens[at].word, *words(message.tokens[at].word)))
            for at in range(start, end)
        )

    def _inside(self, message: TokenText, hints: Hints, start: int, end: int) -> Iterator[FilmCandidate]:
        """Films of a name within the span, and parts of their series that a number in it tells."""
        inner = [each for each in message.sights if start <= each.start and each.end <= end]
        inner.sort(key=lambda each: (each.start - each.end, -each.best.votes))
        numbers = [*hints.numbers(start, end), *hints.sequels(start, end)]
        for sight in inner[:4]:
            if (sight.start, sight.end) == (start, end):
                continue
            for first, last, value in numbers:
                if last <= sight.start or sight.end <= first:
                    for film in self._spans.named(f"{message.said(sight.start, sight.end)} {value}")[:2]:
                        yield FilmCandidate(self._spans.film(film), film.kind, part=True)
            left = min(message.strangest(start, sight.start), message.strangest(sight.end, end))
            size = message.tokens[sight.end - 1].end - message.tokens[sight.start].start
            share = size / len(message.said(start, end))
            outside = {number for first, last, number in numbers if last <= sight.start or sight.end <= first}
            for film in sight.films[:3]:
                found = self._spans.film(film)
                numbered = bool(outside - {1})
                yield FilmCandidate(found, film.kind, typed=share, inner=True, left=left, numbered=numbered)

    def versions(self, hints: Hints, film: Film, tokens: Iterable[int]) -> Iterator[FilmCandidate]:
        """Other films of a title, and the parts of its series, that some tokens ask for."""
        heads = dict.fromkeys((film.title, film.title.partition(":")[0], _unnumbered(film.title)))
        places = sorted(tokens)
        kinds, asked = hints.kinds_of(places), set(places)
        values = {value for start, _, value in hints.numbers(0, len(hints.tokens)) if start in asked}
        for value in sorted(values | ({2} if "sequel" in kinds else set[int]())):
            for head in heads:
                for each in self._spans.named(head if value == 1 else f"{head} {value}")[:2]:
                    yield FilmCandidate(self._spans.film(each), each.kind, part=True, related=True)
        if hints.versions_in(places) or hints.years:
            for each in self._spans.named(film.title):
                dated = not hints.years or each.year in hints.years
                if dated and each.votes >= RELATED and each.kind <= NameKind.ALIAS:
                    yield FilmCandidate(self._spans.film(each), each.kind, related=True)

    def series(self, message: TokenText, hints: Hints, start: int, end: int) -> list[Film]:
        """The films of the series that a span names as a whole: `both inside out films`; else none."""
        inner = [each for each in message.sights if start <= each.start and each.end <= end]
        if not inner or "series" not in hints.kinds_of(range(max(start - BESIDE, 0), end)):
            return []
        name = max(inner, key=lambda each: (each.end - each.start, each.best.votes))
        head, films = message.said(name.start, name.end), list[Film]()
        for number in range(1, MOST_PARTS):
            parts = self._spans.named(head if number == 1 else f"{head} {number}")
            if not parts or parts[0].votes < WELL_KNOWN:
                break
            films.append(self._spans.film(parts[0]))
        return list(dict.fromkeys(films))

    def _alike(self, typed: str) -> Iterator[FilmCandidate]:
        decision = self._find(typed)
        for at, match in enumerate(decision.matches[:MOST]):
            mine, its = covered(typed, match.film)
            sure = at == 0 and decision.decided.value == "accept"
            yield FilmCandidate(match.film, FOUND, typed=mine, name=its, decided=sure)


def _unnumbered(title: str) -> str:
    listed = words(title)
    return " ".join(listed[:-1]) if len(listed) > 1 and listed[-1].isdecimal() else title
