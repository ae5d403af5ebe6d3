"""Where in a text a film may be named, and how much speaks for it. Which is meant is decided elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from knowledge.titles.films import Film, fame
from knowledge.understanding.belonging import names
from knowledge.understanding.called import (
    better_known,
    called,
    heard_of,
    leads_to_a_sequel,
    nth,
    numbered,
    says_enough,
    trimmed,
    year_apart,
)
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import Span, find_all
from knowledge.understanding.quoted import quoted_spans
from knowledge.understanding.scene import Scene
from knowledge.understanding.tokens import STOP, quote
from knowledge.understanding.worth import worth

LONG = 200
"""Tokens of a text that is a story rather than a question."""
LONGEST_TITLE = 8
"""Tokens of a title that is looked for where nothing points at it."""
LONGEST_SHORT = 3
"""Letters of a word that a full stop shortens."""
LONGER_SHORT = frozenset({"bros"})
"""Short forms that are longer, as in `Super Mario Bros. Movie`."""
SHORT = 3
"""Tokens of a title that does not end with a verb: `where the wild things are` does."""
VERBS = frozenset({"<be>", "<do>", "<can>", "<have>"})
"""What a question begins with, and in small letters no title that stands by itself."""
POINTED = {
    "certain": 30.0,
    "likely": 26.0,
    "passing": 10.0,
    "seen": 10.0,
    "quoted": 40.0,
    "dated": 14.0,
    "name": 7.5,
    "free": 7.0,
}
"""Points for the way in which the text points at a title."""

SHORTENED = 4.0
"""Points lost by words that are a film's in part only: what it is called."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a film may be named."""

    span: Span
    text: str
    lookup: str
    """The same as it is looked up: `it 2` for "the second it movie"."""
    year: int | None
    films: tuple[Film, ...]
    """Films of exactly this name and, if one was typed, year; best known first."""
    score: float
    pointed: str
    seen: bool
    """Whether the text says that this was watched or liked before."""
    strange: int
    """How many of its words are no everyday words."""
    short: bool = False
    """Whether people call the film so though it has another name."""


def sightings(scene: Scene, titles: LookUps) -> list[Sighting]:
    """Every place where a title may stand, the likeliest first."""
    ways = _pointed(scene)
    found = [_looked_up(scene, titles, span, how) for span, how in ways.items()]
    return sorted(found, key=lambda each: -each.score)


def _pointed(scene: Scene) -> dict[Span, set[str]]:
    """The spans to look at and the ways in which the text points at each."""
    found: dict[Span, set[str]] = {}
    breaks = list(accumulate(_ends_surely(scene, place) for place in range(len(scene.tokens))))
    for span, how in _all_spans(scene):
        if breaks[span[1] - 1] > breaks[span[0]]:
            continue
        cut = trimmed(scene, span)
        if cut and _may_end(scene, cut):
            found.setdefault(cut, set()).add(how)
            if rest := _without_verb(scene, cut):
                found.setdefault(rest, set()).add(how)
    sayings = (span for span in quoted_spans(scene.text, scene.tokens) if span in found)
    return found | {span: {"passing"} for span in sayings if _is_a_saying(scene, span)}


def _is_a_saying(scene: Scene, span: Span) -> bool:
    """Whether quoted words are but a way of speaking: the "bad guys"."""
    before = scene.tokens[max(span[0] - 2, 0)]
    return not _stands_out(scene, span) and (before.word == "the" or before.has("<a>"))


def _ends_surely(scene: Scene, place: int) -> bool:
    """Whether a sentence ends here, and not a short form as in `Mr. Fox`."""
    token, before = scene.tokens[place], scene.tokens[place - 1]
    short = len(before.word) <= LONGEST_SHORT or before.word in LONGER_SHORT
    return token.has(STOP) and token.word != "!" and not (token.word == "." and short)


def _without_verb(scene: Scene, span: Span) -> Span | None:
    """What is left of `is …` at the start of a question; None where no such verb is."""
    first, second = scene.tokens[span[0]], scene.tokens[min(span[0] + 1, span[1] - 1)]
    asked = first.symbols & VERBS and first.has("<ask>") and scene.tokens[span[0] - 1].has(STOP)
    return (span[0] + 1, span[1]) if asked and scene.strange(second) and second is not first else None


def _may_end(scene: Scene, span: Span) -> bool:
    """Whether a title may end here: none of several words ends with `of`, nor with `the new … one`."""
    before, last = scene.tokens[span[0] - 1], scene.tokens[span[1] - 1]
    if last.word == "one" and before.has("<version>"):
        return False
    verb = last.has("<be>") and span[1] - span[0] > SHORT
    return span[1] - span[0] == 1 or verb or not last.has("<never_last>")


def _all_spans(scene: Scene) -> Iterator[tuple[Span, str]]:
    for span in quoted_spans(scene.text, scene.tokens):
        yield span, "quoted" if _stands_out(scene, span) or not scene.capitals else "likely"
    for hit in find_all(scene.tongue.frames, scene.tokens):
        if hit.film and not any(token.has("<age>") for token in scene.tokens[hit.film[0] : hit.film[1]]):
            yield hit.film, hit.label
            yield from ((span, hit.label) for span in _without_movie(scene, hit.film))
    yield from ((span, "free") for span in _free(scene))
    yield from ((span, "name") for span in names(scene))


def _stands_out(scene: Scene, span: Span) -> bool:
    """Whether quoted words are surely more than a way of speaking."""
    return any(scene.strange(token) or scene.capital(token) for token in scene.words(span))


def _without_movie(scene: Scene, span: Span) -> Iterator[Span]:
    """`the movie elephant` and `elephant movie` without the movie."""
    start, end = span
    while start < end - 1 and (scene.tokens[start].has("<movie>") or scene.tokens[start].has("<a>")):
        start += 1
        yield start, end
    if end - start > 1 and scene.tokens[end - 1].has("<movie>"):
        yield start, end - 1


def _free(scene: Scene) -> Iterator[Span]:
    """Spans with a strange word or a capital, wherever they stand; in a long text only with a capital."""
    short = len(scene.tokens) <= LONG
    telling = [
        (short and (scene.strange(token) or token.has("<n>"))) or (scene.capital(token) and place > 1)
        for place, token in enumerate(scene.tokens)
    ]
    for start in range(1, len(scene.tokens) - 1):
        first = scene.tokens[start]
        if first.symbols & VERBS and not scene.capital(first):
            continue
        for end in range(start + 1, min(start + LONGEST_TITLE, len(scene.tokens) - 1) + 1):
            if scene.tokens[end - 1].has("<age>"):
                break
            if telling[start] or telling[end - 1]:
                yield start, end


def _looked_up(scene: Scene, titles: LookUps, span: Span, ways: set[str]) -> Sighting:
    core, year = year_apart(scene, span)
    text = quote(scene.text, scene.tokens, *core)
    lookup = scene.spelled(core)
    films = titles.exact(lookup)
    whole = titles.exact(quote(scene.text, scene.tokens, *span)) if core != span else ()
    if whole and not any(film.year == year and fame(film) > fame(whole[0]) for film in films):
        core, year, films = span, None, whole
        lookup = text = quote(scene.text, scene.tokens, *span)
    if not films and (part := nth(scene, core) or numbered(scene, core)):
        lookup = " ".join(map(str, part)) if part[1] > 1 else part[0]
        films = titles.exact(lookup) or titles.numbered(*part)
    short = not (films and heard_of(films[0])) and any(map(str.isalpha, lookup))
    named = films
    if short and says_enough(scene, core, ways):
        films = better_known(films, called(scene, titles, core, year))
    short = films != named
    if films and leads_to_a_sequel(scene, core[1]) and (second := titles.part(films[0], 2)):
        lookup, films = second.title, (second,)
    if year is not None:
        films = tuple(film for film in films if film.year == year)
    how = max(ways, key=lambda way: (POINTED[way], way))
    strange = sum(map(scene.strange, scene.words(core)))
    score = POINTED[how] + (worth(scene, core, films[0]) if films else -10.0)
    score += POINTED["dated"] if year and films else 0
    score -= SHORTENED * short
    return Sighting(span, text, lookup, year, films, score, how, "seen" in ways, strange, short)
