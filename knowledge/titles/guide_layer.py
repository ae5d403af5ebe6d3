"""Films laid over a catalogue: with what it knows of them, indexed, and kept on disk to be mapped again."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import Index
from knowledge.titles.segment import Segment
from knowledge.titles.words import words

FILMS = "films.json"


@dataclass(frozen=True, slots=True)
class GuideLayer:
    """A segment of films, and the places of those in the catalogue that are the same."""

    side: Segment
    hides: frozenset[int]

    @classmethod
    def of(cls, films: Iterable[Film], base: Segment | None) -> "GuideLayer":
        """Of films with what a catalogue adds to them; a later one takes the place of one of the same id."""
        latest = {film.id: film for film in films}.values()
        if base is None:
            return cls(Segment.of(latest), frozenset())
        places = {film.id: (film, same(base, film)) for film in latest}
        series = {name: base.in_series(place) for name, (_, place) in places.items() if place is not None}
        known = [film if place is None else _as_known(film, base, place) for film, place in places.values()]
        hides = frozenset(place for _, place in places.values() if place is not None)
        return cls(Segment.of(known, base.weigh, series), hides)

    def save(self, into: Path) -> None:
        """Write it into an empty directory."""
        self.side.index.save(into)
        rows = {"films": [astuple(film) for film in self.side.kept], "hides": sorted(self.hides)}
        (into / FILMS).write_text(json.dumps(rows), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "GuideLayer":
        """Map what was written. OSError, ValueError if it is none."""
        rows = json.loads((path / FILMS).read_text(encoding="utf-8"))
        return cls(Segment(Index.load(path), tuple(map(_film, rows["films"]))), frozenset(rows["hides"]))


def same(base: Segment, film: Film) -> int | None:
    """The catalogue's place for a film of ours: the same id, or the same title and year."""
    for film_id in filter(None, (film.imdb, film.id)):
        if (place := base.place(film_id)) is not None:
            return place
    everything = replace(base, hidden=frozenset[int]())
    alike = (at for at in everything.exact(words(film.title)) if base.index.film_year[at] == (film.year or 0))
    return next(alike, None)


def _as_known(film: Film, base: Segment, place: int) -> Film:
    """What it is in the guide, with the votes, names and ids that the catalogue has for it."""
    known = base.film(place)
    names = (name for name in (*film.names, known.title, *known.names) if name != film.title)
    ids = (each for each in (known.id, *known.other_ids) if each != film.id)
    return replace(
        film,
        names=tuple(dict.fromkeys(names)),
        votes=max(known.votes, film.votes),
        imdb=film.imdb or known.imdb,
        other_ids=tuple(ids),
        for_children=known.for_children,
    )


def _film(row: list[Any]) -> Film:
    film_id, title, year, names, votes, guide, imdb, other_ids, for_children = row
    return Film(film_id, title, year, tuple(names), votes, guide, imdb, tuple(other_ids), for_children)
