"""Titles that nothing points at: long ones of everyday words, and misspelt ones, when all else failed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.understanding.belonging import OPENS, left_over
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.named import Named
from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.sightings import Sighting
from knowledge.understanding.tokens import BOUND, STOP, Token, quote
from knowledge.understanding.trying import LONGEST_LOOKUP, most_finds
from knowledge.understanding.worth import SAYS_NOTHING

LONGEST = 6
"""Tokens of such a phrase."""
FAMOUS = 100_000
"""Votes from which a title of everyday words is hardly said by chance."""
SHORT = 3
"""Words of a title that ends with none of those: `where the wild things are` does."""
SHORT_TEXT = 40
"""Tokens of a text that is looked through for such titles."""
NO_START = frozenset({"<be>", "<do>", "<can>", "<have>", "<kid>", "<end>", "<see>"})
NO_END = frozenset({"<never_last>", "<be>", "<do>", "<can>", "<ask>", "<kid>", "<my>"})
"""What such a title neither begins nor ends with."""
KNOWN = 25_000
"""The same for a long title."""
LITTLE = 12.0
"""Points from which a well known title is asked about, where nothing else is found."""
KNOWN_THERE = 50_000
"""Votes from which it is known well enough where a title may stand."""
MOST = 5
"""Films to ask with."""
FIRST = 2
"""Of them those of the very name, before any that are only like one."""
PAIR = 2
"""Words of a short title that may stand anywhere."""
NO_PAIR = (
    SAYS_NOTHING - {"<quality>", "<movie>", "<part>"}
    | NO_START
    | NO_END
    | {"<age>", "<it>", "<person>", "<small>"}
)
"""What such a title does not hold, since it is said in nearly every text."""
FEWEST = 3
"""Words of such a title."""
AFTER_ONE = frozenset({"<topic>", "<quality>", "<thing>", "<ordinal>", "<n>", "<part>", "<age>"})
"""What follows a title of one everyday word that begins a sentence."""
LONGEST_FIRST = 5
"""Tokens of a title that begins a sentence."""
BEHIND = frozenset({"by", "with", "w", "from", "<movie>", "<year>", "<code>", "<age>", "<ok>"})
"""What stands behind such a title."""
NEVER_FIRST = frozenset({"<hello>", "<my>", "<i>", "<and>", "<person>"})
"""What no such title begins with."""
LONGEST_STRANGE = 3
"""Strange words in a row that are looked up once more, where a film is surely asked about."""
LIKE = 85.0
"""Likeness of a title from which it is asked about."""
NEAR = 3
"""Tokens beside a phrase in which another strange word shows that the title is longer."""
LONG_WORD = 8
"""Letters of a word that may be a title though more follows."""
SHORTEST = 5
"""Letters of such a phrase."""
PARTS = frozenset(
    {BOUND, "<age>", "<kid>", "<ok>", "<quality>", "<topic>", "<movie>", "<ask>", "<be>", "<do>"}
) | frozenset({"<see>", "<can>", "<my>", "<code>", "<thing>", "<then>", "<stop>", "<seeks>"})
"""What no such phrase goes over, unless it is strange as well."""


def unpointed(scene: Scene, titles: LookUps) -> Named | None:
    """The film whose title stands free in the text, or the films that are very like a misspelt one."""
    for span in _long_spans(scene):
        films = titles.exact(scene.spelled(span))
        long = span[1] - span[0] >= FEWEST
        if films and (_well_known(films[0]) or (long and films[0].votes >= KNOWN)):
            text = quote(scene.text, scene.tokens, *span)
            return Named("accept", films[0], films[1:5], text, (span,))
    return misspelt(scene, titles)


def _well_known(film: Film) -> bool:
    return film.guide or film.votes >= FAMOUS


def _long_spans(scene: Scene) -> Iterator[Span]:
    """Runs of at least three words of one sentence, the longest first; at its start shorter ones as well."""
    for length in range(LONGEST, 0, -1) if len(scene.tokens) <= SHORT_TEXT else ():
        for start in range(1, len(scene.tokens) - length):
            inside = scene.tokens[start : start + length]
            told = all(token.word[:1].isalnum() and not token.has("<age>") for token in inside)
            edged = inside[0].symbols & NO_START or (1 < length <= SHORT and inside[-1].symbols & NO_END)
            told = told and not edged
            pair = length == PAIR and not any(token.symbols & NO_PAIR for token in inside)
            if told and (length >= FEWEST or pair or _begins(scene, start, length)):
                yield start, start + length


def _begins(scene: Scene, start: int, length: int) -> bool:
    """Whether a short title begins the sentence: `inside out w 4yr old`, `her nudity?`."""
    token, after = scene.tokens[start], scene.tokens[start + length]
    opens = bool(token.symbols & OPENS) and not token.has("<object>")
    if not scene.tokens[start - 1].has(STOP) or opens:
        return False
    said = token.has("<pronoun>") and not token.has("<object>")
    return length > 1 or (not said and bool(after.symbols & AFTER_ONE))


def at_last(scene: Scene, titles: LookUps) -> Named | None:
    """Films to ask with, where one is surely named: the title is a strange word, or begins a sentence."""
    for span in _strange_spans(scene):
        films = titles.exact(scene.spelled(span))
        if films:
            return Named("confirm", None, films[:MOST], quote(scene.text, scene.tokens, *span), (span,))
    for length in range(LONGEST_FIRST, 0, -1):
        for start in range(1, len(scene.tokens) - length):
            if _may_begin(scene, start, length):
                films = titles.exact(scene.spelled((start, start + length)))
                strange = any(map(scene.strange, scene.words((start, start + length))))
                if films and (strange or films[0].guide or films[0].votes >= KNOWN):
                    text = quote(scene.text, scene.tokens, start, start + length)
                    return Named("confirm", None, films[:MOST], text, ((start, start + length),))
    return None


def _strange_spans(scene: Scene) -> Iterator[Span]:
    """Runs of strange words, the longest first; none is an everyday word with a slip: `okja` has no votes."""
    told = [scene.strange(token) and not token.symbols & {"<slip>", "<n>"} for token in scene.tokens]
    for length in range(LONGEST_STRANGE, 0, -1):
        yield from ((at, at + length) for at in range(len(told) - length + 1) if all(told[at : at + length]))


def _may_begin(scene: Scene, start: int, length: int) -> bool:
    """Whether a title of so many words may stand here: at the start of a sentence, or at its end."""
    words, after = scene.tokens[start : start + length], scene.tokens[start + length]
    told = length > 1 or after.has(BOUND) or after.has("<a>") or bool(after.symbols & BEHIND)
    plain = all(token.word[:1].isalnum() and not token.has("<age>") for token in words)
    asks = words[0].symbols & NEVER_FIRST or (length < SHORT and words[0].has("<ask>"))
    before = scene.tokens[start - 1]
    ends = after.has(BOUND) and (length > 1 or before.has("<movie>"))
    return ((before.has(BOUND) and told) or ends) and plain and not asks


def nearly_named(scene: Scene, seen: Iterable[Sighting]) -> Named | None:
    """A well known title for which little but its name speaks, asked about where it may go on."""
    for each in seen:
        fame = 0 if not each.films else FAMOUS if each.films[0].guide else each.films[0].votes
        known = fame >= FAMOUS or (each.pointed in ("likely", "certain") and fame >= KNOWN_THERE)
        if known and each.score >= LITTLE:
            more = each.films[1:5]
            if each.strange and not left_over(scene, each.span):
                return Named("accept", each.films[0], more, each.text, (each.span,))
            return Named("confirm", None, each.films[:5], each.text, (each.span,))
    return None


def either(nearly: Named | None, forgiving: Named) -> Named:
    """The films of both to ask with, those of the very name first."""
    if nearly is None or any(
        start < nearly.spans[0][1] and nearly.spans[0][0] < end for start, end in forgiving.spans
    ):
        return forgiving
    known = [film for film in (nearly.movie, *nearly.candidates) if film is not None]
    asked = tuple(dict.fromkeys((*known[:FIRST], *forgiving.candidates)))[:MOST]
    return replace(nearly, match="confirm", movie=None, candidates=asked)


def misspelt(scene: Scene, titles: LookUps) -> Named | None:
    """The film whose title is misspelt in a run of strange words, or films that are very like it."""
    left = most_finds(scene) + 1 - len(titles.decided)
    for span, _ in zip(_phrases(scene), range(left), strict=False):
        text = quote(scene.text, scene.tokens, *span)
        found = titles.find(scene.spelled(span))
        films = tuple(match.film for match in found.matches)
        if found.decided is Decided.ACCEPT and (len(scene.words(span)) > 1 or _well_known(films[0])):
            return Named("accept", films[0], films[1:], text, (span,), exact=False)
        if found.decided is Decided.CONFIRM and found.matches[0].score >= LIKE:
            return Named("confirm", None, films, text, (span,))
    return None


def _phrases(scene: Scene) -> Iterator[Span]:
    """Each run of strange words, then with the everyday word after or before it: `hungar games`."""
    for start, end in _runs(scene):
        for span in ((start, end), (start, end + 1), (start - 1, end)):
            inside = scene.tokens[slice(*span)]
            long = SHORTEST <= inside[-1].end - inside[0].start <= LONGEST_LOOKUP
            whole = not any(_parts(scene, token) for token in inside) and not _goes_on(scene, span)
            if long and len(inside) <= LONGEST and whole:
                yield span
        if scene.tokens[start - 1].has(STOP) and end - start > 1 and _is_long(scene.tokens[start]):
            yield start, start + 1


def _is_long(token: Token) -> bool:
    """Whether a word at the start of a text is long enough to be a title by itself."""
    return token.end - token.start >= LONG_WORD


def _runs(scene: Scene) -> Iterator[Span]:
    """From the first strange word between two words that no title holds up to the last."""
    last = 0
    for place, token in enumerate(scene.tokens):
        if _parts(scene, token):
            strange = [each for each in range(last, place) if scene.strange(scene.tokens[each])]
            if strange:
                yield strange[0], strange[-1] + 1
            last = place + 1


def _goes_on(scene: Scene, span: Span) -> bool:
    """Whether a strange word stands near before it or after it, in the same sentence."""
    return any(map(scene.strange, scene.tokens[max(span[0] - NEAR, 0) : span[0]])) or any(
        map(scene.strange, scene.tokens[span[1] : span[1] + NEAR])
    )


def _parts(scene: Scene, token: Token) -> bool:
    return bool(token.symbols & PARTS) and not (scene.strange(token) and not token.has("<slip>"))
