"""What a person typed, read: Discord's mark-up off, an IMDb id or a year found. Knows no film."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from knowledge.titles.folding import visible
from knowledge.titles.numerals import number
from knowledge.titles.ordinals import numbered
from knowledge.titles.releases import is_episode, titles_in
from knowledge.titles.words import words

LONGEST = 200
"""Letters that are read; no title that anybody types is longer."""
_IMDB = re.compile(r"\btt\d{7,9}\b")
_MASKED = re.compile(r"\[([^\]]*)\]\((?:https?|<)[^)]*\)")
_MARKUP = re.compile(r"<(?:@[!&]?|#|t:|a?:\w+:)[^>]*>|https?://\S+|@(?:everyone|here)\b|[*~`|\\]|^\s*>+|__")
_YEAR = r"((?:18[89]|19\d|20[0-3])\d)"
_BRACKETED = re.compile(rf"[\(\[\{{]\s*(?:the |from |a )?{_YEAR}[^\)\]\}}]{{0,20}}[\)\]\}}]")
_SAID = re.compile(
    rf"[\s,:/–—-]+(?:(?:from|of|made in|released in|out in|the|that|in|version from)\s+)?{_YEAR}"
    rf"(?:\s+(?:version|one|movie|film|remake|original))?\s*[.!?]*$",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"^\s*(?:the\s+)?{_YEAR}(?:['’]?s)?\s+(?:version of\s+|movie\s+|film\s+)?(?=\S)", re.IGNORECASE
)
_SHORT = re.compile(r"\s+['’](\d\d)\s*$")
MOST_LETTERS = 4
"""Letters that stand for a longer name at most when a number is with them: `gotg 3`."""
_FIRST = re.compile(r"\b(?:1|(?:part|pt|chapter|episode|ep|volume|vol)\W+(?:one|i))\W*$", re.IGNORECASE)
"""The first part of a series, which mostly is not numbered."""
_AROUND = re.compile(
    r"^(?:(?:the|that) (?:movie|film|one) (?:with|where|about|called|named)"
    r"|(?:(?:the|that|a) )?(?:movie|film))\s+"
    r"|[\s,]+(?:the\s+)?(?:movie|film|full movie)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QueryReading:
    """One way to take the typed words: a title, and the year if it is meant as one."""

    words: tuple[str, ...]
    year: int | None = None
    place: int = 0
    """0 for the most literal reading, then 1, 2 ..."""

    @property
    def years(self) -> frozenset[int]:
        """The year that was typed, or those that may be among the words of a title."""
        if self.year is not None:
            return frozenset({self.year})
        return _years_among(self.words)

    @property
    def code(self) -> bool:
        """A few letters and a number, as films are called for short: `t2`, `kfp 3`; or a title: `K2`."""
        return _is_code(self.words)


@lru_cache(maxsize=512)
def _years_among(listed: tuple[str, ...]) -> frozenset[int]:
    among = listed if len(listed) > 1 else ()
    return frozenset(int(word) for word in among if len(word) == 4 and word.isdecimal())


@lru_cache(maxsize=512)
def _is_code(listed: tuple[str, ...]) -> bool:
    if len(listed) not in (2, 3):
        return False
    *article, one, other = listed
    letters, digits = (other, one) if number(one) is not None else (one, other)
    few = len(letters) <= MOST_LETTERS and number(letters) is None and letters != "the"
    return few and number(digits) is not None and article in ([], ["the"])


@dataclass(frozen=True, slots=True)
class Query:
    """The typed text, its readings (most literal first, none twice) and the IMDb id it holds."""

    text: str
    readings: tuple[QueryReading, ...]
    imdb: str | None = None


def read(text: str) -> Query:
    """Read what was typed. Text without a letter or digit has no reading, nor has an episode of a series."""
    text = visible(text)
    imdb = _IMDB.search(text)
    plain = " ".join(_MARKUP.sub(" ", _MASKED.sub(r"\1", text)).split())[:LONGEST]
    titles = [] if is_episode(plain) else titles_in(plain)
    framed = chain.from_iterable(map(_framed, titles))
    forms = list(chain.from_iterable(map(_dated, framed)))
    forms.sort(key=lambda form: (form[0] not in titles, form[1] is not None))
    readings = [QueryReading(listed, year) for form, year in forms if (listed := words(form))]
    if any(map(_FIRST.search, titles)):
        readings += [
            replace(each, words=each.words[:-1]) for each in readings if each.words[1:][-1:] == ("1",)
        ]
    readings += [replace(each, words=series) for each in readings for series in numbered(each.words)]
    placed = (replace(each, place=place) for place, each in enumerate(dict.fromkeys(readings)))
    return Query(text, tuple(placed), imdb.group() if imdb else None)


def _framed(text: str) -> list[str]:
    """The text, and the text without `movie` or `the one with` around it."""
    inner = _AROUND.sub("", text).strip()
    return [text] if inner in ("", text) else [text, inner]


def _dated(text: str) -> list[tuple[str, int | None]]:
    """A year in brackets is a hint; a bare one is part of the title first and a hint second."""
    if found := _BRACKETED.search(text):
        rest = text[: found.start()] + " " + text[found.end() :]
        return [(rest, int(found.group(1)))] if words(rest) else [(text, None)]
    if found := _SHORT.search(text):
        two = int(found.group(1))
        return [(text, None), (text[: found.start()], 1900 + two if two > 40 else 2000 + two)]
    hints = [(_SAID.search(text), False), (_LED.match(text), True)]
    taken = [(_without(text, found, led=led), int(found.group(1))) for found, led in hints if found]
    return [(text, None), *taken]


def _without(text: str, found: re.Match[str], *, led: bool) -> str:
    return text[found.end() :] if led else text[: found.start()]
