"""The other side of a comparison, where its title is shortened or misspelt. Intents say what one compares."""

from collections.abc import Callable, Iterable

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import Span
from knowledge.understanding.rivals import heard_of
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import quote
from knowledge.understanding.trying import like_a_title

MOST_BETWEEN = 3
"""Tokens between two sides: `is a lot scarier than`."""
SIDES = 2
MOST_TRIED = 2
"""Phrases that are looked up."""
Sides = tuple[tuple[Film, Film], tuple[Span, ...]]
"""Two films and where they are named."""
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


def two_sides(scene: Scene, first: Sighting, film: Film | None, titles: LookUps) -> Sides | None:
    """Two films under one name: of two years, `1994 or 2019`, or two parts of a series, `jaws 2 or 3`."""
    return _dated(scene, first, titles) or _numbered(scene, first, film, titles)


def _dated(scene: Scene, first: Sighting, titles: LookUps) -> Sides | None:
    said = {int(token.word): place for place, token in enumerate(scene.tokens) if token.has("<year>")}
    films = {film.year: film for film in reversed(titles.exact(first.lookup))}
    years = [year for year in said if year in films]
    if len(years) != SIDES:
        return None
    place = said[years[1]]
    spans = (first.span, (place, place + 1)) if place >= first.span[1] else (first.span,)
    return (films[years[0]], films[years[1]]), spans


def _numbered(scene: Scene, first: Sighting, film: Film | None, titles: LookUps) -> Sides | None:
    start, end = first.span
    named = end - 1 if scene.tokens[end - 1].has("<n>") and end - start > 1 else end
    end += scene.tokens[end].has("<n>")
    place = next((at for at in range(end + 1, end + MOST_BETWEEN) if _is_number(scene, at)), None)
    if film is None or place is None or not scene.tokens[end].has("<versus>"):
        return None
    other = titles.numbered(quote(scene.text, scene.tokens, start, named), int(scene.tokens[place].word))
    return ((film, other[0]), ((start, end), (place, place + 1))) if other and other[0] != film else None


def _is_number(scene: Scene, place: int) -> bool:
    return (
        place < len(scene.tokens) and scene.tokens[place].has("<n>") and scene.tokens[place].word.isdecimal()
    )


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
