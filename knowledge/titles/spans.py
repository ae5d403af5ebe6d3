"""What the index knows of each span of a text: films of just that name, with no title decided upon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.index.spellings import plain
from knowledge.titles.names import NameKind
from knowledge.titles.numerals import JOINED, PARTS
from knowledge.titles.segment import Segment
from knowledge.titles.titles import Titles
from knowledge.titles.words import ARTICLES, bare, words

LONGEST = 14
"""Pieces of a text that a name has at most."""
FILMS = 5
"""Films of one name that are told apart, the best known first."""
SOLID = len(NameKind)
"""The kind of a name whose words were run together, or torn apart."""
SHORTEST_SOLID = 6
"""Letters that such a name has at least."""
ALONE = "ai"
"""Letters that are words."""
FEW = (30, 30_000)
"""Films below which hardly any title is known, and below which only the best known ones are."""
KEPT, FILMS_KEPT, DECIDED_KEPT = 20_000, 1000, 5000
"""Names that are kept once they were looked up, films, and names of which is kept which film they mean."""
LATEST = 8
"""Texts of which it is kept which films are found: a span is looked up twice in a text."""
# Asking an enum for a member takes longer than comparing names that are kept.
_ALIAS = int(NameKind.ALIAS)
_PLAIN, _SOLID, _THE = crc32(b"="), crc32(b"~"), crc32(b"~the")
_ARTICLES = frozenset(map(str.encode, ARTICLES))
Offsets = Sequence[tuple[int, int]]
Words = tuple[str, ...]


class NamedFilm(NamedTuple):
    """A film by its place on a segment, and how it is called so: a `NameKind` or `SOLID`."""

    segment: int
    place: int
    kind: int
    votes: int
    year: int
    guide: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """The pieces of a text from one up to another are a name of these films, likeliest first."""

    start: int
    end: int
    films: tuple[NamedFilm, ...]

    @property
    def best(self) -> NamedFilm:
        """The film that is meant, as far as names and fame tell."""
        return self.films[0]


class SpanIndex:
    """Looks up the spans of texts among the names of films."""

    def __init__(self, titles: Titles) -> None:
        self._segments = titles.segments
        self._find = lru_cache(LATEST)(titles.find)
        self.reach = _reach(sum(segment.index.films for segment in titles.segments))
        """How much it tells that a title is unknown: 0 for nothing, up to 2."""
        self._kept: dict[tuple[int, int], tuple[NamedFilm, ...]] = {}
        self._film = lru_cache(FILMS_KEPT)(self._read)
        self._decided: dict[str, tuple[bool, tuple[str, ...]]] = {}

    def film(self, film: NamedFilm) -> Film:
        """The film itself."""
        return self._film(film.segment, film.place)

    def is_listed(self, film: NamedFilm) -> bool:
        """Whether somebody chose it, as those that come with Usher, however many have rated it."""
        return bool(self._segments[film.segment].kept)

    def _read(self, segment: int, place: int) -> Film:
        return self._segments[segment].film(place)

    def find(self, text: str) -> Decision:
        """Which film the titles alone take it for."""
        return self._find(text)

    def forget(self) -> None:
        """What was typed is not kept longer than its answer takes."""
        self._find.cache_clear()

    def decided(self, text: str, *, is_name: bool) -> tuple[bool, tuple[str, ...]]:
        """Whether the titles alone would accept it, and the ids of its films.

        Of a name it is kept: that tells nothing of who typed it.
        """
        kept = self._decided.get(text)
        if kept is None:
            decision = self._find(text)
            kept = decision.decided is Decided.ACCEPT, tuple(match.film.id for match in decision.matches)
            if is_name and len(self._decided) < DECIDED_KEPT:
                self._decided[text] = kept
        return kept

    def named(self, text: str) -> tuple[NamedFilm, ...]:
        """The films of which a whole text is a name."""
        listed = words(text)
        return self._of(_keys(listed), listed) if listed else ()

    def sights(self, text: str, pieces: Offsets) -> list[Sight]:
        """Every span that is a name, from left to right."""
        spans = _Spans(text, pieces)
        asked = np.array(spans.keys, np.uint32)
        hits = np.zeros(len(asked), bool)
        for segment in self._segments if len(asked) else ():
            if segment.index.rows:
                first = segment.index.keys.searchsorted(asked)
                hits |= segment.index.keys.take(first, mode="clip") == asked
        places = dict.fromkeys((np.flatnonzero(hits) // 2).tolist())
        found = ((*spans.bounds[place], self._seen(spans, place)) for place in places)
        return [Sight(start, end, films) for start, end, films in found if films]

    def _seen(self, spans: "_Spans", place: int) -> tuple[NamedFilm, ...]:
        keys = (spans.keys[2 * place], spans.keys[2 * place + 1])
        kept = self._kept.get(keys)
        if kept is None:
            kept = self._of(keys, spans.said(place))
            if len(self._kept) < KEPT:
                self._kept[keys] = kept
        return kept

    def _of(self, keys: tuple[int, int], listed: Words) -> tuple[NamedFilm, ...]:
        films: dict[tuple[int, int], NamedFilm] = {}
        for at, segment in enumerate(self._segments):
            for solid, key in enumerate(keys):
                for film in _rows(at, segment, key, listed, solid=bool(solid)):
                    films.setdefault((film.segment, film.place), film)
        return tuple(sorted(films.values(), key=_rank)[:FILMS])


def _reach(films: int) -> int:
    return sum(films >= least for least in FEW)


def _rank(film: NamedFilm) -> tuple[bool, bool, int, int]:
    return film.kind > _ALIAS, not film.guide, -film.votes, film.kind


class _Spans:
    """The spans of a text that may be names, each with its two keys."""

    def __init__(self, text: str, pieces: Offsets) -> None:
        self._text, self._pieces = text, pieces
        self._listed = [words(text[start:end]) for start, end in pieces]
        self._odd = [_is_odd(text, pieces, at) or len(each) > 1 for at, each in enumerate(self._listed)]
        self._said = [" ".join(listed).encode() for listed in self._listed]
        self.bounds: list[tuple[int, int]] = []
        self.keys: list[int] = []
        for start, said in enumerate(self._said):
            if said and text[pieces[start][0]] not in "'’":
                self._begin(start)

    def said(self, place: int) -> Words:
        """The words of a span."""
        start, end = self.bounds[place]
        if any(self._odd[start:end]):
            return words(self._text[self._pieces[start][0] : self._pieces[end - 1][1]])
        return tuple(chain.from_iterable(self._listed[start:end]))

    def _begin(self, start: int) -> None:
        """Adds the spans that begin here; the keys of each are made from those of the shorter one."""
        bounds, keys, odd = self.bounds, self.keys, False
        plain, solid, blank = _PLAIN, _SOLID, b""
        for end, said in enumerate(self._said[start : start + LONGEST], start + 1):
            odd = odd or self._odd[end - 1]
            if not said:
                continue
            bounds.append((start, end))
            if odd:
                keys += _keys(words(self._text[self._pieces[start][0] : self._pieces[end - 1][1]]))
                continue
            longer = crc32(blank + said, plain)
            if said not in _ARTICLES:  # Articles count only at the end.
                plain, blank = longer, b" "
            run = said.removeprefix(b"the") or said if solid == _SOLID else said
            solid = crc32(run, _SOLID if solid == _THE else solid)
            keys += (longer, solid)


def _is_odd(text: str, pieces: Offsets, at: int) -> bool:
    """Whether its words are not those that it has beside its neighbours: `E.T.`, `part 2`, `hundred`, `+`."""
    start, end = pieces[at]
    joined = at > 0 and pieces[at - 1][1] == start and (text[start - 1].isalnum() or text[start - 1] in "'’.")
    if joined and (text[start].isalnum() or text[start] in "'’"):
        return True
    word = text[start:end].casefold()
    letter = len(word) == 1 and word.isalpha()
    beside = (
        letter and at and pieces[at - 1][1] - pieces[at - 1][0] == 1 and text[pieces[at - 1][0]].isalpha()
    )
    return word in PARTS or word in JOINED or word in "&+" or (letter and (word not in ALONE or bool(beside)))


def _keys(listed: Sequence[str]) -> tuple[int, int]:
    """The keys of a name as it is and run together, as `spellings` has them."""
    solid = "".join(listed)
    return crc32(plain(listed).encode()), crc32(("~" + (solid.removeprefix("the") or solid)).encode())


def _rows(at: int, segment: Segment, key: int, listed: Words, *, solid: bool) -> Iterator[NamedFilm]:
    """The films of a key, the best known first; a key stands for one name, all but never for two."""
    index, many, called = segment.index, 0, False
    first = int(index.keys.searchsorted(np.uint32(key)))
    for place in range(first, min(first + 4 * FILMS, len(index.keys))):
        if index.keys.item(place) != key or many >= FILMS:
            return
        row = index.key_rows.item(place)
        film, kind = index.row_film.item(row), index.row_kind.item(row)
        if film in segment.hidden or (solid and kind > _ALIAS):
            continue
        called = called or _is_called(index.name(row), listed, solid=solid)
        if not called:
            return
        many += 1
        guide = bool(segment.kept) and segment.kept[film].guide
        votes, year = index.film_votes.item(film), index.film_year.item(film)
        yield NamedFilm(at, film, SOLID if solid else kind, votes, year, guide)


def _is_called(name: str, listed: Words, *, solid: bool) -> bool:
    if not solid:
        return bare(name.split()) == bare(listed)
    run = "".join(listed)
    same = name.replace(" ", "").removeprefix("the") == run.removeprefix("the")
    return same and len(run) >= SHORTEST_SOLID and bare(name.split()) != bare(listed)
