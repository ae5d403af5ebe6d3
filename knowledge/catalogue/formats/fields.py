"""Single fields of any format into values: years, minutes, votes, names, codes. Odd ones become None."""

import re

_YEAR = re.compile(r"(1[89]\d\d|20\d\d)")
_IMDB = re.compile(r"tt\d{7,9}")
_ENTITY = re.compile(r"Q\d+$")
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
EMPTY = frozenset({"", "\\N", "null", "None"})
LONGEST_NAME = 300
MOST_MINUTES = 6000


def year(text: str) -> int | None:
    """`1995`, `1995-12-15T00:00:00Z`."""
    found = _YEAR.search(text)
    return int(found.group(1)) if found else None


def count(text: str) -> int | None:
    """A whole number that is not negative; `12.0` is one."""
    head, _, tail = text.partition(".")
    return int(head) if head.isdecimal() and not tail.strip("0") else None


def minutes(text: str) -> int | None:
    """`104`, `104 min`, `PT1H44M`."""
    if found := _DURATION.match(text):
        hours, rest = (int(part or 0) for part in found.groups())
        return (hours * 60 + rest) or None
    value = count(text.split(" ")[0])
    return value if value and value <= MOST_MINUTES else None


def name(text: str) -> str | None:
    """A title on one line; None for an empty or absurdly long one."""
    plain = " ".join(text.split())
    return plain if plain not in EMPTY and len(plain) <= LONGEST_NAME else None


def names(text: str, apart: str = "|") -> tuple[str, ...]:
    """Several titles."""
    return tuple(dict.fromkeys(each for part in text.split(apart) if (each := name(part))))


def film_id(text: str) -> str | None:
    """An IMDb id wherever it stands, the end of a Wikidata address, or the text itself if it is one word."""
    if found := _IMDB.search(text):
        return found.group()
    if found := _ENTITY.search(text):
        return found.group()
    return text if text not in EMPTY and not re.search(r"\s", text) else None


def code(board: str, text: str) -> str | None:
    """`FSK 12` at the FSK is 12."""
    plain = text.strip().removeprefix(board).strip(" :-")
    return plain if plain not in EMPTY else None
