"""Titles seen in one text beside or inside each other: which goes further, which is hardly meant."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from math import log10

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.called import heard_of
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import quote
from knowledge.understanding.trying import is_a_name, sure
from knowledge.understanding.worth import describes

FAME = 2.0
"""Points for each tenfold of votes, beside those that any title has for being known."""
FAINT = 25.0
"""Points less for everyday talk or a name that happens to be a hardly known title."""
SEEN = 25.0
"""Points less for a film that was watched before."""
LATER = 20.0
"""Points less for a film that is named after another one: people say first what they ask about."""
AGAIN = 15.0
"""Points more for a film that is named twice."""
IN_A_FILM = frozenset({"<role>", "<thing>", "<small>"})
"""What a question about another film speaks of: `is the witch scary`."""
UNHEARD = 500
"""Votes below which a name in capitals is rather a person's than a film's."""
LONGEST_NAME = 2
"""Words of a person's name."""
MOST_MORE = 3
"""Words on each side of a title that may belong to a longer one."""
UNKNOWN_BESIDE = 1_000
"""Times the votes of a film of which nobody thinks beside one with so many more."""


def prolonged(scene: Scene, sighting: Sighting, seen: Iterable[Sighting]) -> Sighting:
    """The longer title around it, of its series, well known or in capitals: `lion` is not `lion king`."""
    begun = f"{fold(sighting.text)} "
    longer = [
        each
        for each in seen
        if each.films
        and each.score > 0
        and each.span != sighting.span
        and each.span[0] <= sighting.span[0]
        and sighting.span[1] <= each.span[1]
        and (
            _goes_further(each.films[0], sighting.films[0], begun)
            or heard_of(each.films[0])
            or (is_a_name(scene, each) and each.films[0].votes >= UNHEARD)
        )
    ]
    return max(longer, key=lambda each: each.span[1] - each.span[0], default=sighting)


def _goes_further(film: Film, shorter: Film, begun: str) -> bool:
    """Whether its title begins so, and it is newer or not next to unknown beside the shorter one."""
    unknown = film.votes * UNKNOWN_BESIDE < shorter.votes and (film.year or 0) <= (shorter.year or 0)
    return fold(film.title).startswith(begun) and not unknown


def by_standing(scene: Scene, seen: Sequence[Sighting], exact: Sequence[Sighting]) -> list[Sighting]:
    """Titles that share no token, the one that is asked about first."""
    points = {each.span: standing(scene, each) for each in exact}
    clear = [each.span for each in exact if _is_clear(scene, each)]
    raised = any(scene.capital(scene.tokens[start]) for start, _ in clear)
    for each in exact:
        points[each.span] -= FAINT * (raised and _is_a_word(scene, each))
        again = any(each.films[:1] == other.films[:1] and each.span[1] <= other.span[0] for other in seen)
        later = any(start < each.span[0] for start, _ in clear)
        points[each.span] += AGAIN * again - LATER * later
    return sorted(exact, key=lambda each: -points[each.span])


def _is_clear(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is a film that people know, neither a mere word nor watched before."""
    told = not sighting.seen and not faint(scene, sighting) and not _is_a_word(scene, sighting)
    told = told and (sighting.strange > 0 or sure(sighting) or scene.capital(scene.tokens[sighting.span[0]]))
    return told and heard_of(sighting.films[0]) and not describes(scene, sighting.span)


def _is_a_word(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is one word in small letters, as any word is: `home`, `my favourite`."""
    words = [token for token in scene.words(sighting.span) if not token.has("<small>")]
    return len(words) == 1 and not scene.capital(words[0]) and sighting.pointed != "quoted"


def standing(scene: Scene, sighting: Sighting) -> float:
    """Points of a title beside others: fame counts twice, talk and what was watched before less."""
    fame = FAME * log10(1 + sighting.films[0].votes)
    return sighting.score + fame - SEEN * sighting.seen - FAINT * faint(scene, sighting)


def faint(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is hardly known, and no place or capital says that it is more than talk or a name."""
    film, raised = sighting.films[0], scene.capital(scene.tokens[sighting.span[0]])
    if sighting.pointed == "quoted":
        return False
    if heard_of(film):
        return not raised and all(token.symbols & IN_A_FILM for token in scene.words(sighting.span))
    person = len(scene.words(sighting.span)) <= LONGEST_NAME and film.votes < UNHEARD
    return not raised or (person and not sure(sighting))


def widest(scene: Scene, sighting: Sighting, titles: LookUps) -> Sighting:
    """The well known longer title around it, of whatever words: `where the wild things are`."""
    for span in _around(scene, sighting.span):
        films = titles.exact(scene.spelled(span))
        if films and heard_of(films[0]) and films[0] != sighting.films[0]:
            text = quote(scene.text, scene.tokens, *span)
            strange = sum(map(scene.strange, scene.words(span)))
            return replace(sighting, span=span, text=text, lookup=text, films=films, strange=strange)
    return sighting


def _around(scene: Scene, span: Span) -> Iterator[Span]:
    """Spans of a few more words of the same sentence, the longest first."""
    starts = [
        span[0],
        *takewhile(lambda at: _is_word(scene, at), range(span[0] - 1, span[0] - 1 - MOST_MORE, -1)),
    ]
    ends = [
        span[1],
        *takewhile(lambda at: _is_word(scene, at - 1), range(span[1] + 1, span[1] + 1 + MOST_MORE)),
    ]
    wider = [(start, end) for start in starts for end in ends if (start, end) != span]
    return iter(sorted(wider, key=lambda each: each[0] - each[1]))


def _is_word(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    return token.word[:1].isalnum() and not token.has("<age>")


def apart(seen: Iterable[Sighting]) -> list[Sighting]:
    """The best sightings that share no token and name different films."""
    chosen: list[Sighting] = []
    for each in seen:
        if not each.films:
            continue
        meets = any(each.span[0] < other.span[1] and other.span[0] < each.span[1] for other in chosen)
        if not meets and not any(each.films[0].id == other.films[0].id for other in chosen):
            chosen.append(each)
    return chosen
