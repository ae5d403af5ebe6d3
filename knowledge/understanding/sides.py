"""The other side of a comparison, where its title is shortened or misspelt. Intents say what one compares."""

from collections.abc import Callable, Iterable

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.patterns import Span
from knowledge.understanding.rivals import heard_of
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.trying import like_a_title

MOST_BETWEEN = 3
"""Tokens between two sides: `is a lot scarier than`."""
MOST_TRIED = 2
"""Phrases that are looked up."""
Decide = Callable[[Sighting], Decision]


def other_side(
    scene: Scene, first: Sighting, seen: Iterable[Sighting], decide: Decide
) -> list[tuple[Span, Film]]:
    """The film on the other side of `or`, `vs` or `than`, and where it stands; empty where there is none."""
    sides = [
        each
        for each in seen
        if each.pointed == "certain"
        and not (each.films and heard_of(each.films[0]))
        and _joined(scene, first.span, each.span)
        and like_a_title(scene, each)
    ]
    for each in sides[:MOST_TRIED]:
        if film := _meant(each, decide(each)):
            return [(each.span, film)]
    return []


def beside(scene: Scene, first: Sighting, other: Sighting) -> bool:
    """Whether a title that people know stands on the other side of `or`, `vs` or `than`."""
    return heard_of(other.films[0]) and _joined(scene, first.span, other.span)


def _meant(sighting: Sighting, decision: Decision) -> Film | None:
    """The film that is accepted, else the best known whose title begins so."""
    if decision.decided is Decided.ACCEPT:
        return decision.matches[0].film
    films = (match.film for match in decision.matches)
    begun = (film for film in films if fold(film.title).startswith(fold(sighting.text)))
    return max(begun, key=lambda film: (film.guide, film.votes), default=None)


def _joined(scene: Scene, one: Span, other: Span) -> bool:
    """Whether nothing but a word such as `or` stands between them."""
    first, last = sorted((one, other))
    between = scene.tokens[first[1] : last[0]]
    return 0 < len(between) < MOST_BETWEEN and any(token.has("<versus>") for token in between)
