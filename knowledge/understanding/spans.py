"""Several tokens made one: an age, a film. Offsets into the text stay."""

from collections.abc import Collection, Iterable, Mapping

from knowledge.understanding.patterns import Span
from knowledge.understanding.tokens import Token, Tokens

MARKS = "\"'“”‘’«»„*_`()"
COMMAS = frozenset(",.!?")
AGE = frozenset({"<age>", "<kid>", "<everyday>"})
CODE = frozenset({"<code>", "<everyday>"})
TOLD = frozenset({"<everyday>"})
FILM = frozenset({"<film>", "<it>"})


def collapsed(tokens: Tokens, spans: Iterable[Span], symbols: frozenset[str]) -> list[Token]:
    """The tokens with each span as one token of these symbols; spans that meet an earlier one are left."""
    ends = _apart(spans)
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        end = ends.get(place, place + 1)
        found.append(tokens[place] if place not in ends else _one(tokens, place, end, symbols))
        place = end
    return found


def _apart(spans: Iterable[Span]) -> Mapping[int, int]:
    ends: dict[int, int] = {}
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            ends[start] = last = end
    return ends


def _one(tokens: Tokens, start: int, end: int, symbols: frozenset[str]) -> Token:
    word = tokens[start].word if symbols is FILM else "0"
    return Token(tokens[start].start, tokens[end - 1].end, word, symbols)


def sentences(tokens: Tokens, stop: str) -> list[list[Token]]:
    """The tokens of each sentence, each with the sign that ended the one before it and its own."""
    found: list[list[Token]] = [[tokens[0]]]
    for token in tokens[1:]:
        found[-1].append(token)
        if token.has(stop):
            found.append([token])
    return [sentence for sentence in found if len(sentence) > 2 or len(tokens) <= 2]


def with_quotes(text: str, tokens: Tokens, span: Span) -> Span:
    """The span with the quotation marks around it."""
    start, end = span
    end += tokens[end].word in COMMAS and end + 1 < len(tokens) and _mark(text, tokens[end + 1])
    return (start - 1, end + 1) if _mark(text, tokens[start - 1]) and _mark(text, tokens[end]) else span


def _mark(text: str, token: Token) -> bool:
    return token.end > token.start and text[token.start] in MARKS


def within(span: Span, others: Collection[Span]) -> bool:
    """Whether it lies inside one of the others."""
    return any(start <= span[0] and span[1] <= end for start, end in others)
