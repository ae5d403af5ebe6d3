"""What speaks for an exact title in a text, apart from where it stands: points, for and against."""

import math

from knowledge.titles.films import Film
from knowledge.understanding.belonging import OPENS, left_over
from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.tokens import BOUND, STOP, Token

GUIDED = 10.0
CAPITALS = 12.0
STRANGE_WORD = 5.0
LONGER = 4.0
EVERYDAY = 14.0
"""Points lost by a title of everyday words only, which may just be what was said."""
NOTHING = 40.0
"""Points lost by words that stand for something else in nearly every text."""
SAYS_NOTHING = frozenset(
    f"<{name}>"
    for name in (
        "pronoun",
        "my",
        "this",
        "kid",
        "small",
        "movie",
        "code",
        "topic",
        "hello",
        "ordinal",
        "part",
        "ask",
        "version",
        "proper",
        "craft",
        "much",
        "looks",
    )
) | {"<ok>", "<quality>", "<end>", "<be>", "<do>", "<can>", "<i>"}
CAPITALS_SAY_NOTHING = frozenset({"<code>", "<ok>", "<hello>", "<small>"})
"""Words that people write in capitals for their own sake: `OK`, `PG`, `HELP`."""
AFTER_A_FILM = frozenset(
    {"<ok>", "<too>", "<quality>", "<movie>", "<topic>", "<year>", "<fact>", "<code>", "vs", "versus"}
)
"""What is said of a film and not of a person, right after it."""
AFTER_IT = frozenset({"<movie>", "<year>", "vs", "versus"})
"""The same, where even `it` is no pronoun."""
ARTICLES = frozenset({"the", "a", "an"})
ONE_OF_MANY = ARTICLES - {"the"}
"""What makes a number after it a child or a certificate: `a 12`."""
COUNTS = frozenset(
    {"<n>", "<much>", "<my>", "both", "all", "most", "each", "none", "two", "three", "four", "five", "six"}
)
"""What is said before `of us`, which is then no title."""
SPEAKERS = frozenset({"i", "we", "you"})
BEFORE_A_NUMBER = frozenset(
    {BOUND, "<be>", "<do>", "<can>", "<movie>", "<see>", "<joins>", "<small>", "<versus>"}
)
"""What may stand before a title that is a number."""
MORE_THAN = frozenset({"than", "over", "under"})
"""What stands before a length of time and no title: `more than 90 minutes`."""
SEVERAL = frozenset({"films", "movies", "filme", "peliculas"})
"""What follows a kind of films, and no title of everyday words."""
TIMES = frozenset({"at", "by", "until", "till", "til"})
"""What stands before a time of the day."""
LEADS_ON = frozenset({"<a>", "<this>", "<ask>", "something", "anything"})
"""What begins a phrase of such words that is more likely said than named."""
FAMOUS = 100_000
"""Votes from which `the` and the word of a topic may be a title: `the substance`."""
UNHEARD = 12.0
"""Points lost by one word in small letters that is the title of a film which hardly anybody knows."""
KNOWN = 500
"""Votes from which a film is heard of."""
LEFT_OVER = 10.0
"""Points lost for each strange word beside the title: perhaps it is part of a longer one."""


def worth(scene: Scene, span: Span, film: Film) -> float:
    """What speaks for an exact title, apart from its place."""
    words = scene.words(span)
    strange = sum(map(scene.strange, words))
    capital = _raised(scene, span, words)
    points = _known(film) + STRANGE_WORD * min(strange, 3) + CAPITALS * capital
    asks = words[0].has("<ask>")
    unheard = film.votes < KNOWN and not film.guide and not capital
    told = len(words) - (unheard and words[0].has("<a>"))
    points += LONGER * (told - 1) - UNHEARD * (told < 2 and unheard)
    dated = _is_dated(scene, span[1], film) or _is_numbered(words, film)
    points -= EVERYDAY * (1 + asks) * (strange == 0 and not capital and not dated)
    points -= _nothing(scene, span, words, film) * (
        not capital and not dated and not _stands_for_a_film(scene, span, words)
    )
    return points - LEFT_OVER * left_over(scene, span)


def _is_dated(scene: Scene, end: int, film: Film) -> bool:
    """Whether the year of the film follows, in brackets or not."""
    after = scene.tokens[min(end + scene.tokens[end].has("<open>"), len(scene.tokens) - 1)]
    return film.year is not None and after.word == str(film.year)


def _is_numbered(words: list[Token], film: Film) -> bool:
    """Whether it is a known part of a series: `home alone 2`."""
    return len(words) > 2 and words[-1].has("<n>") and (film.guide or film.votes >= FAMOUS)


def _known(film: Film) -> float:
    """Points for being known; a film with a guide counts for one with a hundred thousand votes at least."""
    return max(math.log10(1 + film.votes) * 2, GUIDED * film.guide) + film.guide


def _raised(scene: Scene, span: Span, words: list[Token]) -> bool:
    """Whether the words are written with capitals, and not because a sentence begins there."""
    capital = all(scene.capital(token) or token.has("<small>") or token.word == "s" for token in words)
    capital = capital and not all(token.symbols & CAPITALS_SAY_NOTHING for token in words)
    capital = capital and any(map(scene.capital, words))
    if not capital or not scene.tokens[span[0] - 1].has(STOP):
        return capital
    opens = bool(words[0].symbols & (OPENS - {"<ok>"}))
    return _letters(scene, words) or sum(map(scene.capital, words[1:])) > opens


def _letters(scene: Scene, words: list[Token]) -> bool:
    """Whether the first word is in capitals alone, as no word is that merely begins a sentence."""
    first = scene.text[words[0].start : words[0].end]
    return len(first) > 1 and first.isupper() and not words[0].symbols & OPENS


def _stands_for_a_film(scene: Scene, span: Span, words: list[Token]) -> bool:
    """Whether a pronoun is all that is said, or stands where a pronoun cannot: `is her ok`, `sex in her`."""
    first, before, after = words[0], scene.tokens[span[0] - 1], scene.tokens[span[1]]
    said = [token for token in scene.words((0, len(scene.tokens))) if not token.has("<age>")]
    pronoun, person = first.has("<pronoun>"), first.has("<object>")
    told = bool(after.symbols & AFTER_A_FILM)
    if len(words) == len(said):
        return pronoun or person
    if before.has("<movie>"):
        return (pronoun or person) and (told or after.has(STOP))
    if before.has(STOP):
        return told and (person or (first.word == "it" and bool(after.symbols & AFTER_IT)))
    counted = scene.tokens[max(span[0] - 2, 0)].symbols & COUNTS and before.word == "of"
    return person and not counted and any(before.has(it) for it in ("<be>", "in", "of", "<makes>"))


def _counted(scene: Scene, span: Span, words: list[Token]) -> bool:
    """Whether it is a number that counts something: `I was 7`, `part of a title 7`."""
    subject, before = scene.tokens[max(span[0] - 2, 0)], scene.tokens[span[0] - 1]
    if before.word in MORE_THAN and words[0].has("<n>") and words[-1].has("<measure>"):
        return True
    if not all(token.has("<n>") or token.word in ARTICLES for token in words):
        return False
    if scene.tokens[span[1]].has("<measure>") or ONE_OF_MANY & {words[0].word, before.word}:
        return True
    if (subject.word, before.word) == ("going", "on") or before.word in TIMES:
        return True
    person = subject.has("<i>") or subject.has("<person>") or subject.has("<kid>")
    return person or not before.symbols & BEFORE_A_NUMBER


def describes(scene: Scene, span: Span) -> bool:
    """Whether it says what films are like: `movies about friendship`, `black and white films`."""
    behind = scene.tokens[span[1] : span[1] + 2]
    words = scene.words(span)
    if any(token.word in SEVERAL for token in behind) and not any(
        scene.strange(word) and not word.has("<n>") for word in words
    ):
        return True
    before, about = scene.tokens[max(span[0] - 2, 0)], scene.tokens[span[0] - 1]
    return about.word == "about" and before.has("<movie>")


def _told_of_somebody(scene: Scene, span: Span, words: list[Token]) -> bool:
    """Whether a word says how or where somebody is: `who is up for it`, `she's home`."""
    subject, verb = scene.tokens[max(span[0] - 2, 0)], scene.tokens[span[0] - 1]
    somebody = subject.has("<person>") or subject.word in SPEAKERS
    asked = scene.tokens[span[1]].symbols & AFTER_A_FILM
    return len(words) == 1 and verb.has("<be>") and somebody and not asked


def _is_in_it(scene: Scene, span: Span) -> bool:
    """Whether it is in the film or made it: `is black widow in it`, `the dragon part`, `did x direct it`."""
    inside, film = scene.tokens[span[1]], scene.tokens[min(span[1] + 1, len(scene.tokens) - 1)]
    part = inside.has("<part>") and len(scene.words(span)) == 1
    does = part or (scene.tokens[span[0] - 1].has("<do>") and inside.has("<does>"))
    return does or (inside.word == "in" and film.has("<this>"))


def _nothing(scene: Scene, span: Span, words: list[Token], film: Film) -> float:
    """Points lost by words that name no film by themselves: `my son`, `it`, `the film`, `any violence`."""
    if _counted(scene, span, words):
        return NOTHING
    if _told_of_somebody(scene, span, words) or describes(scene, span) or _is_in_it(scene, span):
        return NOTHING
    alone = scene.tokens[span[0] - 1].has(STOP) and scene.tokens[span[1]].has(STOP)
    if (words[0].has("<part>") and words[-1].has("<n>")) or (alone and words[0].has("<calls>")):
        return NOTHING
    if len(words) > 1 and words[0].has("<see>") and words[-1].has("<it>"):
        return NOTHING
    named = all(token.has("<role>") or token.has("<small>") for token in words)
    if named and scene.tokens[span[1]].has("<topic>"):
        return NOTHING
    if not all(token.symbols & SAYS_NOTHING or token.word == "s" for token in words):
        return 0.0
    heavy = sum(not token.has("<small>") for token in words)
    topic = all(token.has("<topic>") for token in words)
    if words[0].word == "the" and words[-1].has("<topic>") and heavy == 1 and film.votes >= FAMOUS:
        return 0.0
    return NOTHING if heavy < 2 or topic or words[0].symbols & LEADS_ON else 0.0
