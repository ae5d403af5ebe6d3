"""Which film a span means: films of the index are weighed by name, fame, year, version and number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from knowledge.titles.cover import covered
from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.spans import Sight, SpanIndex
from knowledge.understanding.film_candidate import FOUND, FilmCandidate, Ranked, is_exact
from knowledge.understanding.film_features import SIZE, WELL_KNOWN, near, table
from knowledge.understanding.film_versions import FilmVersions, names_of
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.understanding.word_kinds import VERSION
from knowledge.weights import ReaderWeights, shares

KNOWN_BY_NAME = 500
"""Votes of a film of just this name from which on nothing like it is looked for."""
EVERYDAY = 3
"""How common the rest of a span is at least for a name in it to be weighed beside a name of all of it."""
MOST = 8
ASKED = 0.4  # How likely a film is that the titles would ask about.


class FilmRanker:
    """Weighs the films of spans."""

    def __init__(self, spans: SpanIndex, weights: ReaderWeights) -> None:
        self._spans, self.versions = spans, FilmVersions(spans)
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
        if len(choices) < 2:
            return [Ranked(choice, 1.0) for choice in choices]
        points = table(message, hints, start, end, choices) @ self._weights
        chances = shares(points.tolist())
        order = sorted(range(len(choices)), key=lambda at: -chances[at])
        return [Ranked(choices[at], chances[at]) for at in order]

    def settled(
        self, message: TokenText, hints: Hints, start: int, end: int, ranked: Sequence[Ranked]
    ) -> Sequence[Ranked]:
        """The same; where it is just the title of films, the titles say which one, or that one must ask."""
        places = near(message, start, end, (each.choice for each in ranked))
        told = hints.versions_in(places) or hints.years or hints.decade
        if not ranked or told or ranked[0].choice.related:
            return ranked
        if ranked[0].choice.inner and not any(is_exact(each.choice) for each in ranked):
            return ranked
        said = message.said(start, end)
        accepts, films = self._spans.decided(said, is_name=message.is_name(start, end))
        best = ranked[0].choice
        doubted = not is_exact(best) and any(sign.isdecimal() for sign in said)
        if not films or (films[0] == best.film.id and not accepts and not doubted):
            return ranked
        known = {each.choice.film.id: each for each in ranked}
        if accepts and films[0] in known:
            return [replace(known.pop(films[0]), chance=1.0), *known.values()]
        asked = [replace(known.pop(film), chance=ASKED) for film in films if film in known]
        return [*asked, *known.values()]

    def accepted(self, message: TokenText) -> Film | None:
        """The film that the titles alone would accept for a whole text."""
        decision = self._spans.find(message.text)
        return decision.matches[0].film if decision.decided is Decided.ACCEPT else None

    def choices(
        self, message: TokenText, hints: Hints, start: int, end: int, *, find: bool, spoken_of: Film | None
    ) -> list[FilmCandidate]:
        """The films that are weighed, each once."""
        found: dict[str, FilmCandidate] = {}
        # Words that tell a version and no more mean one of the film before, known or not.
        told = spoken_of is not None and self.versions.tells(message, hints, start, end)
        for choice in self._each(message, hints, start, end, spoken_of, told=told):
            found.setdefault(choice.film.id, choice)
        whole = (each.film for each in found.values() if not each.inner)
        best = max((film.votes + 10**7 * film.guide for film in whole), default=-1)
        if find and not told and best < KNOWN_BY_NAME:
            for choice in self._alike(message.said(start, end)):
                if choice.decided or choice.film.id not in found:
                    found[choice.film.id] = choice
        return list(found.values())[: 2 * MOST]

    def _each(
        self, message: TokenText, hints: Hints, start: int, end: int, spoken_of: Film | None, *, told: bool
    ) -> Iterator[FilmCandidate]:
        if spoken_of and told:
            yield from self.versions.beside(hints, spoken_of, range(start, end))
            return
        same = next((each for each in message.sights if (each.start, each.end) == (start, end)), None)
        films = same.films if same else self._spans.named(message.said(start, end))
        for film in films:
            yield FilmCandidate(self._spans.film(film), film.kind)
        if spoken_of and self.versions.tells(message, hints, start, end, names_of(spoken_of)):
            yield from self.versions.beside(hints, spoken_of, range(start, end))
        if not films or max(film.votes for film in films) < WELL_KNOWN:
            inside = self._inside(message, hints, start, end)
            yield from (choice for choice in inside if not films or choice.left >= EVERYDAY)

    def _inside(self, message: TokenText, hints: Hints, start: int, end: int) -> Iterator[FilmCandidate]:
        """Films of a name within the span, and parts of their series that a number in it tells."""
        inner = [each for each in message.sights if start <= each.start and each.end <= end]
        inner.sort(key=lambda each: (each.start - each.end, -each.best.votes))
        numbers = _numbers_beside(hints, start, end, inner[0] if inner else None)
        for sight in inner[:4]:
            if (sight.start, sight.end) == (start, end):
                continue
            for first, last, value in numbers:
                if last <= sight.start or sight.end <= first:
                    head = message.said(sight.start, sight.end)
                    for film in self._spans.named(head if value == 1 else f"{head} {value}")[:2]:
                        yield FilmCandidate(self._spans.film(film), film.kind, part=True)
            left = min(message.rarest(start, sight.start, VERSION), message.rarest(sight.end, end, VERSION))
            size = message.tokens[sight.end - 1].end - message.tokens[sight.start].start
            share = size / len(message.said(start, end))
            outside = {number for first, last, number in numbers if last <= sight.start or sight.end <= first}
            for film in sight.films[:3]:
                found = self._spans.film(film)
                numbered = bool(outside - {1})
                yield FilmCandidate(found, film.kind, typed=share, inner=True, left=left, numbered=numbered)

    def _alike(self, typed: str) -> Iterator[FilmCandidate]:
        decision = self._spans.find(typed)
        for at, match in enumerate(decision.matches[:MOST]):
            mine, its = covered(typed, match.film)
            sure = at == 0 and decision.decided.value == "accept"
            yield FilmCandidate(match.film, FOUND, typed=mine, name=its, decided=sure)


def _numbers_beside(hints: Hints, start: int, end: int, longest: Sight | None) -> list[tuple[int, int, int]]:
    """The numbers of parts in a span but those in the longest name: *The Fantastic Four: First Steps*."""
    other = longest and (longest.start, longest.end) != (start, end)
    own = range(longest.start, longest.end) if longest and other else range(0)
    return [each for each in (*hints.numbers(start, end), *hints.sequels(start, end)) if each[0] not in own]
