"""Titles seen in one text beside or inside each other: which goes further, which is hardly meant."""

from collections.abc import Iterable

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.trying import sure

HEARD_OF = 20_000
"""Votes from which words that are a title together are not two things beside each other."""
UNKNOWN_BESIDE = 1_000
"""Times the votes of a film of which nobody thinks beside one with so many more."""


def prolonged(sighting: Sighting, seen: Iterable[Sighting]) -> Sighting:
    """The longer title around it, of the same series or well known: `lion` is not `lion king`."""
    begun = f"{fold(sighting.text)} "
    longer = [
        each
        for each in seen
        if each.films
        and each.score > 0
        and each.span != sighting.span
        and each.span[0] <= sighting.span[0]
        and sighting.span[1] <= each.span[1]
        and (_goes_further(each.films[0], sighting.films[0], begun) or heard_of(each.films[0]))
    ]
    return max(longer, key=lambda each: each.span[1] - each.span[0], default=sighting)


def _goes_further(film: Film, shorter: Film, begun: str) -> bool:
    """Whether its title begins so, and it is newer or not next to unknown beside the shorter one."""
    unknown = film.votes * UNKNOWN_BESIDE < shorter.votes and (film.year or 0) <= (shorter.year or 0)
    return fold(film.title).startswith(begun) and not unknown


def heard_of(film: Film) -> bool:
    """Whether people know it, or it has a guide."""
    return film.guide or film.votes >= HEARD_OF


def faint(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is hardly known, in small letters, and stands where other things than films may stand."""
    raised = scene.capital(scene.tokens[sighting.span[0]])
    return not raised and not sure(sighting) and not heard_of(sighting.films[0])


def apart(seen: Iterable[Sighting]) -> list[Sighting]:
    """The best sightings that share no token and name different films."""
    chosen: list[Sighting] = []
    for each in seen:
        meets = any(each.span[0] < other.span[1] and other.span[0] < each.span[1] for other in chosen)
        if not meets and not any(each.films[0].id == other.films[0].id for other in chosen):
            chosen.append(each)
    return chosen
