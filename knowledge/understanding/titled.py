"""Titles that look like an age or hold one, such as those that begin with a number. They are no ages."""

from collections.abc import Iterable, Iterator

from knowledge.titles.films import Film
from knowledge.understanding.ages import OLDEST
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.tokens import BOUND, quote

WIDEST = 7
"""Tokens before and after an age that may belong to a title with it."""
NO_EDGE = frozenset({BOUND, "<ask>", "<ok>", "<be>", "<do>", "<can>", "<hello>", "<end>"})
"""What such a title neither begins nor ends with."""
KNOWN = 5_000
"""Votes from which such a title is taken."""
WELL_KNOWN = 25_000
"""The same for a title of everyday words only."""


def titled_spans(scene: Scene, titles: LookUps, ages: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of known titles that hold one of these ages and more, or the first number of several."""
    numbers = [each for age in ages for each in (age, *_first_of_several(scene, age))]
    return tuple(
        span for age in numbers for span in _around(scene, age) if _is_title(scene, titles, span, age)
    )


def _first_of_several(scene: Scene, age: Span) -> Iterator[Span]:
    """The number of a part that other numbers follow: `deadpool 2, 13 yr old`."""
    comma = scene.tokens[age[0] + 1]
    if age[1] - age[0] > 2 and comma.word == ",":
        yield age[0], age[0] + 1


def _around(scene: Scene, age: Span) -> Iterator[Span]:
    """Wider spans of words, not over the end of a sentence."""
    starts = [age[0]]
    while len(starts) < WIDEST and not scene.tokens[starts[-1] - 1].has("<stop>"):
        starts.append(starts[-1] - 1)
    ends = [age[1]]
    while len(ends) < WIDEST and not scene.tokens[ends[-1]].has("<stop>"):
        ends.append(ends[-1] + 1)
    begins = [start for start in starts if start == age[0] or not scene.tokens[start].symbols & NO_EDGE]
    stops = [end for end in ends if end == age[1] or not scene.tokens[end - 1].symbols & NO_EDGE]
    yield from ((start, end) for start in begins for end in stops if (start, end) != age)
    words = scene.words(age)
    raised = all(map(scene.capital, words)) and not any(token.has("<n>") for token in words)
    if raised or (len(words) == 1 and words[0].word.isdecimal() and int(words[0].word) > OLDEST):
        yield age


def _part(scene: Scene, titles: LookUps, span: Span, age: Span) -> tuple[Film, ...]:
    """The part of a series that ends with this number, or two of its parts: `jaws 2`, `jaws 2 or 3`."""
    numbers = scene.tokens[slice(*age)][::2]
    joined = all(token.has("<versus>") for token in scene.tokens[slice(*age)][1::2])
    if span[1] != age[1] or not joined or not all(token.word.isdecimal() for token in numbers):
        return ()
    name = quote(scene.text, scene.tokens, span[0], age[0])
    parts = [titles.numbered(name, int(token.word)) for token in numbers]
    return parts[0] if all(parts) else ()


def _is_title(scene: Scene, titles: LookUps, span: Span, age: Span) -> bool:
    beside = [*scene.tokens[span[0] : age[0]], *scene.tokens[age[1] : span[1]]]
    told = [token for token in beside if token.word[:1].isalnum() and not token.has("<small>")]
    alone = span == age
    if not alone and (not told or all(token.has("<my>") or token.has("<person>") for token in told)):
        return False
    if _part(scene, titles, span, age):
        return True
    name = scene.spelled(span)
    films = titles.exact(name) or titles.called(name)
    needed = KNOWN if any(map(scene.strange, told)) else WELL_KNOWN
    return any(film.guide or film.votes >= needed for film in films)
