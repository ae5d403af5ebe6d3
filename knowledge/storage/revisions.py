"""An entry's revisions: what each one holds and how they are looked up. Nothing here changes one."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select, tuple_

from knowledge.entry import Movie
from knowledge.storage.authors import Author
from knowledge.storage.database import in_parts
from knowledge.storage.owners import Owner
from knowledge.storage.tables import revisions


class Stage(StrEnum):
    """Where an entry stands. What is only requested has no entry yet: see requests.py."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CHECKED = "checked"
    RETIRED = "retired"


SHOWN = (Stage.PUBLISHED, Stage.CHECKED)
"""What parents see."""


class ChangeKind(StrEnum):
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
    """One step in the history of one server's entry. It holds the whole entry, to be put back."""

    server: Owner
    movie: str
    number: int
    """1, 2, 3 … without gaps. It was based on the number before it."""
    who: int | None
    """A Discord user id; None for a former member."""
    at: datetime
    why: str
    kind: ChangeKind
    stage: Stage
    locked: bool
    text: str
    """The entry as JSON."""
    shared: str | None
    """The fingerprint of the shared entry that this one was laid over, where there was one."""
    mark: int | None = None
    """What is left of `who` where that was deleted; see authors.py."""

    @property
    def author(self) -> Author:
        """Who made it, as far as that is known."""
        return Author(self.who, self.mark)

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


def history(
    connection: Connection, owner: Owner, movie: str, below: int | None = None, most: int | None = None
) -> tuple[Revision, ...]:
    """The revisions of one entry, the first one first; at most so many, the newest ones below a number."""
    wanted = _one(owner, movie).order_by(revisions.c.number.desc()).limit(most)
    if below is not None:
        wanted = wanted.where(revisions.c.number < below)
    return tuple(map(_revision, connection.execute(wanted).mappings()))[::-1]


def at_number(connection: Connection, owner: Owner, movie: str, number: int) -> Revision | None:
    """One revision, or None."""
    rows = connection.execute(_one(owner, movie).where(revisions.c.number == number))
    return next(map(_revision, rows.mappings()), None)


def current(connection: Connection, owner: Owner, movie: str) -> Revision | None:
    """The newest revision of one entry, or None where this server has none."""
    return next(iter(history(connection, owner, movie, most=1)), None)


def last_shown(connection: Connection, owner: Owner, movie: str) -> Revision | None:
    """The revision of its own that the server shows, or None."""
    kept = _one(owner, movie).where(revisions.c.life != Stage.DRAFT)
    rows = connection.execute(kept.order_by(revisions.c.number.desc()).limit(1)).mappings()
    return next((one for one in map(_revision, rows) if one.stage in SHOWN), None)


def entries(connection: Connection, owner: Owner, *stages: Stage) -> tuple[Revision, ...]:
    """The newest revision of each of a server's entries, or only those in these stages."""
    newest = _newest(revisions.c.server == owner)
    if stages:
        newest = newest.where(revisions.c.life.in_(stages))
    return tuple(map(_revision, connection.execute(newest.order_by(revisions.c.movie)).mappings()))


def unretired(own: Iterable[Revision]) -> dict[str, Movie]:
    """What a server has of its own and has not retired, by id. It reads whole entries."""
    return {one.movie: one.entry for one in own if one.stage is not Stage.RETIRED}


def shown(connection: Connection, owners: Iterable[Owner]) -> dict[tuple[Owner, str], tuple[int, datetime]]:
    """What these servers show of their own: the newest that is no draft, unless retired.

    By owner and entry its number and when it was made; a restored backup may have another of that number.
    """
    newest = _newest(revisions.c.server.in_(list(owners)), revisions.c.life != Stage.DRAFT)
    rows = connection.execute(
        newest.where(revisions.c.life != Stage.RETIRED).with_only_columns(*_KEY, revisions.c.at)
    )
    return {(row.server, row.movie): (row.number, row.at) for row in rows}


def at_keys(connection: Connection, keys: Iterable[tuple[Owner, str, int]]) -> Iterator[Revision]:
    """The revisions of these owners, entries and numbers."""
    for some in in_parts(keys):
        rows = connection.execute(select(revisions).where(tuple_(*_KEY).in_(some)))
        yield from map(_revision, rows.mappings())


_KEY = (revisions.c.server, revisions.c.movie, revisions.c.number)


def _one(owner: Owner, movie: str) -> Select[Any]:
    return select(revisions).where(revisions.c.server == owner, revisions.c.movie == movie)


def _newest(*which: Any) -> Select[Any]:
    """The newest of these revisions for each entry."""
    owner, movie, number = _KEY
    last = select(owner, movie, func.max(number)).where(*which).group_by(owner, movie)
    return select(revisions).where(tuple_(*_KEY).in_(last))


def row_of(revision: Revision) -> dict[str, Any]:
    """The revision as a row of its table."""
    values = asdict(revision)
    return {"deed": values.pop("kind"), "life": values.pop("stage"), **values}


def _revision(row: RowMapping) -> Revision:
    values: dict[str, Any] = {**row}
    kind, stage = ChangeKind(values.pop("deed")), Stage(values.pop("life"))
    return Revision(kind=kind, stage=stage, **values)
