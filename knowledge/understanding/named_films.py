"""Which films a text names: the one asked about, further ones, others beside them. Odds decide."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.titles.films import Film
from knowledge.titles.names import NameKind
from knowledge.understanding.film_candidate import FOUND, Ranked, is_exact
from knowledge.understanding.film_ranker import FilmRanker
from knowledge.understanding.scene import COMMONEST, Named, Scene
from knowledge.understanding.span_ranker import SpanCandidate, Weighed
from knowledge.understanding.tagger import FILM, OTHER, Span
from knowledge.understanding.thresholds import Thresholds
from knowledge.understanding.token_features import QUOTES

MOST_OFFERED = 4
MOST_FURTHER = 3
EVERYDAY = 4
"""How common a word beside a title is at least that may be left out: `the Coco film`."""
ANOTHER_PART = 0.65
"""How well a title covers itself with the number of a part that nobody knows: so that one asks."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Decides which films are named."""

    films: FilmRanker
    limits: Thresholds

    def named(self, scene: Scene, weighed: Weighed) -> Named:
        """What a text names; the film spoken of where it names none."""
        named = self._main(scene, weighed)
        if named.match == "none" and (named.span is None or scene.spoken_of is not None):
            named = self._tagged(scene)
        named = self._beside(scene, named)
        if named.match == "none" and named.span is None and scene.spoken_of is not None:
            return replace(named, match="context", movie=scene.spoken_of)
        return named

    def _main(self, scene: Scene, weighed: Weighed) -> Named:
        if not weighed.candidates:
            return Named("none")
        best = max(range(len(weighed.chances)), key=weighed.chances.__getitem__)
        whole = next((each for each in weighed.candidates if _is_whole_title(scene, each)), None)
        if whole is not None and not scene.is_chatter:
            return self._decided(self._settled(scene, whole), self.limits.span, sure=True)
        if scene.spoken_of is None and scene.is_just_a_title():
            film = self.films.accepted(scene.message)
            if film is not None:
                return Named("accept", film, span=(0, len(scene.message.tokens)), exact=False, chance=1.0)
        likeliest, limits = weighed.candidates[best], self.limits
        span, chance = _with_sequel(self.films, scene, likeliest), _chance(weighed, likeliest)
        needed = limits.span if scene.spoken_of is None else limits.span_instead
        needed = limits.own if scene.is_own(span.start, span.end) else needed
        worded = scene.message.rarest(span.start, span.end) < COMMONEST
        doubted = worded and chance >= limits.span_doubted and weighed.none < limits.none_doubted
        if chance < needed and not (doubted and scene.spoken_of is None):
            return Named("none")
        alone = sum(label in (FILM, OTHER) for *_, label in scene.tags.spans()) < 2
        films = self.films.versions.series(scene.message, scene.hints, span.start, span.end) if alone else []
        if len(films) > 1 and chance >= needed:
            place, further = (span.start, span.end), tuple(films[1:MOST_FURTHER])
            return Named("accept", films[0], (), place, exact=False, chance=chance, further=further)
        settled = self._settled(scene, span)
        return self._decided(settled, chance, sure=chance >= needed)

    def _settled(self, scene: Scene, span: SpanCandidate) -> SpanCandidate:
        films = self.films.settled(scene.message, scene.hints, span.start, span.end, span.films)
        return replace(span, films=tuple(films))

    def _decided(self, span: SpanCandidate, chance: float, *, sure: bool) -> Named:
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
            doubted = scene.tags.no_film < self.limits.none_doubted
            return Named("none", span=span or (scene.likeliest() if doubted else None))
        film = self._film(scene, *span, scene.spoken_of) if span else None
        if span and film:
            return Named("accept", film, span=span, chance=scene.tags.chance(span[0], f"B-{FILM}"))
        if version := next(self.films.versions.dated(scene.hints, scene.spoken_of), None):
            return Named("confirm", None, (version.film, scene.spoken_of), span)
        # What is told to stand beside a film leaves the film spoken of as the one that it stands beside.
        beside = any(label == OTHER for *_, label in scene.tags.spans())
        stays = self.limits.stays[-1 if beside else scene.message.reach]
        if scene.tells_its_own() or (span is None and scene.tags.no_film >= stays):
            return Named("none")
        span = span or scene.likeliest()
        if scene.tags.no_film >= self.limits.stays_asked:
            return Named("confirm", None, (scene.spoken_of,), span)
        return Named("none", span=span)

    def _beside(self, scene: Scene, named: Named) -> Named:
        """The same with further films and others."""
        found: dict[str, list[Film]] = {FILM: list(named.further), OTHER: []}
        spans: list[Span] = [(*named.span, FILM)] if named.span else []
        missed: dict[str, list[str]] = {FILM: [], OTHER: []}
        for start, end, label in scene.tags.spans():
            met = any(start < last and end > first for first, last, _ in spans)
            if met or scene.tags.chance(start, f"B-{FILM}", f"B-{OTHER}") < self.limits.also:
                continue
            label = label if named.span is not None else OTHER
            spans.append((start, end, label))
            film = self._film(scene, start, end, named.movie or scene.spoken_of)
            if film is not None and (named.movie is None or film.id != named.movie.id):
                found[label].append(film)
            elif film is None and not self.films.versions.tells(scene.message, scene.hints, start, end):
                missed[label].append(scene.message.said(start, end))
        return replace(
            named,
            further=tuple(dict.fromkeys(found[FILM]))[:MOST_FURTHER],
            missed=tuple(dict.fromkeys(missed[FILM]))[:MOST_FURTHER],
            missed_beside=tuple(dict.fromkeys(missed[OTHER]))[:MOST_FURTHER],
            others=tuple(dict.fromkeys(found[OTHER])),
            spans=tuple(sorted(spans)),
        )

    def other_side(self, scene: Scene, named: Named, taken: Collection[int]) -> Named:
        """The same with what one film alone is compared with: a version of it, or the film spoken of."""
        film, before = named.movie, scene.spoken_of
        if film is None or named.others or named.further:
            return named
        free = [at for at in range(len(scene.message.tokens)) if at not in taken]
        versions = (each.film for each in self.films.versions.of(scene.hints, film, free))
        other = next((each for each in versions if each.id != film.id), None)
        if other is None and before is not None and before.id != film.id:
            if named.span and scene.tags.chance(named.span[0], f"B-{OTHER}") > named.chance / 2:
                return replace(named, match="context", movie=before, others=(film,))
            other = before
        return replace(named, others=(other,) if other else ())

    def _film(self, scene: Scene, start: int, end: int, beside: Film | None) -> Film | None:
        """The film that a span means; the version of one beside it, where it tells no more than which."""
        hints, message = scene.hints, scene.message
        if beside and not any(token.word.isalpha() for token in message.tokens[start:end]):
            parts = (each.film for each in self.films.versions.of(hints, beside, range(start, end)))
            if part := next((each for each in parts if each.id != beside.id), None):
                return part
        found = self.films.ranked(message, hints, start, end, find=True, spoken_of=beside)
        ranked = self.films.settled(message, hints, start, end, found)
        sure = ranked and ranked[0].chance >= self.limits.film and _cover(ranked[0]) >= self.limits.alike
        return ranked[0].choice.film if sure else None


def _with_sequel(films: FilmRanker, scene: Scene, span: SpanCandidate) -> SpanCandidate:
    """The same with the word for the next part that stands behind it: `the Shrek sequel`."""
    words = [token.word for token in scene.message.tokens]
    end = next((at for at in range(span.end, len(words)) if words[at] not in QUOTES), span.end)
    if not list(scene.hints.sequels(end, min(end + 1, len(words)))):
        return span
    found = films.ranked(scene.message, scene.hints, span.start, end + 1, find=False)
    return replace(span, end=end + 1, films=tuple(found)) if found and found[0].choice.part else span


def _chance(weighed: Weighed, span: SpanCandidate) -> float:
    """How likely a span, or one that meets it, names its likeliest film."""
    film = span.films[0].choice.film.id
    pairs = zip(weighed.chances, weighed.candidates, strict=True)
    return sum(each for each, other in pairs if other.films[0].choice.film.id == film and _meet(other, span))


def _is_whole_title(scene: Scene, candidate: SpanCandidate) -> bool:
    """Whether a title is all that is said, and no film was spoken of."""
    choice = candidate.films[0].choice
    return is_exact(choice) and scene.spoken_of is None and scene.is_all(candidate.start, candidate.end)


def _meet(one: SpanCandidate, other: SpanCandidate) -> bool:
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
    likely = (each for each in ranked[1:] if each.chance >= limits.offered)
    return tuple(each.choice.film for each in (*ranked[:1], *likely))[:MOST_OFFERED]
