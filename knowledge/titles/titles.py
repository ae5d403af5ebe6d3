"""All films that can be named, and which is meant. How names are compared and decided lives beside this."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.titles.decision import Candidate, Decision, by_id, decide
from knowledge.titles.films import Film
from knowledge.titles.likeness import Words, likeness
from knowledge.titles.names import Kind, Name, names_of
from knowledge.titles.typed import Reading, read
from knowledge.titles.words import bare, words

KNOWN_BY_TITLE = 4.0
"""Points of rank that an exact title is worth."""
POINTS_A_TENFOLD = 1.0
"""Points of rank for ten times the votes."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Films with their names, immutable; a changed film makes a new one."""

    films: Mapping[str, Film]
    by_imdb: Mapping[str, Film]
    listed: tuple[tuple[Film, Name], ...]
    by_words: Mapping[Words, tuple[Film, ...]]
    known: frozenset[str]

    @classmethod
    def of(cls, films: Iterable[Film]) -> "Titles":
        """These films; a later one with the same id takes the place of an earlier one."""
        by_film = {film.id: film for film in films}
        listed = tuple((film, name) for film in by_film.values() for name in names_of(film))
        by_words: defaultdict[Words, list[Film]] = defaultdict(list)
        for film, name in listed:
            if name.kind <= Kind.ALIAS and film not in by_words[bare(name.words)]:
                by_words[bare(name.words)].append(film)
        return cls(
            by_film,
            {film.imdb or film.id: film for film in by_film.values()},
            listed,
            {key: tuple(sorted(group, key=_fame, reverse=True)) for key, group in by_words.items()},
            frozenset(word for _, name in listed if name.kind <= Kind.ALIAS for word in name.words),
        )

    def with_films(self, films: Iterable[Film]) -> "Titles":
        """The same films with these laid over them."""
        return Titles.of([*self.films.values(), *films])

    def named(self, film_id: str) -> Film | None:
        """The film with this id of ours or of IMDb."""
        return self.films.get(film_id) or self.by_imdb.get(film_id)

    def exact(self, text: str) -> tuple[Film, ...]:
        """The films that have exactly this title or other name, articles aside, best known first."""
        return self.by_words.get(bare(words(text)), ())

    def find(self, text: str) -> Decision:
        """Which film is meant by the typed text."""
        typed = read(text)
        film = self.named(typed.imdb) if typed.imdb else self.films.get(text.strip())
        if film is not None:
            return by_id(text, film)
        best: dict[str, Candidate] = {}
        for reading in typed.readings:
            for each in self._candidates(reading):
                if each.film.id not in best or each.rank > best[each.film.id].rank:
                    best[each.film.id] = each
        ranked = sorted(best.values(), key=lambda each: each.rank, reverse=True)
        return decide(text, ranked)

    def _candidates(self, reading: Reading) -> Iterable[Candidate]:
        for film, name in self.listed:
            alike = likeness(reading.words, name.words, self.known)
            rank = alike.score + _prior(film, name, reading)
            yield Candidate(film, name, alike, reading, rank)

    def complete(self, text: str, limit: int = 25) -> tuple[Film, ...]:
        """The films that a half-typed title may become, best first, each once."""
        typed = "".join(text.casefold().split())
        if not typed:
            return tuple(sorted(self.films.values(), key=_fame, reverse=True)[:limit])
        begun = words(text)
        ranked = sorted(
            ((_begins(begun, name.words), _fame(film), film.id) for film, name in self.listed), reverse=True
        )
        found = dict.fromkeys(film_id for fit, _, film_id in ranked if fit)
        found |= dict.fromkeys(match.film.id for match in self.find(text).matches)
        return tuple(self.films[film_id] for film_id in list(found)[:limit])


def _begins(begun: Sequence[str], name: Words) -> int:
    """2 for the start of the name, 1 for the start of one of its words, 0 for neither."""
    start, whole = " ".join(begun), " ".join(name)
    if not start:
        return 0
    return 2 if whole.startswith(start) or " ".join(bare(name)).startswith(start) else f" {start}" in whole


def _fame(film: Film) -> tuple[bool, int]:
    return film.guide, film.votes


def _prior(film: Film, name: Name, reading: Reading) -> float:
    """What speaks for a film beside its likeness: a surer name, the typed year, being known."""
    year = 0 if reading.year is None else 8 if film.year == reading.year else -8
    known = POINTS_A_TENFOLD * math.log10(1 + film.votes) + film.guide
    return KNOWN_BY_TITLE * (name.kind <= Kind.ALIAS) - name.kind + year + known
