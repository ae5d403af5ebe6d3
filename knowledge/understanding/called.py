"""Other ways in which a text names a film: a nickname, a number of a series, a year beside the title."""

from knowledge.titles.films import Film
from knowledge.titles.titles import HEARD_OF
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.patterns import LONGEST_FILM, Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.spans import MARKS
from knowledge.understanding.tokens import Token, quote

FAR_BETTER = 50
"""Times the votes of a film that has the name for one that is only called so to come first."""
SHORT_CALLED = 2
"""Everyday words in small letters that are too few to be what a film is called."""


def says_enough(scene: Scene, span: Span, ways: set[str]) -> bool:
    """Whether a part of a title is more than any word in small letters that nothing points at."""
    words = scene.words(span)
    if len(words) == 1:
        return scene.strange(words[0]) and (ways != {"free"} or scene.capital(words[0]))
    return any(scene.strange(word) or scene.capital(word) for word in words) or len(words) > SHORT_CALLED


def called(scene: Scene, titles: LookUps, span: Span, year: int | None) -> tuple[Film, ...]:
    """The films that people call so; where a year was typed, those with the same title too."""
    films = titles.called(scene.spelled(span))
    return films if year is None else (*films, *(each for film in films for each in titles.exact(film.title)))


def better_known(named: tuple[Film, ...], called_so: tuple[Film, ...]) -> tuple[Film, ...]:
    """The films of a name, behind one that far more people call so: `terminator 2`."""
    if not named or not called_so:
        return named or called_so
    return (*called_so, *named) if called_so[0].votes >= FAR_BETTER * max(named[0].votes, 1) else named


def heard_of(film: Film) -> bool:
    """Whether people know it, or it has a guide."""
    return film.guide or film.votes >= HEARD_OF


def numbered(scene: Scene, span: Span) -> tuple[str, int] | None:
    """`the meg 2` as a name and the number of the part."""
    last = scene.tokens[span[1] - 1]
    if span[1] - span[0] < 2 or not last.has("<n>") or not last.word.isdecimal():
        return None
    return quote(scene.text, scene.tokens, span[0], span[1] - 1), int(last.word)


def nth(scene: Scene, span: Span) -> tuple[str, int] | None:
    """`second it movie` as `it` and 2."""
    value = scene.tongue.ages.ordinals.get(scene.tokens[span[0]].word)
    words = scene.words((span[0] + 1, span[1]))
    if value is None or all(
        token.has("<kid>") or token.has("<movie>") or token.word == "one" for token in words
    ):
        return None
    end = span[1] - 1 if scene.tokens[span[1] - 1].has("<movie>") else span[1]
    rest = quote(scene.text, scene.tokens, span[0] + 1, max(end, span[0] + 2))
    return rest, value


def leads_to_a_sequel(scene: Scene, end: int) -> bool:
    """Whether the second part is meant: `the gremlins sequel`."""
    token = scene.tokens[end]
    after = scene.tokens[min(end + 1, len(scene.tokens) - 1)] if token.word in MARKS else token
    return after.has("<sequel>")


def year_apart(scene: Scene, span: Span) -> tuple[Span, int | None]:
    """The span without a year at its end or start, or the year in brackets after it."""
    start, end = span
    tokens = scene.tokens
    if end - start > 1 and tokens[end - 1].has("<year>"):
        cut = end - 2 if end - start > 2 and tokens[end - 2].word in ("from", "of") else end - 1
        core = trimmed(scene, (start, cut))
        return core or span, int(tokens[end - 1].word)
    if end - start > 1 and tokens[start].has("<year>"):
        return (start + 1, end), int(tokens[start].word)
    bracket = end if end + 1 < len(tokens) and tokens[end].word == "(" else end - 1
    if bracket + 1 < len(tokens) and tokens[bracket + 1].has("<year>"):
        return span, int(tokens[bracket + 1].word)
    return span, None


def trimmed(scene: Scene, span: Span) -> Span | None:
    """The span without signs and bounds at its ends; None where nothing is left."""
    start, end = span
    while start < end and not _begins(scene, scene.tokens[start]):
        start += 1
    while start < end and not scene.tokens[end - 1].word[:1].isalnum():
        end -= 1
    return (start, end) if start < end and end - start <= LONGEST_FILM else None


def _begins(scene: Scene, token: Token) -> bool:
    """Whether a title may begin with this: no sign, and no `'s`."""
    return token.word[:1].isalnum() and scene.text[token.start] not in "'’"
