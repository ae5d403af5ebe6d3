"""A title as lists write it: "American President, The (1995)". What film it is, is not known here."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.catalogue.formats.columns import names

_YEAR = re.compile(r"(.*\S)\s*\((1[89]\d\d|20\d\d)\)")
_OTHER = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_CALLED = re.compile(r"a\.?k\.?a\.?:? +", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titled:
    """What stands in a cell for a title."""

    title: str
    year: int | None = None
    names: tuple[str, ...] = ()


def titled(text: str, year: int | None) -> Titled:
    """The title of a film of this year without the year that a list writes behind it.

    Where another year stands there, it is a part of the title.
    """
    found = _YEAR.fullmatch(text) if text.endswith(")") else None
    if found is None or year not in (None, int(found[2])):
        return Titled(_turned(text), year)
    title, others = found[1], list[str]()
    while other := _OTHER.fullmatch(title):
        title = other[1]
        others.insert(0, _turned(_CALLED.sub("", other[2], count=1)))
    return Titled(_turned(title), int(found[2]), tuple(others))


def _turned(title: str) -> str:
    """With the article in front that stands behind a comma."""
    found = _behind().fullmatch(title) if ", " in title else None
    if found is None:
        return title
    apart = "" if found[2].endswith(("'", "’")) else " "
    return f"{found[2]}{apart}{found[1]}"


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(.+), ({'|'.join(map(re.escape, names().articles))})")
