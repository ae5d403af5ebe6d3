"""Which film of a name is meant: the version asked for, the one that everybody means, or one has to ask."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.titles.decision import FAR_BETTER_KNOWN, Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.trying import goes_on
from knowledge.understanding.versions import newcomers, version_of

FAMOUS = 100_000
"""Votes from which a title needs no second look."""
NEAR = 70.0
"""Likeness of films that are asked about beside those that people call so."""
MOST = 5
"""Films to ask with."""
Decide = Callable[[Sighting], Decision]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The film, and others of its name; without a film, those to ask with."""

    film: Film | None
    others: tuple[Film, ...]


def choose(scene: Scene, sighting: Sighting, decide: Decide) -> Chosen:
    """The film that is meant by the name in this place. It is looked up only where its name does not tell."""
    if goes_on(scene, sighting.span):
        return _asked((sighting.films[0], *_films(decide(sighting))))
    film = version_of(scene, sighting)
    if film is not None and film in newcomers(sighting.films[0], sighting.films):
        return _asked((film, *sighting.films))
    if film is not None or _outstanding(sighting):
        return _taken(film or sighting.films[0], sighting)
    decision = decide(sighting)
    if sighting.short and decision.decided is not Decided.ACCEPT:
        near = (match.film for match in decision.matches if match.score >= NEAR)
        return _asked((*sighting.films, *near))
    if not _told_apart(decision, dated=sighting.year is not None):
        return Chosen(None, _films(decision))
    return _taken(decision.matches[0].film if decision.matches else sighting.films[0], sighting)


def _taken(film: Film, sighting: Sighting) -> Chosen:
    return Chosen(film, tuple(each for each in sighting.films if each.id != film.id)[: MOST - 1])


def _asked(films: Iterable[Film]) -> Chosen:
    return Chosen(None, tuple(dict.fromkeys(films))[:MOST])


def _films(decision: Decision) -> tuple[Film, ...]:
    return tuple(match.film for match in decision.matches)


def _outstanding(sighting: Sighting) -> bool:
    """Whether nobody means another film by this name: it has a guide, or is known far better."""
    best, *rest = sighting.films
    rival = max((film.votes for film in rest), default=0)
    alone = best.guide and not any(film.guide for film in rest)
    famous = best.votes >= FAMOUS and best.votes >= FAR_BETTER_KNOWN * rival
    title, typed = fold(best.title), fold(sighting.lookup)
    part = typed.rpartition(" ")[2].isdecimal() and not sighting.short
    begun = not rest and (part or title.startswith(f"{typed} "))
    titled = begun or title.endswith(typed) or typed.endswith(title)
    return alone or (famous and titled and not newcomers(best, rest))


def _told_apart(decision: Decision, dated: bool) -> bool:
    """Whether one film is meant: it is accepted, and none that is as like is known better, or dated."""
    if decision.decided is Decided.CONFIRM or not decision.matches or dated:
        return decision.decided is not Decided.CONFIRM
    best, *rest = decision.matches
    better = [each for each in rest if each.score >= best.score and each.film.votes > best.film.votes]
    return best.film.guide or not better
