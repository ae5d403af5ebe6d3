"""What a text is beside a question about a film: small talk, spam, danger, a show instead of a film."""

from knowledge.understanding.patterns import Hit, find_all
from knowledge.understanding.phrases import Tongue
from knowledge.understanding.spans import TOLD, collapsed
from knowledge.understanding.tokens import Token, Tokens

NOT_A_FILM = "not_a_film"
IN_GENERAL = "rating_in_general"
GRAVEST = (
    "danger",
    "instruction",
    "abuse",
    "piracy",
    "spam",
    NOT_A_FILM,
    IN_GENERAL,
    "help",
    "thanks",
    "small_talk",
)
"""Where a text is several things, the first of these counts."""
POLITE = frozenset({"thanks", "small_talk", "help"})
"""Not said beside a question."""
ABOUT_A_TITLE = frozenset({NOT_A_FILM, IN_GENERAL})
"""Wrong where a film is certain, even if nothing is asked about it."""
NEVER_NAMED = frozenset({"<age>", "<ok>", "<stop>"})
"""What no title holds."""
BEHIND = 2
"""Tokens behind a title that may say that a film is from the book."""
SOURCES = frozenset({"based", "from"})
"""Words before a book or game that a film was made from."""
ALWAYS_SAID = frozenset({"danger"})
"""Said beside the answer as well."""


def read_aside(tokens: Tokens, tongue: Tongue, only: frozenset[str] | None = None) -> Hit | None:
    """The gravest aside of a text, or None; of these kinds only, if any are given."""
    hits = [
        hit
        for hit in find_all(tongue.asides, tokens)
        if (only is None or hit.label in only) and _may_be_named(tokens, hit)
    ]
    return min(hits, key=lambda hit: (GRAVEST.index(hit.label), hit.start), default=None)


def _may_be_named(tokens: Tokens, hit: Hit) -> bool:
    """Whether what stands for a title is one: no age and no verdict is inside, and it is no film's source."""
    if hit.film is None:
        return hit.label != NOT_A_FILM or not tokens[min(hit.end, len(tokens) - 1)].has("<movie>")
    if tokens[hit.film[1] - 1].has("<a>"):
        return False
    inside = tokens[slice(*hit.film)]
    if all(token.has("<ask>") or not token.word[:1].isalnum() for token in inside):
        return False
    if any(token.has("<film>") for token in inside) and not all(_is_named(token) for token in inside):
        return False
    told = tokens[max(hit.start - 1, 0) : hit.film[1] + BEHIND]
    return not any(token.symbols & NEVER_NAMED for token in tokens[slice(*hit.film)]) and not any(
        token.word in SOURCES for token in told
    )


def _is_named(token: Token) -> bool:
    """Whether it is a title or an article before it."""
    return token.has("<film>") or token.has("<a>")


def asks_why(tokens: Tokens, tongue: Tongue) -> bool:
    """Whether the reasons of the last answer are asked for, and nothing else is said."""
    said = [place for place, token in enumerate(tokens) if token.word[:1].isalnum()]
    return any(hit.start <= said[0] and said[-1] < hit.end for hit in find_all(tongue.whys, tokens))


def without_grave(tokens: Tokens, aside: Hit | None) -> Tokens:
    """The tokens without the words of danger, which ask nothing about a film."""
    if aside is None or aside.label not in ALWAYS_SAID:
        return tokens
    return collapsed(tokens, [(aside.start, aside.end)], TOLD)
