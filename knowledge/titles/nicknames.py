"""What people call films that no rule makes of their titles: read from a small file beside this."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

from knowledge.titles.films import Film
from knowledge.titles.words import words

Words = tuple[str, ...]


class _Listed(TypedDict):
    title: str
    year: int
    names: list[str]


Known = Mapping[tuple[Words, int | None], Sequence[Words]]


def nicknamed(films: Iterable[Film]) -> dict[str, list[Words]]:
    """By film id: the nicknames of those films that have one, as lists of words."""
    known = shipped_nicknames()
    found = ((film.id, known.get((words(film.title), film.year))) for film in films)
    return {film_id: list(names) for film_id, names in found if names}


@cache
def shipped_nicknames() -> Known:
    """By title and year: the nicknames that come with the project."""
    known: defaultdict[tuple[Words, int | None], list[Words]] = defaultdict(list)
    for film in nicknamed_films():
        known[words(film.title), film.year] += [words(name) for name in film.names]
    return known


def nicknamed_films() -> list[Film]:
    """The films of the file, with their nicknames as names."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    listed = cast("list[_Listed]", tomllib.loads(text)["film"])
    return [
        Film(f"nicknamed-{at}", film["title"], film["year"], tuple(film["names"]))
        for at, film in enumerate(listed)
    ]
