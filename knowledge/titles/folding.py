"""One spelling for every way to write a title. Pure functions; no look-ups."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_OTHER = re.compile(r"[^a-z0-9 _]+")
LONGEST_SLUG = 60
_UNSEEN = re.compile(
    "[\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]+"
)
"""Unicode's format characters, and what it says is to be ignored where it cannot be shown: soft hyphens,
marks of direction, joiners, variation selectors, fillers."""


def visible(text: str) -> str:
    """The text without signs that nobody sees."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space."""
    plain = text.casefold()
    if not plain.isascii():
        # Some letters only have a lower case once they are taken apart, and the other way round.
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", visible(text)).casefold())
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain.replace("&", " and ").replace("'", "").replace("’", "")))


def slug(title: str, year: int) -> str:
    """The id of an entry: `never-let-me-go-2010`. At most 60 letters; others than a to z by their numbers."""
    plain = _OTHER.sub(lambda other: "-".join(f"u{ord(sign):x}" for sign in other[0]), fold(title))
    words = plain.replace("_", " ").split() or ["untitled"]
    while len("-".join(words)) > LONGEST_SLUG - len(f"-{year}"):
        words = words[:-1] if len(words) > 1 else [words[0][: LONGEST_SLUG - len(f"-{year}")]]
    return "-".join([*words, str(year)])


def unslugged(name: str) -> str:
    """A name in small letters as people would read it, where nothing better is known: `Tin whale (1999)`."""
    words = name.replace("_", "-").split("-")
    *title, last = words
    dated = title and len(last) == len("1999") and last.isdigit()
    said = f"{' '.join(title)} ({last})" if dated else " ".join(words)
    return said[:1].upper() + said[1:]
