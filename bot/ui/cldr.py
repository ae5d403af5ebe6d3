"""How a language counts, lists, dates and calls countries, by Unicode's CLDR through Babel.

Babel and its data take a tenth of a second to load, so both wait until something is counted or listed.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from babel import Locale

Join = Literal["standard", "or"]


@contextmanager
def _read(name: str) -> Generator["Locale"]:
    """Babel's data for a locale such as `en-GB`, let go of afterwards: 3 MB for what is asked of it once.

    Raises UnknownLocaleError, ValueError.
    """
    from babel import Locale, localedata  # noqa: PLC0415 - slow start

    yield Locale.parse(name, sep="-")
    localedata.clear_caches()


@cache
def _plural_rule(locale: str) -> Callable[[int], str]:
    with _read(locale) as data:
        return data.plural_form


def plural_form(count: int, locale: str) -> str:
    """CLDR's category of a number: `one`, `other`, in some languages more."""
    return _plural_rule(locale)(count)


def listed(names: Sequence[str], locale: str, join: Join) -> str:
    """a, b and c; a, b or c."""
    return _list_pattern(len(names), locale, join).format(*names) if len(names) > 1 else "".join(names)


@lru_cache(256)
def _list_pattern(many: int, locale: str, join: Join) -> str:
    """So many blanks as they are listed."""
    from babel.lists import format_list  # noqa: PLC0415 - slow start

    with _read(locale) as data:
        return format_list([f"{{{place}}}" for place in range(many)], join, data)


@lru_cache(1024)
def long_date(day: date, locale: str) -> str:
    """The date with its month as a word."""
    from babel.dates import format_date  # noqa: PLC0415 - slow start

    with _read(locale) as data:
        return format_date(day, "long", data)


def country_name(code: str, locale: str) -> str:
    """A country by its two letters of ISO 3166; where CLDR has no name, these."""
    return _territories(locale).get(code, code)


@cache
def _territories(locale: str) -> Mapping[str, str]:
    with _read(locale) as data:
        return dict(cast("Mapping[str, str]", data.territories))
