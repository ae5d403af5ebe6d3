"""Which film a text is about: the best sighting accepted, asked about, or left to the conversation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.against import needed_at_least, needed_more
from knowledge.understanding.belonging import left_over
from knowledge.understanding.called import heard_of
from knowledge.understanding.choosing import Chosen, choose
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.named import Named
from knowledge.understanding.rivals import apart, by_standing, prolonged, widest
from knowledge.understanding.scene import Scene
from knowledge.understanding.sides import beside, besides, other_side, two_sides, with_besides
from knowledge.understanding.sightings import Sighting, sightings
from knowledge.understanding.tokens import STOP
from knowledge.understanding.trying import (
    may_be_a_slip,
    may_be_unknown,
    said_aloud,
    speaks_of_it,
    sure,
    worth_trying,
)
from knowledge.understanding.unpointed import either, misspelt, nearly_named, unpointed
from knowledge.understanding.versions import version_of

ALIKE = 60.0
"""Likeness of a title from which it is asked about, where a film is spoken of."""
VERY_ALIKE = 85.0
"""The same for a phrase of everyday words only."""
Tried = tuple[Sighting, Decision]
"""A phrase that was looked up, with what was decided about it."""
STRONG = 50.0
"""Points from which a well known title is surely one, wherever it stands."""
GOES_ON = 2
"""Words left over from which a title is surely but a part of a longer one."""
SAID_BESIDE = frozenset({"<and>", "<hello>", "<end>", "<age>"})
"""What may be said beside a title that is all that is asked about."""
UNPOINTED = frozenset({"free", "name"})
NEARLY = 20.0
"""Points above what is needed from which no longer phrase is looked up."""
SURELY = 10.0
"""Points above what is needed from which one asks which film of a name is meant, beside any spoken of."""


class Finder:
    """Looks for the films that a text names."""

    def __init__(self, titles: LookUps) -> None:
        self._titles = titles

    def find(self, scene: Scene, context: Film | None) -> Named:
        """The film that is named, else the film of the conversation, else none."""
        needed = needed_at_least(scene, context)
        seen = sightings(scene, self._titles)
        exact = apart(
            widest(scene, prolonged(scene, each, seen), self._titles)
            for each in seen
            if each.films and each.score >= needed + needed_more(scene, each, context)
        )
        exact = by_standing(scene, seen, exact)
        if not any(each.score >= needed + NEARLY for each in exact):
            forgiving = self._forgiving(scene, seen, exact[0] if exact else None, context)
            if context is None and not exact:
                forgiving = self._last_resort(scene, seen, forgiving)
            beside_it = context is not None and forgiving is not None and _is_told_apart(scene, forgiving)
            if (
                forgiving is not None
                and not beside_it
                and (not exact or _outdoes(scene, forgiving, exact[0]))
            ):
                return with_besides(forgiving, seen)
        if exact:
            named = self._exact(scene, exact, seen)
            weak = exact[0].score < needed + SURELY and not said_aloud(scene, exact[0])
            weak = weak and (named.match == "confirm" or left_over(scene, exact[0].span) >= GOES_ON)
            weak = weak or (named.match == "confirm" and _is_told_apart(scene, named))
            return Named("context", context) if context and weak else named
        return Named("context", context) if context else Named("none", sought=None)

    def _last_resort(self, scene: Scene, seen: Sequence[Sighting], forgiving: Named | None) -> Named | None:
        """What was found, but where that is nothing: a title that nothing points at."""
        if forgiving is None or forgiving.match == "none":
            found = unpointed(scene, self._titles) or nearly_named(scene, seen)
            return found or self._slipped(scene, seen) or forgiving
        nearly = nearly_named(scene, seen) if forgiving.match == "confirm" else None
        better = (nearly, misspelt(scene, self._titles)) if forgiving.match == "confirm" else ()
        agreed = (each for each in better if each is not None and each.movie in forgiving.candidates)
        return next(agreed, either(nearly, forgiving))

    def _slipped(self, scene: Scene, seen: Iterable[Sighting]) -> Named | None:
        """The films to ask with where everyday words are very like a title: `a quite place`."""
        sighting = next((each for each in seen if may_be_a_slip(scene, each)), None)
        decision = self._decided(sighting) if sighting else None
        if sighting is None or decision is None or not decision.matches:
            return None
        best = decision.matches[0]
        whole = set(fold(best.film.title).split()).issuperset(fold(sighting.text).split())
        like = (whole or best.score >= VERY_ALIKE) and heard_of(best.film)
        return Named("confirm", None, _films(decision), sighting.text, (sighting.span,)) if like else None

    def _exact(self, scene: Scene, seen: Sequence[Sighting], all_seen: Sequence[Sighting]) -> Named:
        """The film of the best sighting, with those that stand beside it."""
        first, chosen = self._chosen(scene, seen)
        rest = [each for each in seen if each is not first]
        others = [
            (each.span, version_of(scene, each) or each.films[0])
            for each in rest
            if _is_named(scene, each) or beside(scene, first, each)
        ]
        if not others and (two := two_sides(scene, first, chosen.film, self._titles)):
            (film, other), places = two
            return Named("accept", film, (), first.text, places, (other,))
        others = others or other_side(scene, first, all_seen, self._titles, self._decided)
        spans = (first.span, *(span for span, _ in others))
        told = tuple(other for _, other in others)
        match = "confirm" if chosen.film is None else "accept"
        also = besides(first, all_seen)
        places = spans if others else (*spans, *(span for span, _ in also[:1]))
        between = scene.tokens[min(places)[1] : max(places)[0]]
        parted = any(token.has(STOP) for token in between)
        return Named(match, chosen.film, chosen.others, first.text, spans, told, also, apart=parted)

    def _chosen(self, scene: Scene, seen: Sequence[Sighting]) -> tuple[Sighting, Chosen]:
        """The best sighting with its film; where one has to ask, rather the film that it is compared with."""
        first = seen[0]
        chosen = choose(scene, first, self._decided)
        for other in seen[1:] if chosen.film is None else ():
            if beside(scene, first, other) and (film := choose(scene, other, self._decided)).film:
                return other, film
        return first, chosen

    def _tried(self, seen: Iterable[Sighting]) -> Iterator[Tried]:
        """Each with what is decided about it, up to one that is accepted."""
        for each in seen:
            decision = self._decided(each)
            yield each, decision
            if decision.decided is Decided.ACCEPT:
                return

    def _decided(self, sighting: Sighting) -> Decision:
        year = f" ({sighting.year})" if sighting.year else ""
        return self._titles.find(f"{sighting.lookup}{year}")

    def _forgiving(
        self, scene: Scene, seen: Sequence[Sighting], exact: Sighting | None, context: Film | None
    ) -> Named | None:
        """The film whose title was misspelt or shortened, if the text points at one."""
        tried = list(self._tried(worth_trying(scene, seen, exact, context)))
        accepted = _accepted(scene, tried)
        if accepted or not tried or (exact is not None and not _may_be_part(scene, exact)):
            return accepted
        first = tried[0][0]
        weak = context is not None and not said_aloud(scene, first) and not _all_that_is_said(scene, first)
        return None if weak else _asked(scene, tried, ALIKE if context else 0.0)


def _is_told_apart(scene: Scene, named: Named) -> bool:
    """Whether a name that no film has stands before the question: `I love Julia Roberts. Is …`"""
    inside = [token for span in named.spans for token in scene.words(span)]
    name = len(inside) > 1 and all(map(scene.capital, inside)) and speaks_of_it(scene)
    if not named.spans or not (named.match == "none" or (named.match == "confirm" and name)):
        return False
    rest = scene.tokens[named.spans[0][1] :]
    ends = next((place for place, token in enumerate(rest) if token.has(STOP)), len(rest))
    return rest[min(ends, len(rest) - 1)].word != "?" and any(token.word == "?" for token in rest[ends:])


def _all_that_is_said(scene: Scene, sighting: Sighting) -> bool:
    """Whether nothing but strange words is said: `and ratatoullie?`."""
    said = scene.words((0, len(scene.tokens)))
    words = scene.words(sighting.span)
    alone = sum(not token.symbols & SAID_BESIDE for token in said) <= len(words)
    return alone and all(scene.strange(word) and not word.has("<n>") for word in words)


def _is_named(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is surely a further film: no everyday talk, such as `a panic attack`."""
    known = heard_of(sighting.films[0])
    aloud = sighting.pointed == "quoted" or scene.capital(scene.tokens[sighting.span[0]])
    return (sure(sighting) and (aloud or known)) or (known and sighting.score >= STRONG)


def _may_be_part(scene: Scene, exact: Sighting) -> bool:
    """Whether an exact title may be but a part of another: nothing points at it, or its capitals go on."""
    return exact.pointed in UNPOINTED or left_over(scene, exact.span) >= GOES_ON


def _outdoes(scene: Scene, forgiving: Named, exact: Sighting) -> bool:
    """Whether a phrase is about another film than the exact title in it, or than a hardly known one."""
    meets = any(start < exact.span[1] and exact.span[0] < end for start, end in forgiving.spans)
    if forgiving.match == "confirm" and not meets and heard_of(exact.films[0]) and exact.strange:
        return False
    named = {fold(film.title) for film in exact.films}
    same = (
        meets
        and bool(forgiving.candidates)
        and all(fold(film.title) in named for film in forgiving.candidates)
    )
    others = forgiving.candidates[:1] != exact.films[:1] and _may_be_part(scene, exact) and not same
    agreed = forgiving.match == "none" or exact.films[0] in forgiving.candidates
    alone = agreed and not left_over(scene, exact.span)
    return forgiving.match == "accept" or (others and not alone)


def _accepted(scene: Scene, tried: Sequence[Tried]) -> Named | None:
    """The film of the phrase that was accepted, the likest first."""
    accepted = [(each, found) for each, found in tried if found.decided is Decided.ACCEPT]
    if not accepted:
        return None
    sighting, found = max(accepted, key=lambda pair: (pair[1].matches[0].score, pair[0].strange))
    best, *more = _films(found)
    film = version_of(scene, replace(sighting, films=(best,))) or best
    exact = found.matches[0].exact
    return Named("accept", film, tuple(more), sighting.text, (sighting.span,), exact=exact)


def _asked(scene: Scene, tried: Sequence[Tried], least: float) -> Named | None:
    """The films to ask with, at least so alike, or the title that nobody knows."""
    titles = [(each, found) for each, found in tried if not scene.tokens[each.span[0]].has("<ask>")]
    asked = [
        (each, found)
        for each, found in titles
        if found.decided is Decided.CONFIRM and found.matches[0].score >= _least(each, least)
    ]
    if asked:
        sighting, found = max(asked, key=lambda pair: pair[1].matches[0].score + pair[0].strange)
        return Named("confirm", None, _films(found), sighting.text, (sighting.span,))
    certain = [each for each, _ in titles if sure(each) and may_be_unknown(scene, each.span)]
    return Named("none", sought=certain[0].text, spans=(certain[0].span,)) if certain else None


def _least(sighting: Sighting, least: float) -> float:
    """The likeness that it needs to be asked about; words that merely look like a name need more."""
    return max(least, ALIKE) if sighting.pointed == "name" else least


def _films(decision: Decision) -> tuple[Film, ...]:
    return tuple(match.film for match in decision.matches)
