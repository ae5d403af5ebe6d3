"""One spelling for every way to write a title. Pure functions; no look-ups."""

import re
import unicodedata


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.replace("&", " and ").replace("'", "").replace("’", "")))


def slug(title: str, year: int) -> str:
    """The id of an entry: `never-let-me-go-2010`."""
    return f"{fold(title).replace(' ', '-').replace('_', '-')}-{year}"
