"""A text as it is searched for titles: its tokens, its language, and what its capitals say."""

from dataclasses import dataclass

from knowledge.understanding.patterns import Span
from knowledge.understanding.phrases import Tongue
from knowledge.understanding.tokens import Token, Tokens, quote

TELLING = 2
"""Strange words in small letters from which a text is surely no heading."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text as it is searched for titles."""

    text: str
    tokens: Tokens
    tongue: Tongue
    capitals: bool
    """Whether a capital letter says something: not in a text that is all capitals."""

    def words(self, span: Span) -> list[Token]:
        """The tokens of a span that are words or numbers."""
        return [token for token in self.tokens[span[0] : span[1]] if token.word[:1].isalnum()]

    def spelled(self, span: Span) -> str:
        """A span as typed, but where it holds shorthand: then its words with that written out."""
        told, words = self.tongue.shorthand, self.words(span)
        if len(words) < 2 or not any(token.word in told for token in words):
            return quote(self.text, self.tokens, *span)
        return " ".join(told.get(token.word, token.word) for token in words)

    def capital(self, token: Token) -> bool:
        """Whether it is written with a capital that it would not have in a sentence."""
        if not self.capitals or token.word == "i" or token.has("<proper>"):
            return False
        return self.text[token.start : token.start + 1].isupper()

    def strange(self, token: Token) -> bool:
        """Whether it is no everyday word."""
        return token.word[:1].isalnum() and not token.has("<everyday>") and not token.has("<age>")


def scene_of(text: str, tokens: Tokens, tongue: Tongue) -> Scene:
    """The text as a scene; in a text with most everyday words in capitals, capitals say nothing."""
    plain = [token for token in tokens if token.has("<everyday>") and token.word[:1].isalpha()]
    plain = [token for token in plain if token.word not in ("i", "im", "id", "ive", "ill")]
    raised = sum(text[token.start].isupper() for token in plain[1:])
    lower = sum(text[token.start].islower() for token in plain)
    strange = sum(text[token.start].islower() for token in tokens if token.has("<strange>"))
    return Scene(text, tokens, tongue, tongue.capitals and (raised <= lower or strange >= TELLING))
