"""How many points a title needs, more where a film is spoken of. Which is taken is decided by films."""

from knowledge.titles.films import Film
from knowledge.understanding.called import heard_of
from knowledge.understanding.named import COMPARES
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import BOUND, STOP
from knowledge.understanding.trying import speaks_of_it

ENOUGH = 21.0
"""Points from which a title in a text is taken, where no film is spoken of."""
AGAINST_CONTEXT = 27.0
"""The same, where a film is spoken of."""
AGAINST_PRONOUN = 44.0
"""The same, where the text says "it" as well."""
OBSCURE = 15.0
"""Points more that a hardly known film needs there."""
SEEN = 30.0
"""The same for a film that was watched before, or with somebody in it."""
KNOWN = 5_000
"""Votes from which a film is known."""


def needed_at_least(scene: Scene, context: Film | None) -> float:
    """Points from which a title is taken."""
    if context is None:
        return ENOUGH
    return AGAINST_PRONOUN if speaks_of_it(scene) else AGAINST_CONTEXT


def needed_more(scene: Scene, sighting: Sighting, context: Film | None) -> float:
    """Points more that a title needs where a film is spoken of."""
    if context is None:
        return 0.0
    if _is_announced(scene, sighting):
        return AGAINST_CONTEXT - AGAINST_PRONOUN if speaks_of_it(scene) else 0.0
    if any(token.has("<drops>") for token in scene.tokens):
        return 0.0
    compared = scene.tokens[sighting.span[0] - 1].word in COMPARES
    return OBSCURE * _faint(scene, sighting) + SEEN * (sighting.seen and not compared)


def _is_announced(scene: Scene, sighting: Sighting) -> bool:
    """Whether it stands before all else in its sentence, set off: `Stardust - is there sex in it`."""
    start, end = sighting.span
    after = scene.tokens[end]
    return (
        any(scene.tokens[start - 1].has(it) for it in (STOP, "<and>", "<then>", "<hello>"))
        and after.has(BOUND)
        and not after.has(STOP)
        and heard_of(sighting.films[0])
        and all(map(scene.capital, scene.words(sighting.span)))
        and (sighting.strange > 0 or len(scene.words(sighting.span)) > 1)
    )


def _faint(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is hardly known or of everyday words, and in small letters."""
    film = sighting.films[0]
    aloud = scene.capital(scene.tokens[sighting.span[0]]) or sighting.pointed in ("quoted", "certain")
    return not aloud and (sighting.strange == 0 or (not film.guide and film.votes < KNOWN))
