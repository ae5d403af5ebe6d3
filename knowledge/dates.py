"""Days as people and spreadsheets write them, and whether what is written can mean one day only."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_NAMED = re.compile(
    r"(?:(\d{1,2})[-. ]+)?([A-Za-z]{3,9})\.?(?:[- ]+(\d{1,2})(?:st|nd|rd|th)?,?)?[-, ]+(\d{4})"
)
# A day without an hour, which some programs write as midnight.
_MIDNIGHT = re.compile(r"[T ]0{1,2}:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$")


def possible_days(text: str) -> tuple[date, ...]:
    """Every day that the text can mean: none, one, or two (`03/04/2010`: day or month first).

    Points stand between numbers only where the day comes first; years have four digits.
    """
    plain = _MIDNIGHT.sub("", text.strip())
    return tuple(dict.fromkeys(_days(plain)))


def _days(text: str) -> Iterator[date]:
    if found := _YEAR_FIRST.fullmatch(text):
        yield from _day(*map(int, found.groups()))
    elif found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        yield from _day(year, second, first)
        if found[2] != ".":
            yield from _day(year, first, second)
    elif found := _NAMED.fullmatch(text):
        number = found[1] or found[3]
        months = [place for place, name in enumerate(MONTHS, 1) if name.startswith(found[2].lower())]
        if months and number and not (found[1] and found[3]):
            yield from _day(int(found[4]), months[0], int(number))


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
