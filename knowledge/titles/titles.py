"""All films that can be named, and which is meant. Indexing, comparing and deciding live beside this."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from knowledge.titles.acronyms import first_letters, spelled_out
from knowledge.titles.candidates import Candidate
from knowledge.titles.completion import Choice, Fit, fit, half_alike, in_order
from knowledge.titles.decision import Decision, by_id, decide
from knowledge.titles.films import Film, fame
from knowledge.titles.guide_layer import GuideLayer, same
from knowledge.titles.index.arrays import Index
from knowledge.titles.index.features import Weights, shipped_weights
from knowledge.titles.index.index_builder import build
from knowledge.titles.index.search import Found
from knowledge.titles.index.spellings import key_of
from knowledge.titles.names import KNOWN, Name, NameKind
from knowledge.titles.query import QueryReading, read
from knowledge.titles.segment import Segment
from knowledge.titles.similarity import Similarity
from knowledge.titles.words import words

SAID = 90.0
"""How alike a title of initials is to the words that they stand for: worth asking, never accepted."""
NAMESAKES = 6
"""Films of just the name that was typed, before those whose names go on."""
HEARD_OF = 20_000
"""Votes from which on people call a film by less than its name."""
MOST_FRESH = 24
"""Changed films that are indexed again with each change; they cost a fifth of a millisecond each."""
MOST_SEGMENTS = 4
"""Segments over the catalogue above which look-ups are worth making quicker again."""


FoundBy = tuple[QueryReading, list[tuple[Segment, Found]]]
"""One reading of what was typed, and what each segment has for it."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The guide's films, laid over the catalogue of all films if there is one. Immutable."""

    films: dict[str, Film]
    """The guide's, and whatever else was added, by id."""
    by_other_id: dict[str, Film]
    sides: tuple[Segment, ...]
    """The latest changes first, at last all that was there at the start; each hides what is newer."""
    base: Segment | None
    weights: Weights

    @classmethod
    def of(cls, films: Iterable[Film]) -> "Titles":
        """These films; a later one with the same id takes the place of an earlier one."""
        return _layered(GuideLayer.of(films, None), None, shipped_weights())

    @classmethod
    def open(cls, index: Path, guide_films: Iterable[Film] = ()) -> "Titles":
        """A catalogue's index, mapped, with the guide's films over it. OSError, ValueError if it is none."""
        base = Segment(Index.load(index))
        return _layered(GuideLayer.of(guide_films, base), base, shipped_weights())

    def with_films(self, films: Iterable[Film], gone: Iterable[str] = ()) -> "Titles":
        """The same films with these laid over them, and without those of the guide that are gone."""
        lost = {film_id: self.films[film_id] for film_id in gone if film_id in self.films}
        if not self.films:
            return under(GuideLayer.of(films, self.base), self)
        changed = {film.id: film for film in self._fresh if film.id not in lost}
        changed |= {film.id: film for film in films}
        latest = GuideLayer.of(changed.values(), self.base)
        older = self.sides[1:] if self._fresh else self.sides
        sides = (
            *((latest.side,) if changed else ()),
            *(segment.without((*changed, *lost)) for segment in older),
        )
        known = {film_id: film for film_id, film in self.films.items() if film_id not in lost}
        known |= {film.id: film for film in latest.side.kept}
        return _joined(known, sides, self._base_without(lost.values(), latest.hides), self.weights)

    @property
    def _fresh(self) -> tuple[Film, ...]:
        """The films to be indexed again with the next change."""
        latest = self.sides[0].kept if len(self.sides) > 1 else ()
        return latest if len(latest) < MOST_FRESH else ()

    def _base_without(self, lost: Iterable[Film], under: frozenset[int]) -> Segment | None:
        if self.base is None:
            return None
        freed = {same(self.base, film) for film in lost}
        return replace(self.base, hidden=(self.base.hidden - freed) | under)

    @property
    def fragmented(self) -> bool:
        """Whether changes lie on so many segments that they are worth settling."""
        return len(self.sides) > MOST_SEGMENTS

    def compacted(self) -> "Titles":
        """The same with all changes on one segment. Takes longer the more they are: not for an event loop."""
        *changes, first = self.sides
        changed = [film for each in changes for film in each.shown()]
        return replace(self, sides=(GuideLayer.of(changed, self.base).side, first) if changed else (first,))

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where films stand, the latest first; each hides what an earlier one knows better."""
        return self.sides if self.base is None else (*self.sides, self.base)

    def named(self, film_id: str) -> Film | None:
        """The film with this id of ours, of a file of the catalogue or of IMDb."""
        known = self.films.get(film_id) or self.by_other_id.get(film_id)
        if known is not None or self.base is None:
            return known
        place = self.base.place(film_id)
        return None if place is None else self.base.film(place)

    def exact(self, text: str) -> tuple[Film, ...]:
        """The films with exactly this title or other name, articles aside; guides first, then by votes."""
        listed = words(text)
        if not listed:
            return ()
        key = key_of(listed)
        found = [segment.film(place) for segment in self.segments for place in segment.exact(listed, key)]
        return tuple(sorted(found, key=fame, reverse=True) if len(found) > 1 else found)

    def called(self, text: str) -> tuple[Film, ...]:
        """Well known films that people call so, whose name it is not: a part of one, a nickname, `jaws 4`."""
        listed = words(text)
        segments = self.segments if listed else ()
        films = (segment.film(place) for segment in segments for place in segment.called(listed))
        known = {film.id: film for film in films if film.guide or film.votes >= HEARD_OF}
        return tuple(sorted(known.values(), key=fame, reverse=True))

    def find(self, text: str) -> Decision:
        """Which film is meant by the typed text."""
        typed = read(text)
        film = self.named(typed.imdb or typed.text.strip())
        if film is not None:
            return by_id(text, film)
        best: dict[str, Candidate] = {}
        for each in self._candidates(typed.readings):
            held = best.get(each.film.id)
            if held is None or each.surely > held.surely:
                best[each.film.id] = each
        found = sorted(best.values(), key=lambda each: each.rank, reverse=True)
        if typed.readings and not any(each.likeness.within for each in found):
            found = [*_said_in_full(self, typed.readings[0]), *found]
        return decide(text, found)

    def complete(self, text: str, limit: int = 25) -> tuple[Film, ...]:
        """The films that a half-typed title may become, best first, each once; nothing typed: best known."""
        typed = read(text)
        if not typed.readings:
            return tuple(sorted(_best_known(self, limit), key=fame, reverse=True)[:limit])
        start = " ".join(typed.readings[0].words)
        choices = list(_begun(self, start, limit))
        if len({choice.film.id for choice in choices}) >= limit:
            # What is only alike would stand behind these; what is called just so before them.
            return in_order((*choices, *_called(self, start)))[:limit]
        choices += [
            Choice(each.film, fit(start, " ".join(each.name.words)), each.rank)
            for each in self._candidates(typed.readings)
            if half_alike(each.reading.words, each.name.words)
        ]
        return in_order(choices)[:limit]

    def _candidates(self, readings: Iterable[QueryReading]) -> Iterator[Candidate]:
        for reading, found in self._found(readings):
            best = max((float(each.points[0]) for _, each in found if len(each.points)), default=0.0)
            for segment, rows in found:
                yield from segment.candidates(rows, reading, best, self._exists)

    def _found(self, readings: Iterable[QueryReading]) -> Iterator[FoundBy]:
        """By reading what each segment has; slips are looked for where no reading is a title as it is."""
        segments, weights = self.segments, self.weights
        seen = [(reading, [segment.glance(reading, weights) for segment in segments]) for reading in readings]
        good = any(look.good for _, looks in seen for look in looks)
        for reading, looks in seen:
            paired = zip(segments, looks, strict=True)
            found = [
                (segment, look.found if good else segment.look_further(reading, weights, look))
                for segment, look in paired
            ]
            yield reading, found

    def _exists(self, word: str) -> bool:
        return any(segment.exists(word) for segment in self.segments)


def _best_known(titles: Titles, many: int) -> Iterator[Film]:
    yield from titles.films.values()
    if titles.base is not None and len(titles.films) < many:
        yield from titles.base.best_known(many)


def _begun(titles: Titles, start: str, many: int) -> Iterator[Choice]:
    """The films whose name begins so."""
    for segment in titles.segments:
        for film, name in segment.begun(start, many):
            yield Choice(film, fit(start, name))


def _called(titles: Titles, name: str) -> Iterator[Choice]:
    """The best known films of just this name."""
    rated = (film for film in titles.exact(name) if film.rated)
    return (Choice(film, Fit.WHOLE) for film in islice(rated, NAMESAKES))


def in_memory(films: Iterable[Film]) -> Titles:
    """As `Titles.open`, over an index of these films that lies nowhere."""
    return _layered(GuideLayer.of((), None), Segment(build(films)), shipped_weights())


def _said_in_full(titles: Titles, reading: QueryReading) -> Iterator[Candidate]:
    """Known films that are called by the first letters of what was typed."""
    letters = first_letters(reading.words)
    for film in titles.exact(letters) if letters else ():
        if (film.guide or film.votes >= KNOWN) and spelled_out(film.title, letters or ""):
            name = Name(film.title, (letters or "",), NameKind.INITIALS)
            yield Candidate(film, name, Similarity(SAID), replace(reading, words=name.words), rank=0.0)


def under(layer: GuideLayer, catalogue: Titles) -> Titles:
    """A catalogue's films alone, with those of a layer that was made for it."""
    return _layered(layer, catalogue.base, catalogue.weights)


def _layered(layer: GuideLayer, base: Segment | None, weights: Weights) -> Titles:
    """Films over a catalogue: what it knows of them is hidden, their votes are taken over."""
    known = {film.id: film for film in layer.side.kept}
    return _joined(known, (layer.side,), base and replace(base, hidden=layer.hides), weights)


def _joined(
    films: dict[str, Film], sides: tuple[Segment, ...], base: Segment | None, weights: Weights
) -> Titles:
    ids = ((film_id, film) for film in films.values() for film_id in (film.imdb, *film.other_ids))
    return Titles(films, {film_id: film for film_id, film in ids if film_id}, sides, base, weights)
