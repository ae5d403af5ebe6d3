"""What is meant where no phrase says it: a bare title, a bare age, a thing that is no topic."""

from knowledge.questions import Intent
from knowledge.understanding.films import Named
from knowledge.understanding.tokens import Tokens

SHORT = 3
"""Everyday words that a bare title may have beside it."""
Meant = tuple[tuple[Intent, ...], str]


def meant(
    intents: tuple[Intent, ...], named: Named, tokens: Tokens, text: str, aside: str | None, aged: bool
) -> Meant:
    """The intents that were said, or the one that is meant, with the words to look for in the film."""
    if intents:
        return intents, ""
    if aside is not None and named.match in ("none", "context"):
        return (Intent.UNKNOWN,), ""
    if aged or bare(named, tokens):
        unknown = named.match == "none" and not aged
        return ((Intent.UNKNOWN if unknown else Intent.SUITABILITY),), ""
    words = (
        _strange(tokens, text) if named.match in ("accept", "confirm", "context") and _asks(tokens) else ""
    )
    return ((Intent.CONTENT_TOPIC,), words) if words else ((Intent.UNKNOWN,), "")


def bare(named: Named, tokens: Tokens) -> bool:
    """Whether the text is hardly more than a title."""
    if not named.spans or named.match == "context":
        return False
    beside = [
        token
        for token in tokens
        if token.word[:1].isalnum() and not token.has("<film>") and not token.has("<hello>")
    ]
    return len(beside) <= SHORT and all(
        token.has("<everyday>") and not token.has("<ask>") for token in beside
    )


def _asks(tokens: Tokens) -> bool:
    words = [token for token in tokens if token.word]
    return bool(words) and (words[-1].word == "?" or words[0].has("<ask>"))


def _strange(tokens: Tokens, text: str) -> str:
    """The words of a text that are neither everyday words nor a title, as typed."""
    telling = [
        token
        for token in tokens
        if token.word[:1].isalpha() and not token.symbols & {"<everyday>", "<film>", "<age>"}
    ]
    return " ".join(text[token.start : token.end] for token in telling)
