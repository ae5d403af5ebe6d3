"""How a language counts, lists, dates and calls countries, by Unicode's CLDR through Babel.

Babel and its data take a tenth of a second to load, so both wait until something is counted or listed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

Join = Literal["standard", "or"]


class _Cldr(NamedTuple):
    """What we ask of Babel's data for a locale: the rest of its 3 MB is let go of."""

    plural_form: Callable[[int], str]
    lists: Mapping[str, Mapping[str, str]]
    """By the way of joining: how two are joined, and the start, the middle and the end of more."""
    long_date: str
    """Its blanks are named as CLDR names the parts of a date."""
    months: Mapping[int, str]
    territories: Mapping[str, str]


@cache
def _of(locale: str) -> _Cldr:
    """Of a locale such as `en-GB`. Raises UnknownLocaleError, ValueError."""
    from babel import Locale, localedata  # noqa: PLC0415 - slow start

    data = Locale.parse(locale, sep="-")
    asked = _Cldr(
        data.plural_form,
        {join: dict(data.list_patterns[join]) for join in ("standard", "or")},
        data.date_formats["long"].format,
        dict(data.months["format"]["wide"]),
        dict(data.territories),
    )
    localedata.clear_caches()
    return asked


def plural_form(count: int, locale: str) -> str:
    """CLDR's category of a number: `one`, `other`, in some languages more."""
    return _of(locale).plural_form(count)


def listed(names: Sequence[str], locale: str, join: Join) -> str:
    """a, b and c; a, b or c."""
    if len(names) <= 1:
        return "".join(names)
    pattern = _of(locale).lists[join]
    first, *middle, last = names
    if not middle:
        return pattern["2"].format(first, last)
    text = pattern["start"].format(first, middle[0])
    for name in middle[1:]:
        text = pattern["middle"].format(text, name)
    return pattern["end"].format(text, last)


def long_date(day: date, locale: str) -> str:
    """The date with its month as a word, where the language has one."""
    cldr = _of(locale)
    return cldr.long_date % {"d": day.day, "M": day.month, "MMMM": cldr.months[day.month], "y": day.year}


def country_name(code: str, locale: str) -> str:
    """A country by its two letters of ISO 3166; where CLDR has no name, these."""
    return _of(locale).territories.get(code, code)
