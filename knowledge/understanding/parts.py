"""What was found in one text, as a value, and which aside counts beside it."""

from dataclasses import dataclass

from knowledge.understanding.ages import Ages
from knowledge.understanding.asides import (
    ABOUT_A_TITLE,
    ALWAYS_SAID,
    IN_GENERAL,
    NOT_A_FILM,
    POLITE,
    read_aside,
)
from knowledge.understanding.intents import Asked
from knowledge.understanding.learned import Chances
from knowledge.understanding.named import Named
from knowledge.understanding.patterns import Hit
from knowledge.understanding.phrases import Tongue
from knowledge.understanding.tokens import STOP, Tokens


@dataclass(frozen=True, slots=True)
class Parts:
    """What the parts of understanding found in one text."""

    text: str
    tongue: Tongue
    ages: Ages
    named: Named
    asked: Asked
    tokens: Tokens
    untold: Tokens
    """The same before a film was made one token."""
    aside: Hit | None
    comparable: bool
    """Whether there are two films, or two versions of one, to compare."""
    chances: Chances


def aside_of(parts: Parts) -> str | None:
    """The aside that counts: beside a question about a film only the gravest."""
    if parts.aside is None:
        return None
    kind = parts.aside.label
    match = parts.named.match
    if kind == NOT_A_FILM and match == "accept" and not _touches_a_film(parts.tokens, parts.aside):
        return None
    if kind == NOT_A_FILM and match == "context" and not _names_one(parts):
        return None
    if (
        kind in POLITE
        and match != "confirm"
        and (parts.asked.intents or (parts.ages.years and match == "accept"))
    ):
        return None
    asked = bool(parts.asked.intents)
    certain = (match == "accept" and (asked or kind in ABOUT_A_TITLE)) or (match != "none" and asked)
    if kind in ALWAYS_SAID or not certain:
        return kind
    movie = any(token.has("<movie>") for token in parts.tokens)
    if kind == NOT_A_FILM:
        return None if movie else kind
    return kind if kind == IN_GENERAL and match in ("context", "confirm") else None


def _names_one(parts: Parts) -> bool:
    """Whether it names what is no film, and does not merely speak of the book: `I read the book`."""
    aside = parts.aside
    named = tokens_of(parts)[slice(*aside.film)] if aside and aside.film else ()
    return aside is not None and (aside.film is None or any(token.has("<strange>") for token in named))


def _touches_a_film(tokens: Tokens, aside: Hit) -> bool:
    """Whether it speaks of the title, and not of a book or show elsewhere in the text."""
    beside = [*tokens[aside.start : aside.end]]
    for edge, place in ((aside.start, aside.start - 1), (aside.end - 1, aside.end)):
        if not tokens[edge].has(STOP) and 0 <= place < len(tokens):
            beside.append(tokens[place])
    return any(token.has("<film>") for token in beside)


def tokens_of(parts: Parts) -> Tokens:
    """The tokens in which the aside was found."""
    return parts.tokens if read_aside(parts.tokens, parts.tongue) else parts.untold
