"""IMDb's own files: title.basics for films, title.ratings for votes, title.akas for other names."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from knowledge.catalogue.formats import fields
from knowledge.catalogue.formats.opening import Progress, lines
from knowledge.catalogue.records import Line, Record, Refused

BASICS = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes"
RATINGS = "tconst\taverageRating\tnumVotes"
AKAS = "titleId\tordering\ttitle\tregion"
FILMS = frozenset({"movie", "tvMovie"})
MOST_NAMES = 40


def read_basics(path: Path, progress: Progress) -> Iterator[Line]:
    """The films; series, episodes, shorts and adult titles are refused."""
    source = lines(path, progress)
    next(source, None)
    return map(_film, source)


def _film(line: str) -> Line:
    row = line.split("\t")
    if len(row) < 8:
        return Refused("the line is too short")
    film_id, kind, title, original, adult, year, _, runtime, *_ = row
    if kind not in FILMS:
        return Refused(f"not a film ({kind})")
    if adult == "1":
        return Refused("adult")
    name = fields.name(title)
    if name is None:
        return Refused("no title")
    names = tuple(each for each in fields.names(original) if each != name)
    return Record(film_id, name, fields.year(year), None, fields.minutes(runtime), names)


def read_ratings(path: Path, progress: Progress) -> Iterator[Line]:
    """How many people rated each title."""
    source = lines(path, progress)
    next(source, None)
    for line in source:
        row = line.split("\t")
        votes = fields.count(row[2]) if len(row) == 3 else None
        yield Refused("the line is too short") if votes is None else Record(row[0], votes=votes)


def read_akas(path: Path, progress: Progress) -> Iterator[Line]:
    """Other names; the lines of one title stand together."""
    source = (line.split("\t") for line in lines(path, progress))
    next(source, None)
    whole = (row for row in source if len(row) > 3)
    for film_id, rows in groupby(whole, key=lambda row: row[0]):
        names = dict.fromkeys(name for row in rows if (name := fields.name(row[2])))
        yield Record(film_id, names=tuple(names)[:MOST_NAMES])
