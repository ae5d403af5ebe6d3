"""Films that a text names by IMDb's link or id are written by title; Discord's own marks are left out."""

import re
from collections.abc import Callable, Iterator

from knowledge.titles.films import Film

_ID = re.compile(r"tt\d{7,9}(?!\d)")
_MARK = re.compile(r"<(?:@[!&]?|#|t:|a?:\w{1,40}:)\d[^>\s]{0,80}>")
_PIECES = re.compile(r"\s+")
SITE = "imdb.com/"
OPENING, CLOSING = "([{<\"'", ")]}>\"'?!.,;:"


def with_titles(text: str, named: Callable[[str], Film | None]) -> str:
    """The text with titles and years for links and ids that are known, without mentions and emoji."""
    plain = _MARK.sub(" ", text) if "<" in text else text
    return "".join(_spelled(plain, named)) if "tt" in plain.lower() else plain


def _spelled(text: str, named: Callable[[str], Film | None]) -> Iterator[str]:
    """Piece by piece, since an address holds no blank; blanks stay as they are."""
    last = 0
    for blank in (*_PIECES.finditer(text), None):
        end = blank.start() if blank else len(text)
        yield _title(text[last:end], named)
        if blank:
            yield blank.group()
            last = blank.end()


def _title(piece: str, named: Callable[[str], Film | None]) -> str:
    inner = piece.lstrip(OPENING).rstrip(CLOSING).lower()
    found = _ID.search(inner) if SITE in inner else _ID.fullmatch(inner)
    film = named(found.group()) if found else None
    if film is None:
        return piece
    begun, ended = piece[: len(piece) - len(piece.lstrip(OPENING))], piece[len(piece.rstrip(CLOSING)) :]
    return f"{begun}{film.title} ({film.year}){ended}" if film.year else f"{begun}{film.title}{ended}"
