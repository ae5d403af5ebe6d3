"""Which phrases of a text are worth a forgiving look-up as misspelt titles, and which are surely none."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.titles.films import Film
from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import STOP, Token

LONGEST_LOOKUP = 100
"""Letters of a phrase that is looked up forgivingly."""
NEVER_INSIDE = frozenset({"<kid>", "<age>", "<stop>"})
QUESTION_VERBS = frozenset({"<be>", "<do>", "<see>"})
"""What a question has before a title rather than a title at its start."""
ASKED = frozenset({"<topic>", "<quality>", "<ok>", "<yes>", "<too>"})
"""What is asked about a title and is rarely part of it."""
SAID_OF_ONE = ASKED - {"<too>"}
NO_SLIP = (
    NEVER_INSIDE | QUESTION_VERBS | SAID_OF_ONE - {"<topic>"} | {"<ask>", "<it>", "<person>", "not", "like"}
)
"""What no title of everyday words with a slip in it holds."""
FEWEST = 3
"""Everyday words that may be a misspelt title."""
MOST = 6
"""The same, at most."""
HELPS = frozenset({"<be>", "<do>", "<can>", "<have>"})
SPEAKERS = frozenset({"i", "we", "you", "<person>"})
SOMEBODY = frozenset({"<it>", "<person>"})
"""What sentences are made of rather than titles."""
NUMBERED = frozenset({"<n>", "<year>", "<small>", "one"})
"""What a number is said with: `the 2017 one`."""
GOES_BEFORE = frozenset({"or", "but", "so", "then"})
SHORT_TEXT = 14
LONG_TEXT = 22
"""Tokens up to which, and from which, a text tells by its form alone hardly what in it is a title."""
SURE = ("quoted", "certain")
WAYS = (*SURE, "name", "likely", "passing")
"""Ways of pointing at a phrase that may be a misspelt title, the surest first."""
SEVERAL = 2
"""Strange words that are rather a misspelt title than an exact one of everyday words elsewhere."""
MOST_FINDS = 3
"""Phrases that are looked up forgivingly."""
MOST_EVERYDAY = 3
"""Everyday words for each strange one in a phrase that may be a misspelt title."""


def speaks_of_it(scene: Scene) -> bool:
    """Whether the text says "it", "this" or "the movie", and not as a title."""
    said = any(
        token.has("<this>") and not scene.capital(token) and not before.has("<drops>")
        for before, token in pairwise(scene.tokens)
    )
    return said or any(map(_is_the_movie, scene.tokens, scene.tokens[1:], scene.tokens[2:]))


def _is_the_movie(before: Token, token: Token, after: Token) -> bool:
    """Whether it is `the movie` with no title after it."""
    return before.word in ("the", "that") and token.has("<movie>") and not after.has("<strange>")


def may_be_unknown(scene: Scene, span: Span) -> bool:
    """Whether it may be said to be no known title: no description such as `the movie about clones`."""
    inside = scene.tokens[slice(*span)]
    return not inside[0].has("<joins>") and not any(token.has("<movie>") for token in inside)


def worth_trying(
    scene: Scene, seen: Sequence[Sighting], exact: Sighting | None, context: Film | None
) -> list[Sighting]:
    """Pointed-at phrases with a strange word; against a conversation only where just a film can stand."""
    ways = SURE if context else WAYS
    rest = [each for each in seen if each.pointed in ways and not each.films and like_a_title(scene, each)]
    if context is not None:
        watched = [each.span for each in seen if each.seen and each.films]
        rest = [each for each in rest if not any(_around(each.span, span) for span in watched)]
    if context is not None and speaks_of_it(scene):
        rest = [each for each in rest if said_aloud(scene, each)]
    if exact is not None:
        rest = [
            each
            for each in rest
            if (
                _around(each.span, exact.span)
                and (goes_on(scene, exact.span) or each.strange > exact.strange)
            )
            or _tells_more(scene, each, exact)
        ]
    rest = [each for each in rest if not _padded(scene, each, rest) and not _loose(scene, each, rest)]
    rest = [each for each in rest if not _cut_short(scene, each, rest)]
    told = [*rest, *(each for each in seen if each.films)]
    rest.sort(
        key=lambda each: (
            not _inside_of(scene, each),
            not is_a_name(scene, each),
            ways.index(each.pointed),
            _everyday(scene, each.span),
            -each.strange,
        )
    )
    return [each for each in rest[: most_finds(scene)] if not _led_up_to(scene, each, told)]


def most_finds(scene: Scene) -> int:
    """How many phrases are looked up forgivingly: fewer in a long text, where most are talk."""
    return MOST_FINDS - (len(scene.tokens) > SHORT_TEXT) - (len(scene.tokens) > LONG_TEXT)


def _inside_of(scene: Scene, sighting: Sighting) -> bool:
    """Whether something is asked that is in it: `the dog dies in …`."""
    return scene.tokens[sighting.span[0] - 1].word == "in"


def _tells_more(scene: Scene, sighting: Sighting, exact: Sighting) -> bool:
    """Whether it stands elsewhere where only a film can, and the exact title is but an everyday word."""
    apart = sighting.span[1] <= exact.span[0] or exact.span[1] <= sighting.span[0]
    pointed = sure(sighting) or (sighting.pointed == "likely" and sighting.strange >= SEVERAL)
    return apart and exact.strange == 0 and pointed and not scene.capital(scene.tokens[exact.span[0]])


def is_a_name(scene: Scene, sighting: Sighting) -> bool:
    """Whether all of its words have capitals, but for small ones within."""
    inside = scene.words(sighting.span)
    raised = all(scene.capital(token) or token.has("<small>") or token.word == "s" for token in inside)
    return len(inside) > 1 and raised and scene.capital(inside[0]) and scene.capital(inside[-1])


def _loose(scene: Scene, sighting: Sighting, others: Iterable[Sighting]) -> bool:
    """Whether it is another of these with nothing but everyday words around it, not joined by an `of`."""
    return any(
        each.span != sighting.span
        and _around(sighting.span, each.span)
        and each.strange == sighting.strange
        and WAYS.index(each.pointed) <= WAYS.index(sighting.pointed)
        and not _joined_on(scene, sighting.span, each.span)
        for each in others
    )


def _joined_on(scene: Scene, outer: Span, inner: Span) -> bool:
    """Whether a small word joins the inner words to more of the outer ones: `goblet of fire`."""
    before, after = scene.tokens[inner[0] - 1], scene.tokens[inner[1]]
    return (outer[0] < inner[0] and before.has("<small>")) or (inner[1] < outer[1] and after.has("<small>"))


def _cut_short(scene: Scene, sighting: Sighting, others: Iterable[Sighting]) -> bool:
    """Whether another of these goes on with an `of`: `goblet` beside `goblet of fire`."""
    start, end = sighting.span
    return scene.tokens[end].word == "of" and any(
        each.span[0] == start and each.span[1] > end for each in others
    )


def _padded(scene: Scene, sighting: Sighting, others: Iterable[Sighting]) -> bool:
    """Whether it is another of these with what is asked beside it: `flashing lights spiderverse`."""
    start, end = sighting.span
    return any(
        _around(sighting.span, each.span)
        and each.span != sighting.span
        and all(token.symbols & ASKED for token in scene.words((start, each.span[0])))
        and all(token.symbols & ASKED for token in scene.words((each.span[1], end)))
        for each in others
    )


def _led_up_to(scene: Scene, sighting: Sighting, seen: Iterable[Sighting]) -> bool:
    """Whether it is another of these with a verb of the question before it: `is elf` beside `elf`."""
    start, end = sighting.span
    first = next((place for place in range(start, end) if scene.strange(scene.tokens[place])), end)
    led = [place for place in range(start, first) if scene.tokens[place].symbols & QUESTION_VERBS]
    rest = range(led[-1] + 1, first + 1) if led else range(0)
    return any(each.span[0] in rest and each.span[1] == end for each in seen)


def like_a_title(scene: Scene, sighting: Sighting) -> bool:
    """Within one sentence, with strange words for at least a quarter of it, and no child in it."""
    inside = scene.tokens[slice(*sighting.span)]
    described = inside[-1].has("<movie>") and any(
        token.has("<some>") or token.word == "the" for token in inside
    )
    if len(sighting.text) > LONGEST_LOOKUP or inside[0].has("<seeks>") or described:
        return False
    counts = all(token.symbols & NUMBERED for token in inside)
    if counts or any(token.symbols & NEVER_INSIDE for token in inside) or _is_talk(scene, sighting.span):
        return False
    before, after = scene.tokens[sighting.span[0] - 1], scene.tokens[sighting.span[1]]
    if after.has("<movie>") and (before.has("<some>") or sighting.strange < 2):
        return False
    return sighting.strange > 0 and _everyday(scene, sighting.span) <= MOST_EVERYDAY * sighting.strange


def _is_talk(scene: Scene, span: Span) -> bool:
    """Whether words in small letters say something about somebody: `they are excellent actors`."""
    start, whole = span[0], scene.tokens[slice(*span)]
    begins = scene.tokens[start - 1].has(STOP) and not scene.strange(whole[0])
    inside = [*whole[:begins], *(token for token in whole[begins:] if not scene.capital(token))]
    if not inside:
        return False
    first, last = whole[0].symbols, whole[-1].symbols
    if any(map(scene.capital, whole[begins:])):
        first = last = frozenset[str]()
    if (first | last) & HELPS or first & GOES_BEFORE or (first & SPEAKERS and last & SOMEBODY):
        return True
    return sum(bool(token.symbols & (HELPS | SOMEBODY)) for token in inside) > 1


def may_be_a_slip(scene: Scene, sighting: Sighting) -> bool:
    """Whether it is a phrase of some everyday words where only a film can stand."""
    inside = scene.words(sighting.span)
    whole = scene.tokens[slice(*sighting.span)]
    within = not any(token.has(STOP) for token in whole) and not _is_talk(scene, sighting.span)
    told = within and FEWEST <= len(inside) <= MOST and not sighting.films and not sighting.strange
    told = told and (sure(sighting) or sighting.pointed == "likely")
    if not told or inside[-1].has("<small>") or inside[-1].has("<movie>") or any(map(_asks, inside)):
        return False
    # Where a topic begins or ends it, that is what is asked about: `blood in the hobbit`.
    return not any(token.symbols & SAID_OF_ONE for token in (inside[0], inside[-1]))


def _asks(token: Token) -> bool:
    return bool(token.symbols & NO_SLIP)


def _everyday(scene: Scene, span: Span) -> int:
    words = scene.words(span)
    return sum(not (scene.strange(token) or scene.capital(token) or token.has("<small>")) for token in words)


def said_aloud(scene: Scene, sighting: Sighting) -> bool:
    """Whether it stands where only a title can and begins with a capital, which no sentence gives it."""
    first, before = scene.tokens[sighting.span[0]], scene.tokens[sighting.span[0] - 1]
    return sure(sighting) and scene.capital(first) and (scene.strange(first) or not before.has(STOP))


def _around(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def goes_on(scene: Scene, span: Span) -> bool:
    """Whether the title goes on after a colon: `Star Wars: Episode I` is not `Star Wars`."""
    colon, after = scene.tokens[span[1]], scene.tokens[min(span[1] + 1, len(scene.tokens) - 1)]
    return colon.word == ":" and scene.capital(after) and not after.has("<ask>")


def sure(sighting: Sighting) -> bool:
    """Whether only a film can stand there."""
    return sighting.pointed in ("certain", "quoted")
