"""What the tagger sees of each token: words, shapes, neighbours, and the names of films around it."""

import math
from collections.abc import Iterator, Sequence

from knowledge.titles.spans import Sight
from knowledge.understanding.token_text import ENDS, TokenText
from knowledge.understanding.tokens import Token, shape

QUOTES = frozenset('"“”‘’*_«»„`')
BEFORE, AFTER = "<s>", "</s>"
AROUND = (-3, -2, -1, 1, 2, 3)
SEEN_OFTEN = 1
"""How common a word must be to be seen as itself."""


def token_features(message: TokenText) -> list[list[str]]:
    """For each token what is seen of it."""
    words = _Words(message)
    over = _over(message)
    return [
        [*words.of(at), *(_of_names(message, words, over[at], at) if over[at] else words.unknown(at))]
        for at in range(len(message.tokens))
    ]


class _Words:
    """The words of a message under the names that features have for them."""

    def __init__(self, message: TokenText) -> None:
        self.message = message
        self.names = [
            _name(token, common) for token, common in zip(message.tokens, message.common, strict=True)
        ]
        self.mode = _mode(message.tokens)
        self._quoted = list(_quoted(message.tokens))

    def at(self, place: int) -> str:
        """The word at a place, which may lie outside."""
        if place < 0:
            return BEFORE
        return self.names[place] if place < len(self.names) else AFTER

    def unknown(self, at: int) -> tuple[str, ...]:
        """What it tells that a token is in no name that is known."""
        reach = self.message.reach
        return f"nog{reach}", f"nog{reach}|{self.message.common[at]}|{self.message.spoken_of}"

    def of(self, at: int) -> Iterator[str]:
        """What is seen of a token, whatever names are there."""
        token, name = self.message.tokens[at], self.names[at]
        first = at == 0 or self.message.tokens[at - 1].word in ENDS or self.message.tokens[at - 1].word == ":"
        yield from ("b", f"w={name}", f"z={self.message.common[at]}", f"q={self._quoted[at]}")
        yield from (f"sh={shape(token.text)}|{self.mode}|{first}", f"ws={name}|{shape(token.text)}")
        if self.message.spoken_of:
            yield "ctx"
        if first:
            yield "first"
        word = token.word
        if word.isalpha() and self.message.common[at] < 4:
            yield f"p3={word[:3]}"
            yield f"s3={word[-3:]}"
        for step in AROUND:
            yield f"w{step}={self.at(at + step)}"
        p2, p1, n1, n2 = (self.at(at + step) for step in (-2, -1, 1, 2))
        kind = self.message.kinds[at]
        yield from (f"k={kind}", f"pk={p1}|{kind}", f"kn={kind}|{n1}", f"pkn={p1}|{kind}|{n1}")
        yield f"k{kind}{self.message.common[at]}{self.message.spoken_of}"
        yield from (f"pp={p2}|{p1}", f"nn={n1}|{n2}", f"pw={p1}|{name}", f"wn={name}|{n1}", f"pn={p1}|{n1}")
        yield from (f"pwn={p1}|{name}|{n1}", f"pzn={p1}|{self.message.common[at]}|{n1}")
        if len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal():
            yield "year"


def _name(token: Token, common: int) -> str:
    if token.word.isdecimal():
        return token.word if len(token.word) < 3 and common > 2 else f"<n{min(len(token.word), 5)}>"
    return token.word if common >= SEEN_OFTEN or not token.word[:1].isalnum() else "<rare>"


def _mode(tokens: Sequence[Token]) -> str:
    """Whether capitals tell anything in this text."""
    letters = [token.text for token in tokens if token.text.isalpha()]
    upper = sum(word[:1].isupper() for word in letters)
    if upper == 0:
        return "lower"
    if all(word.isupper() for word in letters):
        return "upper"
    return "title" if len(letters) > 3 and upper > 0.7 * len(letters) else "mixed"


def _quoted(tokens: Sequence[Token]) -> Iterator[int]:
    inside = False
    for token in tokens:
        if token.word in QUOTES:
            inside = not inside
            yield 2
        else:
            yield int(inside)


def _over(message: TokenText) -> list[list[Sight]]:
    """For each token the names that it is part of."""
    over: list[list[Sight]] = [[] for _ in message.tokens]
    for sight in message.sights:
        for at in range(sight.start, sight.end):
            over[at].append(sight)
    return over


def fame(votes: int) -> int:
    """How well known a film is, from 0 for nobody's to 6."""
    return 0 if votes < 1 else min(6, int(math.log10(votes) + 0.5))


def _of_names(message: TokenText, words: _Words, over: Sequence[Sight], at: int) -> Iterator[str]:
    longest = max(over, key=lambda sight: (sight.end - sight.start, sight.best.votes))
    likely = max(over, key=lambda sight: sight.best.votes * 3.0 ** (sight.end - sight.start))
    for sign, sight in (("gl", longest), ("gb", likely)):
        place = _place(sight, at)
        size, votes = min(sight.end - sight.start, 4), fame(sight.best.votes)
        kind, rare = min(sight.best.kind, 5), message.rarest(sight.start, sight.end)
        yield from (f"{sign}={place}{size}", f"{sign}v={place}{size}{votes}")
        yield from (f"{sign}k={place}{size}{kind}{votes}", f"{sign}r={place}{size}{votes}{rare}")
    place = _place(likely, at)
    before, after = words.at(likely.start - 1), words.at(likely.end)
    yield from (f"ga={place}{before}", f"gz={place}{after}", f"gaz={place}{before}|{after}")
    yield f"ga2={place}{words.at(likely.start - 2)}|{before}"
    yield f"gz2={place}{after}|{words.at(likely.end + 1)}"
    yield f"gc={place}{message.capital(likely.start, likely.end)}{words.mode}"


def _place(sight: Sight, at: int) -> str:
    if sight.end - sight.start == 1:
        return "S"
    return "B" if at == sight.start else "E" if at == sight.end - 1 else "I"
