"""Words between quotation marks or Discord's marks for bold and italic."""

from collections.abc import Iterator

from knowledge.understanding.patterns import LONGEST_FILM, Span
from knowledge.understanding.tokens import Tokens

_CLOSING = {'"': "\"'”", "“": '”"', "‘": "’'", "'": "'’\"", "«": "»", "„": "“”", "*": "*", "_": "_", "`": "`"}


def quoted_spans(text: str, tokens: Tokens) -> Iterator[Span]:
    """The token spans between a mark and the next one that closes it."""
    for start in range(1, len(tokens) - 1):
        closing = _CLOSING.get(text[tokens[start].start : tokens[start].start + 1])
        if closing:
            yield from _closed(text, tokens, start, closing)


def _closed(text: str, tokens: Tokens, start: int, closing: str) -> Iterator[Span]:
    for end in range(start + 2, min(start + LONGEST_FILM + 2, len(tokens) - 1)):
        if text[tokens[end].start] in closing:
            yield start + 1, end
            return
