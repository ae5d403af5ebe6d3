"""Films that a text names by a link or an id are written by title; Discord's own marks are left out."""

import re
from collections.abc import Callable

from knowledge.titles.films import Film

_IMDB = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*imdb\.com/[^\s)>?]*?(tt\d{7,9})[^\s)>?]*(?:\?[\w=&.%-]*)?|\b(tt\d{7,9})\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"<(?:@[!&]?|#|t:|a?:\w+:)\d[^>]*>")


def spelled_out(text: str, named: Callable[[str], Film | None]) -> str:
    """The text with titles and years for IMDb's links and ids that are known; without mentions and emoji."""
    return _IMDB.sub(lambda found: _title(found, named), _MARK.sub(" ", text))


def _title(found: re.Match[str], named: Callable[[str], Film | None]) -> str:
    film = named((found[1] or found[2]).lower())
    if film is None:
        return found.group()
    return f"{film.title} ({film.year})" if film.year else film.title
