"""What the tagger sees of each token: words, shapes, neighbours, and the names of films around it."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from knowledge.titles.spans import Sight
from knowledge.tokens import Token, shape
from knowledge.understanding.token_text import ENDS, TokenText

QUOTES = frozenset('"“”‘’*_«»„`')
BEFORE, AFTER = "<s>", "</s>"
REACH = 3
"""Words on each side of a token that are seen."""
SEEN_OFTEN = 1
"""How common a word must be to be seen as itself."""


def token_features(message: TokenText) -> list[list[str]]:
    """For each token what is seen of it."""
    mode = _mode(message.tokens)
    names = map(_name, message.tokens, message.common)
    edged = [*[BEFORE] * REACH, *names, *[AFTER] * REACH]
    rows = list(_of_words(message, edged, mode))
    for sight, places in _chosen(message.sights, lambda each: (each.end - each.start, each.best.votes)):
        _add_name(rows, message, "gl", sight, places)
    for sight, places in _chosen(
        message.sights, lambda each: each.best.votes * 3.0 ** (each.end - each.start)
    ):
        _add_name(rows, message, "gb", sight, places)
        _add_around(rows, edged, f"{message.capital(sight.start, sight.end)}{mode}", sight, places)
    named = {at for sight in message.sights for at in range(sight.start, sight.end)}
    reach = message.reach
    for at, common in enumerate(message.common):
        if at not in named:
            rows[at] += (f"nog{reach}", f"nog{reach}|{common}|{message.spoken_of}")
    return rows


def _of_words(message: TokenText, edged: Sequence[str], mode: str) -> Iterator[list[str]]:
    """What is seen of each token, whatever names are there."""
    spoken_of, first = message.spoken_of, True
    facts = zip(message.tokens, message.common, message.kinds, _quoted(message.tokens), strict=True)
    for at, (token, common, kind, quoted) in enumerate(facts):
        p3, p2, p1, name, n1, n2, n3 = edged[at : at + 2 * REACH + 1]
        word, looks = token.word, shape(token.text)
        row = [
            "b", f"w={name}", f"z={common}", f"q={quoted}", f"sh={looks}|{mode}|{first}",
            f"ws={name}|{looks}", f"w-3={p3}", f"w-2={p2}", f"w-1={p1}", f"w1={n1}", f"w2={n2}", f"w3={n3}",
            f"k={kind}", f"pk={p1}|{kind}", f"kn={kind}|{n1}", f"pkn={p1}|{kind}|{n1}",
            f"k{kind}{common}{spoken_of}", f"pp={p2}|{p1}", f"nn={n1}|{n2}", f"pw={p1}|{name}",
            f"wn={name}|{n1}", f"pn={p1}|{n1}", f"pwn={p1}|{name}|{n1}", f"pzn={p1}|{common}|{n1}",
        ]  # fmt: skip
        if spoken_of:
            row.append("ctx")
        if first:
            row.append("first")
        if common < 4 and word.isalpha():
            row += (f"p3={word[:3]}", f"s3={word[-3:]}")
        if len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal():
            row.append("year")
        first = word in ENDS or word == ":"
        yield row


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


def _chosen(sights: Sequence[Sight], worth: Callable[[Sight], Any]) -> Iterator[tuple[Sight, list[int]]]:
    """The names that are worth most of those that a token is part of, each with the tokens where it is."""
    best: dict[int, Sight] = {}
    for sight in sorted(sights, key=worth, reverse=True):
        for at in range(sight.start, sight.end):
            best.setdefault(at, sight)
    for sight in sights:
        if places := [at for at in range(sight.start, sight.end) if best[at] is sight]:
            yield sight, places


def fame(votes: int) -> int:
    """How well known a film is, from 0 for nobody's to 6."""
    return 0 if votes < 1 else min(6, int(math.log10(votes) + 0.5))


def _add_name(
    rows: list[list[str]], message: TokenText, sign: str, sight: Sight, places: Iterable[int]
) -> None:
    """Adds what is seen of a name to the rows of tokens that are part of it."""
    size, votes = min(sight.end - sight.start, 4), fame(sight.best.votes)
    kind, rare = min(sight.best.kind, 5), message.rarest(sight.start, sight.end)
    for at in places:
        named = f"{_place(sight, at)}{size}"
        rows[at] += (
            f"{sign}={named}", f"{sign}v={named}{votes}", f"{sign}k={named}{kind}{votes}",
            f"{sign}r={named}{votes}{rare}",
        )  # fmt: skip


def _add_around(
    rows: list[list[str]], edged: Sequence[str], looks: str, sight: Sight, places: Iterable[int]
) -> None:
    """The same of the words around it."""
    before2, before = edged[sight.start + REACH - 2 : sight.start + REACH]
    after, after2 = edged[sight.end + REACH : sight.end + REACH + 2]
    for at in places:
        place = _place(sight, at)
        rows[at] += (
            f"ga={place}{before}", f"gz={place}{after}", f"gaz={place}{before}|{after}",
            f"ga2={place}{before2}|{before}", f"gz2={place}{after}|{after2}", f"gc={place}{looks}",
        )  # fmt: skip


def _place(sight: Sight, at: int) -> str:
    if sight.end - sight.start == 1:
        return "S"
    return "B" if at == sight.start else "E" if at == sight.end - 1 else "I"
