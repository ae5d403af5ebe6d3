"""The other side of a comparison, where its title is shortened or misspelt. Intents say what one compares."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.called import heard_of
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.named import Named
from knowledge.understanding.patterns import Span
from knowledge.understanding.rivals import apart
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import Token, quote
from knowledge.understanding.trying import like_a_title, sure
from knowledge.understanding.versions import chosen, notable, titled, versions
from knowledge.understanding.worth import SAYS_NOTHING

MOST_BETWEEN = 3
"""Tokens between two sides: `is a lot scarier than`."""
SIDES = 2
LONGEST = 6
"""Tokens of a title that is looked for beside an `or`."""
SIDE = 10.0
"""Points from which a known title is the other side of a comparison."""
LIKE = 85.0
"""Likeness of a misspelt title from which it is taken for the other side."""
MOST_TRIED = 2
"""Phrases that are looked up."""
Sides = tuple[tuple[Film, Film], tuple[Span, ...]]
"""Two films and where they are named."""
Decide = Callable[[Sighting], Decision]


def other_side(
    scene: Scene, first: Sighting, seen: Iterable[Sighting], titles: LookUps, decide: Decide
) -> list[tuple[Span, Film]]:
    """The film on the other side of `or`, `vs` or `than`, and where it stands; empty where there is none."""
    for span in _across(scene, first.span):
        films = titles.exact(scene.spelled(span))
        if films and heard_of(films[0]):
            return [(span, films[0])]
    sides = [
        each
        for each in seen
        if each.pointed == "certain"
        and not (each.films and heard_of(each.films[0]))
        and _joined(scene, first.span, each.span)
        and like_a_title(scene, each)
    ]
    for each in sides[:MOST_TRIED]:
        parted = any(map(_parts_sides, scene.tokens[slice(*_between(first.span, each.span))]))
        if film := _meant(each, decide(each), parted=parted):
            return [(each.span, film)]
    return []


def _across(scene: Scene, span: Span) -> Iterator[Span]:
    """Phrases of several words that touch the `or` beside a title, the longest first."""
    start, end = span
    before, after = scene.tokens[start - 1], scene.tokens[end]
    for length in range(LONGEST, 0, -1):
        spans = [(start - 1 - length, start - 1)] if _parts_sides(before) else []
        spans += [(end + 1, end + 1 + length)] if _parts_sides(after) else []
        for one in spans:
            if one[0] > 0 and one[1] < len(scene.tokens) and (length > 1 or _is_telling(scene, one[0])):
                yield one


def _is_telling(scene: Scene, place: int) -> bool:
    """Whether one word may be a title: `cars or planes`."""
    return not scene.tokens[place].symbols & (SAYS_NOTHING | {"<age>", "<person>", "<yes>", "<n>"})


def _parts_sides(token: Token) -> bool:
    """Whether two films stand around it: an `and` may be part of a title."""
    return token.has("<either>")


def two_sides(scene: Scene, first: Sighting, film: Film | None, titles: LookUps) -> Sides | None:
    """Two films under one name: of two years, `1994 or 2019`, or two parts of a series, `jaws 2 or 3`."""
    return _dated(scene, first, titles) or _old_and_new(scene, first) or _numbered(scene, first, film, titles)


def _old_and_new(scene: Scene, first: Sighting) -> Sides | None:
    """The oldest and the newest of a name: `the cartoon or the live action`."""
    hits = versions(scene)
    films = notable(titled(first.films, first.text))
    joined = any(token.has("<versus>") for token in scene.tokens)
    if len(films) < SIDES or not joined or {hit.label for hit in hits} != {"oldest", "newest"}:
        return None
    one, other = (chosen(hits[0].label, films), chosen(hits[-1].label, films))
    return ((one, other), (first.span,)) if one.id != other.id else None


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


def _meant(sighting: Sighting, decision: Decision, *, parted: bool) -> Film | None:
    """The film that is accepted, else one that is very like it, else the best known whose title begins so."""
    if decision.decided is Decided.ACCEPT:
        return decision.matches[0].film
    best = decision.matches[0] if decision.matches else None
    if parted and best and best.score >= LIKE and heard_of(best.film):
        return best.film
    films = (match.film for match in decision.matches)
    begun = (film for film in films if fold(film.title).startswith(fold(sighting.text)))
    return max(begun, key=lambda film: (film.guide, film.votes), default=None)


def _joined(scene: Scene, one: Span, other: Span) -> bool:
    """Whether nothing but a word such as `or` stands between them."""
    between = scene.tokens[slice(*_between(one, other))]
    return 0 < len(between) < MOST_BETWEEN and any(
        token.has("<versus>") or token.word == "/" for token in between
    )


def _between(one: Span, other: Span) -> Span:
    first, last = sorted((one, other))
    return first[1], last[0]


def with_besides(named: Named, seen: Sequence[Sighting]) -> Named:
    """The same with known films whose titles stand elsewhere."""
    free = [each for each in seen if each.films and not any(_meets(each.span, span) for span in named.spans)]
    known = tuple(film.id for film in (named.movie, *named.candidates) if film is not None)
    sides = [each for each in apart(free) if _may_be_a_side(each) and each.films[0].id not in known]
    return replace(named, beside=tuple((each.span, each.films[0]) for each in sides))


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def besides(first: Sighting, seen: Sequence[Sighting]) -> tuple[tuple[Span, Film], ...]:
    """Known films elsewhere in the text, and where."""
    others = apart((first, *seen))[1:]
    return tuple((each.span, each.films[0]) for each in others if _may_be_a_side(each))


def _may_be_a_side(sighting: Sighting) -> bool:
    """Whether it may be what a film is compared with, if the text compares at all."""
    told = sighting.strange > 0 or sure(sighting) or sighting.pointed in ("name", "likely")
    return told and heard_of(sighting.films[0]) and sighting.score >= SIDE
