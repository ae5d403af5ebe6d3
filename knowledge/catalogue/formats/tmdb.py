"""TMDB's daily export of movie ids, and movies as JSON lines. One JSON object a line."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from knowledge.catalogue.formats import fields
from knowledge.catalogue.formats.opening import Progress, lines
from knowledge.catalogue.records import Line, Record, Refused

Json = Mapping[str, Any]
BOARDS: Mapping[str, str] = {
    "US": "MPA", "GB": "BBFC", "DE": "FSK", "AU": "ACB", "NL": "Kijkwijzer", "CA": "CHVRS", "IE": "IFCO",
    "NZ": "OFLC(NZ)", "JP": "EIRIN", "KR": "KMRB", "FR": "CNC", "ES": "ICAA", "IN": "Central Board (IN)",
    "BR": "ClassInd",
}  # fmt: skip


def is_movie(line: str) -> bool:
    """A line of either file."""
    film = _parsed(line)
    return film is not None and "id" in film and ("original_title" in film or "title" in film)


def read_movies(path: Path, progress: Progress) -> Iterator[Line]:
    """The films, one a line; adult titles and mere videos are refused."""
    return map(_film, lines(path, progress))


def _parsed(line: str) -> Json | None:
    try:
        found: Any = json.loads(line)
    except ValueError:
        return None
    return cast("Json", found) if isinstance(found, dict) else None


def _film(line: str) -> Line:
    film = _parsed(line)
    if film is None or "id" not in film:
        return Refused("the line is no JSON object with an id")
    if film.get("adult"):
        return Refused("adult")
    if film.get("video"):
        return Refused("not a film (video)")
    original = fields.name(_text(film, "original_title"))
    title = fields.name(_text(film, "title")) or original
    if title is None:
        return Refused("no title")
    return Record(
        fields.film_id(_text(film, "imdb_id")) or f"tmdb{film['id']}",
        title,
        fields.year(_text(film, "release_date")),
        fields.count(_text(film, "vote_count")),
        fields.minutes(_text(film, "runtime")),
        tuple(dict.fromkeys(name for name in (original, *_others(film)) if name and name != title)),
        tuple(_ratings(film)),
    )


def _text(film: Json, key: str) -> str:
    value = film.get(key)
    return "" if value is None else str(value)


def _listed(film: Json, key: str, *inner: str) -> list[Json]:
    """A list inside an object inside the film; empty where anything of it is missing."""
    found = film.get(key)
    if not isinstance(found, dict):
        return []
    within = cast("dict[str, list[Json]]", found)
    return next((within[name] for name in inner if name in within), list[Json]())


def _others(film: Json) -> Iterator[str | None]:
    for other in _listed(film, "alternative_titles", "titles", "results"):
        yield fields.name(_text(other, "title"))


def _ratings(film: Json) -> Iterator[tuple[str, str]]:
    for country in _listed(film, "release_dates", "results"):
        board = BOARDS.get(_text(country, "iso_3166_1"))
        released = cast("list[Json]", country.get("release_dates", []))
        codes = [code for each in released if (code := _text(each, "certification"))]
        if board and codes:
            yield board, codes[0]
