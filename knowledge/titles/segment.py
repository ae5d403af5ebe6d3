"""An index as films: candidates with their likeness, exact names, half-typed names. Decides nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from knowledge.titles.candidates import SAID, Candidate
from knowledge.titles.films import Film, imdb_among
from knowledge.titles.index.arrays import AUDIENCES, BETWEEN_IDS, Index, hashed, under
from knowledge.titles.index.features import Weights
from knowledge.titles.index.index_builder import Series, Weigh, build, in_rank
from knowledge.titles.index.pool import begun
from knowledge.titles.index.search import NOTHING, FirstPass, Found, first_pass, second_pass
from knowledge.titles.index.spellings import SOUND, key_of, keys_of
from knowledge.titles.index.word_lookup import number_of
from knowledge.titles.names import Name, NameKind
from knowledge.titles.query import QueryReading
from knowledge.titles.similarity import Known, Similarity, Words, similarity
from knowledge.titles.words import bare

# Asking an enum for a member by name or number takes longer than all else that is done with it here.
KINDS = tuple(NameKind)
GIVEN_KINDS = frozenset({int(NameKind.TITLE), int(NameKind.ALIAS)})
"""Names that were given to the film, not cut out of one."""
CUT_KINDS = frozenset({int(NameKind.SUBTITLE), int(NameKind.CALLED), int(NameKind.HEAD)})
"""Words by which people call it instead."""
CANDIDATES = 6
"""Films a reading that are held against it word by word."""
SAME = 100.0
NAMES = 2
"""Names of a film that are compared."""
TOO_FAR = 9.0
"""Points behind the best from which on a film is not worth a comparison."""
LESS_LITERAL = 0.7
"""Points that each step from what was literally typed costs."""
OF_A_GUIDE = 0.3
"""Points that a guide is worth between films that fit equally well."""
EXISTS = 3
"""Names that a word must stand in before a misspelling cannot be that word."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Films in an index. The films of a small one are kept; those of a mapped one are read when wanted."""

    index: Index
    kept: tuple[Film, ...] = ()
    hidden: frozenset[int] = field(default_factory=frozenset[int])
    """Films that another segment knows better."""

    @classmethod
    def of(cls, films: Iterable[Film], weigh: Weigh | None = None, series: Series | None = None) -> "Segment":
        """A segment of a few films, in memory; what a larger one knows of their words and series is given."""
        ranked = tuple(in_rank(films))
        return cls(build(ranked, weigh, series), ranked)

    def film(self, place: int) -> Film:
        """The film at that place."""
        if self.kept:
            return self.kept[place]
        return _film_of(self.index, place)

    def place(self, film_id: str) -> int | None:
        """Where the film with this id, or other id, stands."""
        places = under(self.index.film_keys, self.index.film_of_key, hashed(film_id)).tolist()
        ids = ((place, self.index.film_fields(place)[0].split(BETWEEN_IDS)) for place in places)
        return next((place for place, some in ids if film_id in some), None)

    def without(self, film_ids: Iterable[str]) -> "Segment":
        """The same with these films hidden as well."""
        places = (self.place(film_id) for film_id in film_ids)
        return replace(self, hidden=self.hidden.union(place for place in places if place is not None))

    def shown(self) -> Iterator[Film]:
        """The films that are kept here and not hidden."""
        return (film for place, film in enumerate(self.kept) if place not in self.hidden)

    def weigh(self, word: str) -> float | None:
        """What a word weighs here; None if no name has it."""
        number = number_of(self.index, word)
        return None if number is None else float(self.index.word_weight[number])

    def in_series(self, place: int) -> list[Words]:
        """What a film is called as a part of a series."""
        rows = range(*self.index.row_film.searchsorted(np.array([place, place + 1], np.uint32)).tolist())
        return [
            tuple(self.index.name(row).split())
            for row in rows
            if self.index.row_kind.item(row) == NameKind.CALLED
        ]

    def exists(self, word: str) -> bool:
        """Several names have this word, so it is hardly a misspelling."""
        number = number_of(self.index, word)
        ends = self.index.posting_ends
        return number is not None and int(ends[number + 1] - ends[number]) >= (1 if self.kept else EXISTS)

    def glance(self, reading: QueryReading, weights: Weights) -> FirstPass:
        """The best rows for a reading, where known words mean themselves."""
        return first_pass(self.index, reading, weights) if self.index.rows else FirstPass(NOTHING, good=False)

    def look_further(self, reading: QueryReading, weights: Weights, seen: FirstPass) -> Found:
        """The best rows for a reading, where any word may be misspelt."""
        return second_pass(self.index, reading, weights, seen)

    def candidates(
        self, found: Found, reading: QueryReading, best: float, known: Known
    ) -> Iterator[Candidate]:
        """The films found, each once, by its name that is most alike; `best` are the most points."""
        less = LESS_LITERAL * reading.place
        films = self._rows(found, best)
        for place, row in self._certain(reading):
            films.setdefault(place, (best - TOO_FAR, [row]))
        for place, row in self._heard(reading):
            points, rows = films.get(place, (best - TOO_FAR, []))
            films[place] = points, [row, *rows]
        for place, (points, rows) in films.items():
            film = self.film(place)
            name, like = self._named(rows[0], film, reading, known)
            for row in rows[1:] if like.score < SAME else ():
                other, better = self._named(row, film, reading, known)
                if _nearer(other, better) > _nearer(name, like):
                    name, like = other, better
            yield Candidate(film, name, like, reading, points - less + OF_A_GUIDE * film.guide)

    def _named(self, row: int, film: Film, reading: QueryReading, known: Known) -> tuple[Name, Similarity]:
        name = self._name(row, film)
        return name, similarity(reading.words, name.words, known)

    def _rows(self, found: Found, best: float) -> dict[int, tuple[float, list[int]]]:
        """By film, best first: its points and its best rows."""
        films: dict[int, tuple[float, list[int]]] = {}
        places = self.index.row_film.take(found.rows).tolist()
        for row, points, place in zip(found.rows.tolist(), found.points.tolist(), places, strict=True):
            if points < best - TOO_FAR:
                break
            if place in films and len(films[place][1]) < NAMES:
                films[place][1].append(row)
            elif place not in films and place not in self.hidden and len(films) < CANDIDATES:
                films[place] = (points, [row])
        return films

    def _certain(self, reading: QueryReading) -> Iterator[tuple[int, int]]:
        """Films of just this name, however little known: those of its year, or that look like a shorthand."""
        years, year = reading.years, self.index.film_year.item
        named = named_so(self.index, reading.words, GIVEN_KINDS) if years or reading.code else {}
        for place, row in named.items():
            if place not in self.hidden and (reading.code or year(place) in years):
                yield place, row

    def _heard(self, reading: QueryReading) -> Iterator[tuple[int, int]]:
        """The best known film whose whole name sounds like what was typed, and that name's row."""
        said = keys_of(reading.words)[SOUND]
        for row in under(self.index.keys, self.index.key_rows, said).tolist():
            place = self.index.row_film.item(row)
            if KINDS[self.index.row_kind.item(row)] in SAID and place not in self.hidden:
                yield place, row
                return

    def exact(self, listed: Words, key: int | None = None) -> list[int]:
        """The places of films with exactly this title or other name, articles aside, best known first.

        `key`, where it is at hand, is that of the words: `key_of(listed)`.
        """
        return [place for place in named_so(self.index, listed, GIVEN_KINDS, key) if place not in self.hidden]

    def called(self, listed: Words) -> list[int]:
        """The same for what is cut out of a name, a nickname, and a part of a series by its number."""
        return [place for place in named_so(self.index, listed, CUT_KINDS) if place not in self.hidden]

    def begun(self, start: str, most: int) -> Iterator[tuple[Film, str]]:
        """The best known films with a name that begins so, at most so many, each with all such names."""
        seen: dict[int, Film] = {}
        for row in sorted(begun(self.index, start).tolist()):
            place = self.index.row_film.item(row)
            if place in self.hidden:
                continue
            if place not in seen:
                if len(seen) == most:
                    return
                seen[place] = self.film(place)
            yield seen[place], self.index.name(row)

    def best_known(self, many: int) -> Iterator[Film]:
        """The best known films."""
        shown = (place for place in range(self.index.films) if place not in self.hidden)
        return (self.film(place) for place in islice(shown, many))

    def _name(self, row: int, film: Film) -> Name:
        texts = (film.title, *film.names)
        listed = tuple(self.index.name(row).split())
        return Name(texts[self.index.row_source.item(row) - 1], listed, KINDS[self.index.row_kind.item(row)])


def _nearer(name: Name, like: Similarity) -> tuple[int, float]:
    """Orders names: "polar express" is the title without its article before it is a nickname run together."""
    return (-name.kind if like.to_the_letter else -len(KINDS)), like.score


def named_so(index: Index, listed: Words, kinds: frozenset[int], key: int | None = None) -> dict[int, int]:
    """By place of films, best known first: the row of the name of these kinds that the words are."""
    rows = under(index.keys, index.key_rows, key_of(listed) if key is None else key).tolist()
    wanted, same = bare(listed), " ".join(listed)
    places: dict[int, int] = {}
    for row in rows:
        if index.row_kind.item(row) in kinds:
            name = index.name(row)
            if name == same or bare(name.split()) == wanted:
                places.setdefault(index.row_film.item(row), row)
    return places


def _film_of(index: Index, place: int) -> Film:
    ids, title, *names = index.film_fields(place)
    film_id, *others = ids.split(BETWEEN_IDS)
    return Film(
        film_id,
        title,
        index.film_year.item(place) or None,
        tuple(names),
        index.film_votes.item(place),
        imdb=imdb_among(film_id, *others),
        other_ids=tuple(others),
        for_children=AUDIENCES[index.film_audience.item(place)],
    )
