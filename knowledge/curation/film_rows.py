"""The films of a guide as a line of JSON, and back."""

import json
from collections.abc import Iterable

from knowledge.titles.films import Film


def film_rows(films: Iterable[Film]) -> list[object]:
    """What names each film."""
    return [(film.id, film.title, film.year, film.names, film.imdb) for film in films]


def films_of(line: bytes) -> list[Film]:
    """The films of such rows."""
    return [
        Film(film_id, title, year, tuple(names), guide=True, imdb=imdb)
        for film_id, title, year, names, imdb in json.loads(line)
    ]


def as_json(value: object) -> str:
    """On one line, in few letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
