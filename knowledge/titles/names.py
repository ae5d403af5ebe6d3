"""Every name that a film answers to: its title, its other names, and what people cut out of them by rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.numerals import number
from knowledge.titles.words import ARTICLES, heavy, plain_letters, turned, words

SPLIT = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s+or:?\s+(?=[A-Z])")
_DOTTED = re.compile(r"^((?:[^\W\d_]\.){2,})\s+\S")
SHORTEST_INITIALS = 3
RATED = 1000
"""Votes from which on a name is also kept as it looks with all its words run together."""
SEQUELS = {2, 3}
"""The number of a part at the end of a name's head. A higher one may be the series' own: *Fantastic 4*."""
KNOWN = 10_000
"""Votes from which on people call a film by its first letters."""


class NameKind(IntEnum):
    """What sort of name it is, the most certain first."""

    TITLE = 0
    ALIAS = 1
    SUBTITLE = 2
    CALLED = 3
    """As a part of its series, or by a nickname."""
    INITIALS = 4
    HEAD = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name as shown and as compared."""

    text: str
    words: tuple[str, ...]
    kind: NameKind


def names_of(film: Film) -> tuple[Name, ...]:
    """All names of a film, each spelling once, under its most certain kind."""
    found: dict[tuple[str, ...], Name] = {}
    for name in _all(film):
        if name.words:
            found.setdefault(name.words, name)
    return tuple(found.values())


def _all(film: Film) -> Iterator[Name]:
    given = [Name(film.title, words(film.title), NameKind.TITLE)]
    given += [Name(text, words(text), NameKind.ALIAS) for text in film.names]
    yield from given
    if (letters := plain_letters(film.title)) is not None:
        yield Name(film.title, words(letters), NameKind.ALIAS)
    if film.guide or film.votes >= RATED:
        yield from _run_together(given)
    for name in given:
        yield from _cut(name)
        if film.guide or film.votes >= KNOWN:
            yield from _lettered(name)


def _run_together(given: Sequence[Name]) -> Iterator[Name]:
    """`xmenfirstclass`, which nobody can take apart any more to see that its `first` is a 1."""
    for name in given:
        solid = fold(name.text).replace(" ", "")
        if len(name.words) > 1 and solid != "".join(name.words):
            yield Name(name.text, (solid,), NameKind.ALIAS)


def _cut(name: Name) -> Iterator[Name]:
    """What people leave over of a long name: the subtitle, the the head."""
    said = turned(name.text)
    parts = [part for part in SPLIT.split(said) if part.strip()]
    if dotted := _DOTTED.match(said):
        yield Name(name.text, words(dotted.group(1)), NameKind.ALIAS)
    if len(parts) > 1:
        yield from _parts(name, parts)


def _lettered(name: Name) -> Iterator[Name]:
    """The first letters of the whole name, of its head and of its subtitle."""
    said = turned(name.text)
    for text in dict.fromkeys((said, *SPLIT.split(said))):
        for letters in initials(words(text)):
            yield Name(name.text, words(letters), NameKind.INITIALS)


def _parts(name: Name, parts: list[str]) -> Iterator[Name]:
    """Head and subtitle; of three parts also the first two, surer than the head if numbered."""
    subtitle = words(parts[-1])
    # Mockingjay's second part is not The Hunger Games 2.
    spoken = any(number(word) is None for word in heavy(subtitle))
    if len(parts) > 2:
        if spoken:
            yield Name(name.text, words(f"{parts[0]} {parts[-1]}"), NameKind.ALIAS)
        begun = words(f"{parts[0]} {parts[1]}")
        yield Name(
            name.text, begun, NameKind.SUBTITLE if number((begun or ("",))[-1]) is not None else NameKind.HEAD
        )
    if spoken:
        yield Name(name.text, subtitle, NameKind.SUBTITLE)
    head = words(parts[0])
    numbered = len(heavy(head)) > 1 and number(head[-1]) in SEQUELS
    yield Name(name.text, head, NameKind.SUBTITLE if numbered else NameKind.HEAD)


def initials(listed: tuple[str, ...]) -> Iterator[str]:
    """`lotr` for the lord of the rings, `t2` for terminator 2: with and without the leading article."""
    start = 1 if listed and listed[0] in ARTICLES else 0
    for chosen in dict.fromkeys((listed, listed[start:])):
        letters = "".join(word if number(word) is not None else word[0] for word in chosen)
        numbered = len(chosen) == 2 and number(chosen[1]) is not None
        if (len(chosen) >= SHORTEST_INITIALS or numbered) and not letters.isdecimal():
            yield letters
