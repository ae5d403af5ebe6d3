"""Which films a text names: the one asked about, further ones, others beside them. Odds decide."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.names import NameKind
from knowledge.understanding.film_choice import FOUND, Ranked, is_exact
from knowledge.understanding.film_ranker import FilmRanker
from knowledge.understanding.hints import Hints
from knowledge.understanding.message import Message
from knowledge.understanding.reading import Found
from knowledge.understanding.span_ranker import Candidate, Weighed
from knowledge.understanding.tagger import AGE, FILM, NOTHING, OTHER, Span, Tags
from knowledge.understanding.thresholds import Thresholds

MOST_OFFERED = 4
MOST_FURTHER = 3
EVERYDAY = 4
"""How common a word beside a title is at least that may be left out: `the Coco film`."""
ANOTHER_PART = 0.65
"""How well a title covers itself with the number of a part that nobody knows: so that one asks."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names."""

    match: Found
    movie: Film | None = None
    candidates: tuple[Film, ...] = ()
    span: Place | None = None
    """Where the film stands that is asked about, known or not; `chance` is how likely it does."""
    exact: bool = True
    """Whether it is called just so."""
    chance: float = 0.0
    further: tuple[Film, ...] = ()
    """More films that are asked about."""
    missed: tuple[str, ...] = ()
    """What else was taken for a film that is asked about, and is none that is known."""
    others: tuple[Film, ...] = ()
    """Films that are not asked about by themselves."""
    spans: tuple[Span, ...] = ()
    """Where all of these stand."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its tags and hints, the film spoken of before, and the words of that film's entry."""

    message: Message
    tags: Tags
    hints: Hints
    spoken_of: Film | None
    own: frozenset[str]

    def is_own(self, start: int, end: int) -> bool:
        """Whether it may be somebody or something in the film spoken of, or a part of its title."""
        if self.spoken_of is None:
            return False
        said = fold(self.message.said(start, end))
        return said in fold(self.spoken_of.title) or (bool(said) and self.own.issuperset(said.split()))

    def is_all(self, start: int, end: int) -> bool:
        """Whether nothing else is said."""
        beside = (*self.message.tokens[:start], *self.message.tokens[end:])
        return not any(token.word[:1].isalnum() for token in beside)


@dataclass(frozen=True, slots=True)
class Naming:
    """Decides which films are named."""

    films: FilmRanker
    limits: Thresholds

    def named(self, scene: Scene, weighed: Weighed) -> Named:
        """What a text names; the film spoken of where it names none."""
        named = self._main(scene, weighed)
        if named.match == "none" and named.span is None:
            named = self._tagged(scene)
        named = self._beside(scene, named)
        if named.match == "none" and named.span is None and scene.spoken_of is not None:
            named = replace(named, match="context", movie=scene.spoken_of)
        return named

    def _main(self, scene: Scene, weighed: Weighed) -> Named:
        if not weighed.candidates:
            return Named("none")
        best = max(range(len(weighed.chances)), key=weighed.chances.__getitem__)
        whole = next((each for each in weighed.candidates if _is_whole_title(scene, each)), None)
        if whole is not None:
            return self._decided(whole, self.limits.span, sure=True)
        span, limits = weighed.candidates[best], self.limits
        chance = sum(
            each
            for each, other in zip(weighed.chances, weighed.candidates, strict=True)
            if other.films[0].choice.film.id == span.films[0].choice.film.id and _meet(other, span)
        )
        needed = limits.span if scene.spoken_of is None else limits.span_instead
        needed = limits.own if scene.is_own(span.start, span.end) else needed
        needed = limits.span_doubted if scene.is_all(span.start, span.end) else needed
        doubted = chance >= limits.span_doubted and weighed.none < limits.none_doubted
        if chance < needed and not (doubted and scene.spoken_of is None):
            return Named("none")
        alone = sum(label in (FILM, OTHER) for *_, label in scene.tags.spans()) < 2
        films = self.films.series(scene.message, scene.hints, span.start, span.end) if alone else []
        if len(films) > 1 and chance >= needed:
            place, further = (span.start, span.end), tuple(films[1:MOST_FURTHER])
            return Named("accept", films[0], (), place, exact=False, chance=chance, further=further)
        return self._decided(span, chance, sure=chance >= needed)

    def _decided(self, span: Candidate, chance: float, *, sure: bool) -> Named:
        best, place = span.films[0], (span.start, span.end)
        choice, cover = best.choice, _cover(best)
        if cover < self.limits.alike_asked:
            return Named("none", span=place if sure else None, chance=chance)
        known = choice.kind not in (FOUND, NameKind.INITIALS) or choice.decided
        if sure and known and best.chance >= self.limits.film and cover >= self.limits.alike:
            exact = choice.kind != FOUND and not choice.inner
            namesakes = [each for each in span.films[1:] if _is_namesake(each)]
            offered = tuple(each.choice.film for each in namesakes)[:MOST_OFFERED]
            return Named("accept", choice.film, offered, place, exact, chance)
        return Named("confirm", None, _offered(span.films, self.limits), place, chance=chance)

    def _tagged(self, scene: Scene) -> Named:
        """A span that is tagged as a film is one, known or not; after another film, so is what may be one."""
        tagged = ((start, end) for start, end, label in scene.tags.spans() if label == FILM)
        likely = (span for span in tagged if scene.tags.chance(span[0], f"B-{FILM}") >= self.limits.unknown)
        span = next((span for span in likely if not scene.is_own(*span)), None)
        if scene.spoken_of is None:
            return Named("none", span=span)
        film = self._film(scene, *span) if span else None
        if span and film:
            return Named("accept", film, span=span, chance=scene.tags.chance(span[0], f"B-{FILM}"))
        if span is None and (scene.tags.no_film >= self.limits.stays or self._is_its_own(scene)):
            return Named("none")
        span = span or self._likeliest(scene)
        if scene.tags.no_film >= self.limits.stays_asked:
            return Named("confirm", None, (scene.spoken_of,), span)
        return Named("none", span=span)

    def _is_its_own(self, scene: Scene) -> bool:
        """Whether what is likeliest a title is told of in the entry of the film spoken of."""
        place = self._likeliest(scene, own=True)
        return place is not None and any(scene.is_own(at, at + 1) for at in range(*place))

    def _likeliest(self, scene: Scene, *, own: bool = False) -> Place | None:
        """The words that are likelier a film than nothing, or the likeliest of all."""
        titled = [1 - scene.tags.chance(at, NOTHING, AGE) for at in range(len(scene.message.tokens))]
        places = [at for at, token in enumerate(scene.message.tokens) if token.word[:1].isalnum()]
        places = [at for at in places if own or not scene.is_own(at, at + 1)]
        if not places:
            return None
        start = max(places, key=titled.__getitem__)
        end = start + 1
        while end in places and titled[end] >= titled[start] / 2:
            end += 1
        return start, end

    def _beside(self, scene: Scene, named: Named) -> Named:
        """The same with further films and others."""
        found: dict[str, list[Film]] = {FILM: list(named.further), OTHER: []}
        spans: list[Span] = [(*named.span, FILM)] if named.span else []
        missed: list[str] = []
        for start, end, label in scene.tags.spans():
            met = any(start < last and end > first for first, last, _ in spans)
            if met or scene.tags.chance(start, f"B-{FILM}", f"B-{OTHER}") < self.limits.also:
                continue
            label = label if named.span is not None else OTHER
            spans.append((start, end, label))
            film = self._film(scene, start, end)
            if film is not None and film != named.movie:
                found[label].append(film)
            elif film is None and label == FILM:
                missed.append(scene.message.said(start, end))
        return replace(
            named,
            further=tuple(dict.fromkeys(found[FILM]))[:MOST_FURTHER],
            missed=tuple(dict.fromkeys(missed))[:MOST_FURTHER],
            others=tuple(dict.fromkeys(found[OTHER])),
            spans=tuple(sorted(spans)),
        )

    def other_side(self, scene: Scene, named: Named, taken: Collection[int]) -> Named:
        """The same with the version that a film is compared with: `is 2 worse than the first`."""
        film = named.movie
        if film is None or named.others or named.further:
            return named
        free = [at for at in range(len(scene.message.tokens)) if at not in taken]
        versions = [
            each.film for each in self.films.versions(scene.hints, film, free) if each.film.id != film.id
        ]
        dated = [each for each in versions if each.year in scene.hints.years]
        return replace(named, others=tuple((dated or versions)[:1]))

    def _film(self, scene: Scene, start: int, end: int) -> Film | None:
        ranked = self.films.ranked(
            scene.message, scene.hints, start, end, find=True, spoken_of=scene.spoken_of
        )
        sure = (
            ranked and ranked[0].chance >= self.limits.film_beside and _cover(ranked[0]) >= self.limits.alike
        )
        return ranked[0].choice.film if sure else None


def _is_whole_title(scene: Scene, candidate: Candidate) -> bool:
    """Whether a title is all that is said, and no film was spoken of."""
    choice = candidate.films[0].choice
    return is_exact(choice) and scene.spoken_of is None and scene.is_all(candidate.start, candidate.end)


def _meet(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _cover(ranked: Ranked) -> float:
    """How well a film's name covers what was typed, where it is not just that."""
    choice = ranked.choice
    if choice.kind == FOUND:
        return min(choice.typed, choice.name) if not choice.decided else 1.0
    if choice.numbered:
        return min(choice.typed, ANOTHER_PART)
    return choice.typed if choice.inner and choice.left < EVERYDAY else 1.0


def _is_namesake(ranked: Ranked) -> bool:
    return is_exact(ranked.choice) and not ranked.choice.part


def _offered(ranked: Sequence[Ranked], limits: Thresholds) -> tuple[Film, ...]:
    return tuple(_likely(ranked, limits))[:MOST_OFFERED]


def _likely(ranked: Sequence[Ranked], limits: Thresholds) -> Iterator[Film]:
    for at, each in enumerate(ranked):
        if at == 0 or each.chance >= limits.offered:
            yield each.choice.film
