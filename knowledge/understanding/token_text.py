"""A text as the reader sees it: tokens, the names among them, and whether a film was spoken of before."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from knowledge.titles.spans import Sight, SpanIndex
from knowledge.tokens import Token, tokenise
from knowledge.understanding.word_kinds import WordKinds

ENDS = frozenset(".?!;\n")


@dataclass(frozen=True, slots=True)
class TokenText:
    """A text, its tokens, the spans of them that are names of films, and how common each word is."""

    text: str
    tokens: Sequence[Token]
    sights: Sequence[Sight]
    common: Sequence[int]
    """For each token: 0 for a strange word, up to 5 for one of the commonest."""
    kinds: Sequence[str]
    """For each token what it is for."""
    spoken_of: bool
    reach: int
    """How much it tells that a title is unknown: 0 for nothing, up to 2."""

    @classmethod
    def of(cls, text: str, spans: SpanIndex, word_kinds: WordKinds, *, spoken_of: bool) -> "TokenText":
        """A text against the films that can be named and the words that people use."""
        tokens = tokenise(text)
        seen = spans.sights(text, [(token.start, token.end) for token in tokens])
        common = [word_kinds.common(token.word) for token in tokens]
        kinds = [word_kinds.kind(token.word) for token in tokens]
        return cls(text, tokens, seen, common, kinds, spoken_of, spans.reach)

    def said(self, start: int, end: int) -> str:
        """What was typed from one token up to another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def is_name(self, start: int, end: int) -> bool:
        """Whether the tokens from one up to another are a name of a film."""
        return any((sight.start, sight.end) == (start, end) for sight in self.sights)

    def free(self, taken: Collection[int]) -> list[str]:
        """The tokens as typed; empty those that are taken."""
        return [token.text if at not in taken else "" for at, token in enumerate(self.tokens)]

    def rarest(self, start: int, end: int, but: str = "") -> int:
        """How common the strangest word from one token up to another is; numbers and signs are no words.

        Words of one kind may be left out, as those that tell versions: `remake`, `cartoon`.
        """
        words = zip(self.tokens[start:end], self.common[start:end], self.kinds[start:end], strict=True)
        alone = (common for token, common, kind in words if token.word[:1].isalpha() and kind != but)
        return min(alone, default=4)

    def capital(self, start: int, end: int) -> bool:
        """Whether the words have capitals, short ones aside."""
        words = [token.text for token in self.tokens[start:end] if token.text.isalpha()]
        long = [word for word in words if len(word) > 3] or words
        return bool(long) and all(word[:1].isupper() for word in long)

    def sentences(self) -> Iterator[int]:
        """For each token the number of its sentence."""
        number = 0
        for token in self.tokens:
            yield number
            number += token.word in ENDS
