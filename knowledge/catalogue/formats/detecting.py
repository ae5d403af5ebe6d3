"""Which format a file is, by its first lines and never by its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue.formats import imdb, tables, tmdb
from knowledge.catalogue.formats.opening import Progress, first_lines
from knowledge.catalogue.records import Line


class UnknownFormat(ValueError):
    """The file is none that a catalogue can be read from. Says what was expected."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, which is also the name of the source, and how it is read."""

    name: str
    read: Callable[[Path, Progress], Iterator[Line]]
    only_known: bool = False
    """It tells more about films of other files and brings none itself."""


TABLE = Format("table", tables.read_table)
RESULTS = Format("wikidata", tables.read_results)
MOVIES = Format("tmdb", tmdb.read_movies)
BASICS = Format("imdb", imdb.read_basics)
RATINGS = Format("imdb ratings", imdb.read_ratings, only_known=True)
AKAS = Format("imdb akas", imdb.read_akas, only_known=True)
_HEADS = ((imdb.BASICS, BASICS), (imdb.RATINGS, RATINGS), (imdb.AKAS, AKAS))


def format_of(path: Path) -> Format:
    """The format of a file. UnknownFormat, OSError."""
    try:
        start = first_lines(path)
    except UnicodeDecodeError as error:
        raise UnknownFormat(f"{path.name} is not text in UTF-8") from error
    head = start[0] if start else ""
    for begins, form in _HEADS:
        if head.startswith(begins):
            return form
    if tmdb.is_movie(head):
        return MOVIES
    if tables.is_results("\n".join(start)):
        return RESULTS
    if tables.is_table(head):
        # A table from Wikidata names its films by address, which is what its ids are read from.
        return Format("wikidata", tables.read_table) if "wikidata.org" in "".join(start[1:]) else TABLE
    raise UnknownFormat(
        f"{path.name} has no head line with an id and a title, is no file of IMDb's (title.basics, "
        "title.akas, title.ratings), no JSON lines of TMDB's and no result of Wikidata's"
    )
