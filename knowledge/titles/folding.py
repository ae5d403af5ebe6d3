"""One spelling for every way to write a title. Pure functions; no look-ups."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_OTHER = re.compile(r"[^a-z0-9 _]+")
LONGEST_SLUG = 60


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space."""
    plain = text.casefold()
    if not plain.isascii():
        # Some letters only have a lower case once they are taken apart, and the other way round.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain.replace("&", " and ").replace("'", "").replace("’", "")))


def slug(title: str, year: int) -> str:
    """The id of an entry: `never-let-me-go-2010`. At most 60 letters; others than a to z by their numbers."""
    plain = _OTHER.sub(lambda other: "-".join(f"u{ord(sign):x}" for sign in other[0]), fold(title))
    words = plain.replace("_", " ").split() or ["untitled"]
    while len("-".join(words)) > LONGEST_SLUG - len(f"-{year}"):
        words = words[:-1] if len(words) > 1 else [words[0][: LONGEST_SLUG - len(f"-{year}")]]
    return "-".join([*words, str(year)])
