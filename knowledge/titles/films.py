"""A film that can be named, with or without a guide. What is recorded about it lives in the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Film:
    """One film as titles know it. `votes`: how many people rated it somewhere, that is how known it is."""

    id: str
    """The guide's id (`frozen-2013`) or the catalogue's (`tt0112641`)."""
    title: str
    year: int | None
    names: tuple[str, ...] = ()
    """What else it is called: translations, originals, nicknames."""
    votes: int = 0
    guide: bool = False
    imdb: str | None = None
