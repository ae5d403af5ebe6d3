"""Entries from a file as changes to what a server has: those that differ, based on what is there now."""

from collections.abc import Iterable

from sqlalchemy import Connection

from knowledge.facts import Movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.revisions import Deed, current


def changes_for(
    connection: Connection, server: int, movies: Iterable[Movie], who: int, why: str, seen: Library
) -> tuple[Change, ...]:
    """What must be written so that the server shows these entries; `seen` is what it shows now.

    Take it when the differences are shown and write it when they are confirmed: what others changed in
    between is then a conflict. An entry that is shown as it is already, its own or shared, needs no change.
    """
    return tuple(
        Change(movie.id, Deed.PUBLISH, who, why, _number(connection, server, movie.id), movie)
        for movie in movies
        if seen.get(movie.id) != movie
    )


def _number(connection: Connection, server: int, movie: str) -> int:
    now = current(connection, server, movie)
    return now.number if now else 0
