"""A film that can be named, with or without a guide. What is recorded about it lives in the library."""

import re
from dataclasses import dataclass

from knowledge.titles.folding import LONGEST_SLUG

_ID = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST_SLUG}}}")


def is_film_id(text: str) -> bool:
    """Whether a button can carry it with a question: at most 60 letters, digits, hyphens, underscores."""
    return _ID.fullmatch(text) is not None


def imdb_among(*film_ids: str) -> str | None:
    """Which of a film's ids is IMDb's."""
    return next((film_id for film_id in film_ids if film_id.startswith("tt")), None)


@dataclass(frozen=True, slots=True)
class Film:
    """One film as titles know it. `votes`: how many people rated it somewhere, that is how known it is."""

    id: str
    """The guide's id (`frozen-2013`), also of a film that comes with Usher; else the catalogue's
    (`tt0112641`)."""
    title: str
    year: int | None
    names: tuple[str, ...] = ()
    """What else it is called: translations, originals, nicknames."""
    votes: int = 0
    guide: bool = False
    imdb: str | None = None
    other_ids: tuple[str, ...] = ()
    """By which it can be named as well: those of the catalogue's files."""
    for_children: bool | None = None
    """Whether boards passed it for children; None where that is not known, or between."""

    @property
    def rated(self) -> bool:
        """Somebody rated it somewhere, or wrote its guide."""
        return self.guide or self.votes > 0


def fame(film: Film) -> tuple[bool, int]:
    """Orders films: guides first, then the best known."""
    return film.guide, film.votes
