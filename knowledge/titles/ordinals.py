"""Which film of a series is meant: `the second toy story` as `toy story 2`. The words: ordinals.toml."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import dropwhile
from pathlib import Path

from knowledge.titles.numerals import number
from knowledge.titles.words import LIGHT

Words = tuple[str, ...]
FIRST = 1
"""Only said with a word for film beside it: *The First Purge* is the fourth."""
_ENGLISH = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class _Ordinals:
    ranks: Mapping[str, int]
    """By word."""
    parts: frozenset[str]
    leads: frozenset[str]


def numbered(listed: Words) -> Iterator[Words]:
    """The series and the number, where the words begin or end with which film of it they mean."""
    for at in _places(listed):
        place = _rank(listed[at])
        if place is None or (place == FIRST and _read().parts.isdisjoint(listed[at + 1 : at + 2])):
            continue
        before, after = _without_leads(listed[:at]), _without_leads(listed[at + 1 :])
        series = after if not before else before if not after else ()
        if any(word not in LIGHT and number(word) is None for word in series):
            yield (*series, str(place))


def _places(listed: Words) -> Iterator[int]:
    """Where an ordinal can stand: behind an article, or before the last two words."""
    yield from sorted({at for at in (0, 1, len(listed) - 2, len(listed) - 1) if 0 <= at < len(listed)})


def _rank(word: str) -> int | None:
    found = _ENGLISH.fullmatch(word)
    return int(found.group(1)) if found else _read().ranks.get(word)


def _without_leads(listed: Words) -> Words:
    """Without what leads to a series, and without articles behind it."""
    around = _read()
    first = tuple(dropwhile((around.parts | around.leads).__contains__, listed))
    return tuple(dropwhile(around.leads.__contains__, first[::-1]))[::-1]


@cache
def _read() -> _Ordinals:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    ranks = {word: int(place) for place, words in table["ranks"].items() for word in words}
    return _Ordinals(ranks, **{name: frozenset(words) for name, words in table["around"].items()})
