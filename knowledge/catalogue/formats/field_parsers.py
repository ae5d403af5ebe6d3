"""Single fields of any format into values: years, minutes, votes, names, codes. Odd ones become None."""

import re
from datetime import date

from knowledge.dates import possible_days

_YEAR = re.compile(r"(?<!\w)(1[89]\d\d|[2-9]\d\d\d)(?!\d)")
_ISO = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
_HOURS = re.compile(r"(\d{1,2})\s*h(?:ours?|rs?)?\.?,?\s*(?:(\d{1,2})\s*m\w*\.?)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"\d{1,9}(?:[.,]\d{1,12})?")
_ADDRESS = re.compile(r"(?:_:|https?://)\S*|\S*/?genid/\S*")
_ITEM = re.compile(r"Q[1-9]\d+")
_APART = re.compile(r"[^\w\s-]+")
_DAYS_APART = re.compile(r"[|;\n]")
_JOINERS = frozenset("\u200c\u200d")
EMPTY = frozenset({"", "\\N", "null", "None", "NaN", "nan", "N/A"})
LONGEST_NAME = 300
LONGEST_REASON = 500
MOST_MINUTES = 6000
VOTES_A_POINT = 100
"""What a point of TMDB's popularity counts as, where a file does not say how many people rated a film."""


def year(text: str) -> int | None:
    """The earliest year of `1995`, `1995-12-15T00:00:00Z`, `03/04/1995|1996`; an address has none."""
    years = [] if _ADDRESS.fullmatch(text) else _YEAR.findall(text)
    return min(map(int, years), default=None)


def days(text: str) -> tuple[date, ...]:
    """Every day that is written there, or could be meant; the hour is left out."""
    return tuple(day for part in _DAYS_APART.split(text) for day in possible_days(part.partition("T")[0]))


def words(text: str) -> tuple[str, ...]:
    """The genres of `Drama, Comedy`, `Drama|Comedy`, `["Drama"]`."""
    return tuple(part.strip() for part in _APART.split(text))


def count(text: str) -> int | None:
    """A whole number that is not negative; `12.0` and `700,000` are some."""
    plain = text.replace(",", "") if _THOUSANDS.fullmatch(text) else text
    head, _, tail = plain.partition(".")
    return int(head) if head.isdecimal() and len(head) < 19 and not tail.strip("0") else None


def popularity(text: str) -> int | None:
    """TMDB's popularity as votes that make a film as well known."""
    return round(float(text.replace(",", ".")) * VOTES_A_POINT) if _DECIMAL.fullmatch(text) else None


def minutes(text: str) -> int | None:
    """`104`, `104 min`, `PT1H44M`, `1h 44min`."""
    if found := _ISO.match(text) or _HOURS.fullmatch(text):
        hours, rest = (int(part or 0) for part in found.groups())
        return (hours * 60 + rest) or None
    value = count(text.split(" ")[0])
    return value if value and value <= MOST_MINUTES else None


def name(text: str) -> str | None:
    """A title on one line; None for an empty or absurdly long one, and for an address."""
    plain = " ".join(text.split())
    if not plain.isprintable():
        plain = "".join(sign for sign in plain if sign.isprintable() or sign in _JOINERS).strip()
    return plain if plain not in EMPTY and len(plain) <= LONGEST_NAME and not is_address(plain) else None


def is_address(text: str) -> bool:
    """An address or a blank node, as Wikidata has where nobody wrote a name."""
    return _ADDRESS.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """A number of Wikidata, which stands for a name where there is none in the language."""
    return _ITEM.fullmatch(text) is not None


def names(text: str) -> tuple[str, ...]:
    """Several titles, a line each or between `|`."""
    parts = text.split("\n" if "\n" in text else "|")
    return tuple(dict.fromkeys(each for part in parts if (each := name(part)) and not is_item(each)))


def reason(text: str) -> str | None:
    """Why a board gave its code, on one line; what it lists comes with commas between."""
    parts = (" ".join(part.split()) for part in re.split(r"[\n|]", text))
    plain = ", ".join(part for part in parts if part not in EMPTY)
    return plain if plain and len(plain) <= LONGEST_REASON and plain.isprintable() else None


def code(board: str, text: str) -> str | None:
    """`FSK 12` at the FSK is 12."""
    plain = text.strip().removeprefix(board).strip(" :-")
    return plain if plain not in EMPTY else None
