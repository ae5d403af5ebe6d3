"""A long JSON text as the entries of its list, one after another. What an entry means is not known here."""

import json
import re
from collections.abc import Iterator, Sequence

from knowledge.catalogue.formats.opening import LONGEST

SHOWN = 60
"""Letters of what is broken that are shown."""
_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER_OR_NOTHING = re.compile(r"[-+.eE0-9]*\Z")
_DECODER = json.JSONDecoder()


def entries(pieces: Iterator[str], path: Sequence[str]) -> Iterator[object]:
    """The entries of a list that is the whole text, or that is found by these keys in an object.

    Holds one entry and two pieces at a time. ValueError where the text is no JSON, is cut off, or has no
    such list.
    """
    text = _Text(pieces)
    yield from _listed(text) if text.sign() == "[" else _under(text, path)
    if text.sign():
        raise ValueError("there is something after the end of the list of films")


def _under(text: "_Text", path: Sequence[str]) -> Iterator[object]:
    if not path:
        yield from _listed(text)
        return
    found = False
    for _ in _parts(text, "{", "}"):
        key = text.value()
        text.take(":")
        if key == path[0]:
            found = True
            yield from _under(text, path[1:])
        else:
            text.value()
    if not found:
        raise ValueError(f"there is no {path[0]!r} in it")


def _listed(text: "_Text") -> Iterator[object]:
    return (text.value() for _ in _parts(text, "[", "]"))


def _parts(text: "_Text", begin: str, end: str) -> Iterator[None]:
    """Stops before each part of a list or an object, for the caller to take it."""
    text.take(begin)
    if text.sign() == end:
        text.take(end)
        return
    mark = ","
    while mark == ",":
        yield
        mark = text.take(",", end)


class _Text:
    """The text from where one has read to; what was read is forgotten."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._held = ""
        self._at = 0

    def sign(self) -> str:
        """The next sign that is no blank, which stays; none at the end."""
        while (at := self._after_blanks()) == len(self._held):
            if not self._more():
                return ""
        return self._held[at]

    def take(self, *signs: str) -> str:
        """The next sign, which must be one of these."""
        sign = self.sign()
        if sign not in signs:
            here = f"it says {sign!r}" if sign else "it is cut off"
            raise ValueError(f"this is no whole JSON: {here} where {' or '.join(signs)} should stand")
        self._at += 1
        return sign

    def value(self) -> object:
        """The next value, whole."""
        self.sign()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._held, self._at)
            except ValueError as error:
                if not self._more():
                    here = self._held[self._at : self._at + SHOWN]
                    raise ValueError(f"this is no whole JSON: cut off or broken in {here!r}") from error
                continue
            # A number at the edge may go on in the next piece.
            if not (_NUMBER_OR_NOTHING.match(self._held, end) and self._more()):
                self._at = end
                return value

    def _after_blanks(self) -> int:
        found = _BLANK.match(self._held, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _more(self) -> bool:
        if len(self._held) - self._at > LONGEST:
            raise ValueError(f"a film is longer than {LONGEST:,} letters, or the JSON is broken there")
        piece = next(self._pieces, "")
        if piece:
            self._held, self._at = self._held[self._at :] + piece, 0
        return bool(piece)
