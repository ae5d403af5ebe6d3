"""Which of several films of one name: the original, the new one, the second part, the one of a year."""

from collections.abc import Iterable

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.words import words
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import Hit, Span, find_all
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting

NOTABLE = 0.1
"""A version counts if it has this part of the best known one's votes."""
APART = 5
"""Years after which a film of the same name may be a remake."""
ONE_OF_SOME = frozenset({"a", "an", "not"})
"""What makes a version any one, and no film that is asked for: `is there a sequel`."""
NEAR = 3
"""Tokens between a title and a word such as "remake"."""


def version_of(scene: Scene, sighting: Sighting) -> Film | None:
    """The version that the words beside the title ask for, or None where they ask for none."""
    dated = [film for film in sighting.films if film.year in years(scene)]
    if len(dated) == 1 and sighting.year is None:
        return dated[0]
    films = titled(sighting.films, sighting.text)
    known = notable(films)
    for hit in versions(scene) if len(films) > 1 else ():
        if _near(hit, sighting.span):
            newest = hit.label == "newest"
            newer = newcomers(known[0], films) if newest else ()
            return chosen(hit.label, newer or known) if newest or len(known) > 1 else None
    return None


def newcomers(film: Film, others: Iterable[Film]) -> tuple[Film, ...]:
    """Those that are newer than this one and of which nobody can say how well known they are."""
    return tuple(
        other
        for other in others
        if other.votes == 0 and not other.guide and (other.year or 0) > (film.year or 0) + APART
    )


def titled(films: tuple[Film, ...], text: str) -> tuple[Film, ...]:
    """Films with this title rather than this as another name, if there are two."""
    titled = tuple(film for film in films if fold(film.title) == fold(text))
    return titled if len(titled) > 1 else films


def versions(scene: Scene) -> list[Hit]:
    """The words that ask for a version, from left to right."""
    return sorted(
        (hit for hit in find_all(scene.tongue.versions, scene.tokens) if hit.label in ("oldest", "newest")),
        key=lambda hit: hit.start,
    )


def sequels(scene: Scene) -> bool:
    """Whether the text speaks of a second part."""
    return any(hit.label == "sequel" for hit in find_all(scene.tongue.versions, scene.tokens))


def speaks_of_a_part(scene: Scene) -> bool:
    """Whether the text speaks of "the first one" or "the original"."""
    return any(hit.label in ("nth", "oldest") for hit in find_all(scene.tongue.versions, scene.tokens))


def years(scene: Scene) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(token.word) for token in scene.tokens if token.has("<year>"))


def chosen(label: str, films: tuple[Film, ...]) -> Film:
    """The oldest or the newest."""
    dated = sorted(films, key=lambda film: film.year or 0)
    return dated[0] if label == "oldest" else dated[-1]


def notable(films: tuple[Film, ...]) -> tuple[Film, ...]:
    """Films that people may mean by the name."""
    most = max((film.votes for film in films), default=0)
    return tuple(film for film in films if film.votes >= most * NOTABLE)


def _near(hit: Hit, span: Span) -> bool:
    return hit.end <= span[0] <= hit.end + NEAR or span[1] <= hit.start <= span[1] + 1


def other_version(scene: Scene, film: Film, titles: LookUps) -> Film | None:
    """The version that a text compares this film with."""
    films = [each for each in notable(titled(titles.exact(film.title), film.title)) if each.id != film.id]
    if first := _first_part(scene, film, titles):
        return first
    if sequels(scene) and (second := titles.part(film, 2)):
        return second
    asked = [chosen(hit.label, (film, *films)) for hit in versions(scene)]
    asked += [each for each in films if each.year in years(scene)]
    return next((each for each in asked if each.id != film.id), films[0] if films else None)


def _first_part(scene: Scene, film: Film, titles: LookUps) -> Film | None:
    """The film that began the series, where the text speaks of "the first one"."""
    name = film.title.partition(":")[0]
    begun = name.rpartition(" ")[0]
    number = bool(begun) and words(name)[-1].isdecimal()
    if not speaks_of_a_part(scene):
        return None
    if number:
        return next(iter(titles.exact(begun)), None)
    begun_by = (*titles.called(f"{name} 1"), *titles.exact(f"{name} part 1"))
    return next((each for each in begun_by if each.id != film.id), None)


def corrected(scene: Scene, film: Film, titles: LookUps) -> Film | None:
    """The film of the same name that "no, the 1961 one", "the second one" asks for instead."""
    films = titled(titles.exact(film.title), film.title)
    for hit in sorted(find_all(scene.tongue.versions, scene.tokens), key=lambda hit: -hit.length):
        if {scene.tokens[hit.start - 1].word, scene.tokens[hit.start].word} & ONE_OF_SOME:
            continue
        instead = _instead(hit, scene, film, films, titles)
        if instead is not None and instead.id != film.id:
            return instead
    return None


def _instead(hit: Hit, scene: Scene, film: Film, films: tuple[Film, ...], titles: LookUps) -> Film | None:
    match hit.label:
        case "year":
            year = next(int(token.word) for token in scene.tokens[hit.start : hit.end] if token.has("<year>"))
            return next((each for each in films if each.year == year), None)
        case "nth":
            word = next(token.word for token in scene.tokens[hit.start : hit.end] if token.has("<ordinal>"))
            return titles.part(film, scene.tongue.ages.ordinals[word])
        case "sequel":
            return titles.part(film, 2)
        case "oldest" | "newest" if len(notable(films)) > 1:
            return chosen(hit.label, notable(films))
        case _:
            return None
