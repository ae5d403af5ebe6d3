"""One spelling for every way to write a title. Pure functions; no look-ups."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space."""
    plain = text.casefold()
    if not plain.isascii():
        # Some letters only have a lower case once they are taken apart, and the other way round.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain.replace("&", " and ").replace("'", "").replace("’", "")))


def slug(title: str, year: int) -> str:
    """The id of an entry: `never-let-me-go-2010`."""
    return f"{fold(title).replace(' ', '-').replace('_', '-')}-{year}"
