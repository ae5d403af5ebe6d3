"""What people call films that no rule makes of their titles: read from a small file beside this."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import cast

from knowledge.titles.films import Film
from knowledge.titles.words import words

Words = tuple[str, ...]
Known = Mapping[tuple[Words, int | None], Sequence[Words]]


def nicknamed(films: Iterable[Film]) -> dict[str, list[Words]]:
    """By film id: the nicknames of those films that have one, as lists of words."""
    known = shipped_nicknames()
    found = ((film.id, known.get((words(film.title), film.year))) for film in films)
    return {film_id: list(names) for film_id, names in found if names}


@cache
def shipped_nicknames() -> Known:
    """By title and year: the nicknames that come with the project."""
    text = resources.files("knowledge.titles").joinpath("nicknames.toml").read_text(encoding="utf-8")
    known: defaultdict[tuple[Words, int | None], list[Words]] = defaultdict(list)
    for film in cast("list[dict[str, object]]", tomllib.loads(text)["film"]):
        key = words(str(film["title"])), cast("int", film["year"])
        known[key] += [words(name) for name in cast("list[str]", film["names"])]
    return known
