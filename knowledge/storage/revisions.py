"""An entry's revisions: what each one holds and how they are looked up. Nothing here changes one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select, tuple_

from knowledge.facts import Movie
from knowledge.storage.tables import revisions


class Life(StrEnum):
    """Where an entry stands. What is only requested has no entry yet: see requests.py."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CHECKED = "checked"
    RETIRED = "retired"


class Deed(StrEnum):
    """What a revision did."""

    DRAFT = "draft"
    """Put down an entry that is not shown yet."""
    PUBLISH = "publish"
    """Put down an entry to be shown; where a second person must look first, it waits as a draft."""
    APPROVE = "approve"
    """Show a draft as it is."""
    CHECK = "check"
    """Say that it was compared with the film, and show it."""
    ALIAS = "alias"
    """Change only the other names of the film."""
    REVERT = "revert"
    """Put back an earlier revision, exactly."""
    RETIRE = "retire"
    """Take it out of sight; where there is a shared entry, that one shows again."""
    LOCK = "lock"
    UNLOCK = "unlock"


@dataclass(frozen=True, slots=True)
class Revision:
    """One step in the life of one server's entry. It holds the whole entry, to be put back."""

    server: int
    movie: str
    number: int
    """1, 2, 3 … without gaps. It was based on the number before it."""
    who: int | None
    """A Discord user id; None for a former member."""
    at: datetime
    why: str
    deed: Deed
    life: Life
    locked: bool
    text: str
    """The entry as JSON."""
    shared: str | None
    """The fingerprint of the shared entry that this one was laid over, where there was one."""

    @property
    def entry(self) -> Movie:
        """The entry. Raises pydantic's ValidationError where a newer Usher asks for more than it holds."""
        return Movie.model_validate_json(self.text)


def as_text(movie: Movie) -> str:
    """The entry as it is kept: JSON of what is recorded. A new kind of fact changes no old text."""
    return movie.model_dump_json(exclude_defaults=True)


def fingerprint(movie: Movie | None) -> str | None:
    """A short text that is the same for the same entry, and another for any other."""
    return sha256(as_text(movie).encode()).hexdigest()[:32] if movie else None


def history(connection: Connection, server: int, movie: str) -> tuple[Revision, ...]:
    """Every revision of one entry, the first one first."""
    rows = connection.execute(_one(server, movie).order_by(revisions.c.number))
    return tuple(map(_revision, rows.mappings()))


def at_number(connection: Connection, server: int, movie: str, number: int) -> Revision | None:
    """One revision, or None."""
    rows = connection.execute(_one(server, movie).where(revisions.c.number == number))
    return next(map(_revision, rows.mappings()), None)


def current(connection: Connection, server: int, movie: str) -> Revision | None:
    """The newest revision of one entry, or None where this server has none."""
    rows = connection.execute(_one(server, movie).order_by(revisions.c.number.desc()).limit(1))
    return next(map(_revision, rows.mappings()), None)


def entries(connection: Connection, server: int, *lives: Life) -> tuple[Revision, ...]:
    """The newest revision of each of a server's entries, or only those in these lives."""
    newest = _newest(revisions.c.server == server)
    if lives:
        newest = newest.where(revisions.c.life.in_(lives))
    return tuple(map(_revision, connection.execute(newest.order_by(revisions.c.movie)).mappings()))


def shown(connection: Connection, servers: Iterable[int]) -> tuple[Revision, ...]:
    """What these servers show of their own: the newest that is no draft, unless retired."""
    newest = _newest(revisions.c.server.in_(list(servers)), revisions.c.life != Life.DRAFT)
    rows = connection.execute(newest.where(revisions.c.life != Life.RETIRED))
    return tuple(map(_revision, rows.mappings()))


def _one(server: int, movie: str) -> Select[Any]:
    return select(revisions).where(revisions.c.server == server, revisions.c.movie == movie)


def _newest(*which: Any) -> Select[Any]:
    """The newest of these revisions for each entry."""
    entry = (revisions.c.server, revisions.c.movie)
    last = select(*entry, func.max(revisions.c.number)).where(*which).group_by(*entry)
    return select(revisions).where(tuple_(*entry, revisions.c.number).in_(last))


def _revision(row: RowMapping) -> Revision:
    values: dict[str, Any] = {**row, "deed": Deed(row["deed"]), "life": Life(row["life"])}
    return Revision(**values)
