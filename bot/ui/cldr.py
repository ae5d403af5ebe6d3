"""How a language counts, lists, dates and calls countries, by Unicode's CLDR through Babel.

Babel and its data take a tenth of a second to load, so both wait until something is counted or listed.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from babel import Locale

Join = Literal["standard", "or"]


@cache
def locale_of(name: str) -> "Locale":
    """Babel's data for a locale such as `en-GB`. Raises UnknownLocaleError, ValueError."""
    from babel import Locale  # noqa: PLC0415 - slow start

    return Locale.parse(name, sep="-")


@lru_cache(1024)
def plural_form(count: int, locale: str) -> str:
    """CLDR's category of a number: `one`, `other`, in some languages more."""
    return locale_of(locale).plural_form(count)


def listed(names: Sequence[str], locale: str, join: Join) -> str:
    """a, b and c; a, b or c."""
    return _list_pattern(len(names), locale, join).format(*names) if len(names) > 1 else "".join(names)


@lru_cache(256)
def _list_pattern(many: int, locale: str, join: Join) -> str:
    """So many blanks as they are listed: Babel reads the locale's data anew for each list."""
    from babel.lists import format_list  # noqa: PLC0415 - slow start

    return format_list([f"{{{place}}}" for place in range(many)], join, locale_of(locale))


def long_date(day: date, locale: str) -> str:
    """The date with its month as a word."""
    from babel.dates import format_date  # noqa: PLC0415 - slow start

    return format_date(day, "long", locale_of(locale))


@lru_cache(1024)
def country_name(code: str, locale: str) -> str:
    """A country by its two letters of ISO 3166; where CLDR has no name, these."""
    return cast("Mapping[str, str]", locale_of(locale).territories).get(code, code)
