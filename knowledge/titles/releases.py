"""The name of a video file or release, down to the title and the year in it. Knows no film."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import cast

_MAY_BE = re.compile(r"[._\[({]|\d{4}")
"""Nearly all that people type has none of these nor a word of a tag, and is not looked at further."""
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\s._+()\[\]{}]+")
_YEAR = re.compile(r"(?<=\S )(?:18[89]|19\d|20[0-3])\d(?![^ ])")
_LED = re.compile(r"^\s*(?:\[[^\]]*\]|www\.[\w.-]+\s+-)\s+(?=\S)", re.IGNORECASE)
"""Who made it, before the title."""
_EPISODE = re.compile(
    r"(?<![\w'’])s(?:eason)?[\s,._-]*\d{1,2}[\s,._-]*e(?:p(?:isode)?)?[\s,._-]*\d{1,3}(?!\w)", re.IGNORECASE
)
_SEASON = re.compile(r"(?<=[^\w])(?:s\d{2}|season[ ._-]\d{1,2}|\d{1,2}x\d{2,3})(?![^\W_])", re.IGNORECASE)
"""Only in the name of a release: *10x10* is a film."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What releases.toml lists, as patterns."""

    ending: re.Pattern[str]
    sure: re.Pattern[str]
    group: re.Pattern[str]
    """Brackets with something sure in them."""
    begin: frozenset[str]
    """Words with which something sure may begin, however it is joined."""
    beside: re.Pattern[str]
    """Nothing but what stands beside a title, up to the end."""


def is_episode(text: str) -> bool:
    """An episode or season of a series was named: `S01E02`."""
    if not _DIGIT.search(text):
        return False
    if _EPISODE.search(text):
        return True
    signs = _signs()
    return bool(_SEASON.search(text)) and bool(signs.sure.search(_flat(text)) or signs.ending.search(text))


def titles_in(text: str) -> list[str]:
    """The titles, most with a year, that the name of a release may hold; the text itself if it is none."""
    signs = _signs()
    if not _MAY_BE.search(text) and signs.begin.isdisjoint(text.lower().replace("-", " ").split()):
        return [text]
    named = signs.group.sub(" ", signs.ending.sub("", text))
    flat = _flat(named)
    tag = signs.sure.search(flat, 1)
    head = _cut(flat, tag.start() if tag else None, signs)
    if not head or (head == flat and named == text):
        return [text] if " " in text else [flat or text]
    led = _LED.match(named)
    inner = titles_in(named[led.end() :]) if led else []
    return [head, *inner, *_plainer(head, signs)]


def _flat(text: str) -> str:
    return _APART.sub(" ", text).strip()


def _cut(flat: str, at: int | None, signs: _Signs) -> str:
    """What stands before what is sure; behind a year only what stands beside a title is cut otherwise."""
    head = flat[:at].rstrip(" -")
    year = _last_year(head)
    if year and (at is not None or signs.beside.fullmatch(head, year.end())):
        return head[: year.end()]
    return _bare(head, signs) if at is not None else head


def _plainer(head: str, signs: _Signs) -> Iterator[str]:
    """The title without what may stand beside it before its year: *Step Up 3D* is one, `Avatar 3D` is not."""
    year = _last_year(head)
    if year and (bare := _bare(head[: year.start() - 1], signs)) != head[: year.start() - 1]:
        yield f"{bare} {year.group()}"


def _bare(title: str, signs: _Signs) -> str:
    rest = signs.beside.search(title)
    return title[: rest.start()] if rest and rest.start() else title


def _last_year(text: str) -> re.Match[str] | None:
    return next(reversed([*_YEAR.finditer(text)]), None)


@cache
def _signs() -> _Signs:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    listed = cast("dict[str, list[str]]", tomllib.loads(text))
    sure, beside = _any_of(listed["sure"]), _any_of(listed["beside"])
    return _Signs(
        re.compile(rf"(?<=[\w\])}}])\.{_any_of(listed['endings'])}\s*$", re.IGNORECASE),
        re.compile(rf"(?<![^\s-]){sure}(?![^\s-])", re.IGNORECASE),
        re.compile(rf"\[(?:[^\]]*[\W_])?{sure}(?:[\W_][^\]]*)?\]", re.IGNORECASE),
        frozenset(start for tag in listed["sure"] for start in accumulate(tag.split())),
        re.compile(rf"(?:[ -]{beside})+$", re.IGNORECASE),
    )


def _any_of(listed: Iterable[str]) -> str:
    """The longest first; blanks may be hyphens, or missing."""
    ways = (re.escape(tag).replace(r"\ ", "[ .-]?") for tag in sorted(listed, key=len, reverse=True))
    return f"(?:{'|'.join(ways)})"
