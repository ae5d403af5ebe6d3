"""A few real films to measure with where no list is at hand: the guide's, and those with nicknames."""

from collections.abc import Iterable
from dataclasses import replace

from knowledge.titles.films import Film
from knowledge.titles.nicknames import nicknamed_films

VOTES = 100_000
"""As known as a film must be for all that people do to its title; the same for each, since nobody counted."""


def sample(guides: Iterable[Film]) -> list[Film]:
    """The films, as if all were equally well known."""
    films = {(film.title, film.year): film for film in (*nicknamed_films(), *guides)}
    return [replace(film, names=(), votes=VOTES) for film in films.values()]
