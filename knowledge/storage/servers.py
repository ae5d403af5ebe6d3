"""A server's settings, and what becomes of its data when it leaves. Its entries stand in revisions.py."""

import secrets
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from knowledge.storage.database import in_parts, upsert
from knowledge.storage.owners import SHARED, Owner, ServerId, owner_of
from knowledge.storage.tables import servers

CHANNEL = "usher"
"""Where processes on one PostgreSQL say to each other that a server's data changed."""
TOUCHED = "usher.touched"
MOST_NAMED = 300
"""Owners that one notice names; PostgreSQL takes 8,000 bytes."""
GRACE = timedelta(days=30)
"""How long a server's data is kept after Usher has left it."""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server chose."""

    moderator_role: int | None = None
    """A Discord role id."""
    queue_channel: int | None = None
    """Where drafts, reports and requests are shown to moderators: a Discord channel id."""
    country: str | None = None
    """Whose official rating comes first: two letters, such as GB."""
    private_answers: bool = False
    strictness: int = 0
    """Years to add to every age of the table."""
    second_person: bool = False
    """Whether somebody else must approve an entry before it is shown."""
    reviews_wait: bool = False
    """Whether a moderator must look at every family's review before it is shown."""


GUARDED = ("moderator_role", "private_answers", "second_person", "reviews_wait")
"""Who may change the guide and by which rules: for whoever may manage the server, not for the chosen role."""
NAMES = tuple(field.name for field in fields(ServerSettings))
_COLUMNS = [servers.c[name] for name in NAMES]


def settings(connection: Connection, owner: Owner) -> ServerSettings:
    """What this server chose, or what holds where nothing was chosen."""
    row = connection.execute(select(*_COLUMNS).where(servers.c.server == owner)).mappings().first()
    return ServerSettings(**row) if row else ServerSettings()


def change_settings(
    connection: Connection, server: ServerId, new: ServerSettings, only: Collection[str] = NAMES
) -> None:
    """Keeps these settings, or only some. Raises ValueError for a country or a strictness that cannot be."""
    if new.country is not None and not (
        len(new.country) == 2 and new.country.isalpha() and new.country.isupper()
    ):
        raise ValueError("a country is two capital letters, such as GB")
    if not 0 <= new.strictness <= 5:
        raise ValueError("strictness is 0 to 5 years")
    bump_version(connection, server, **{name: getattr(new, name) for name in only})


def versions(connection: Connection, owners: Collection[Owner] | None = None) -> dict[Owner, int]:
    """The version of these servers or of all. It is another one after each change of what readers see."""
    wanted = select(servers.c.server, servers.c.version)
    parts = (
        [wanted]
        if owners is None
        else [wanted.where(servers.c.server.in_(some)) for some in in_parts(owners)]
    )
    return {row.server: row.version for part in parts for row in connection.execute(part)}


def settings_of(connection: Connection, owners: Collection[Owner]) -> dict[Owner, tuple[int, ServerSettings]]:
    """Version and settings of these servers, where they are known."""
    rows = connection.execute(select(servers).where(servers.c.server.in_(owners))).mappings()
    return {
        row["server"]: (row["version"], ServerSettings(**{name: row[name] for name in NAMES})) for row in rows
    }


def bump_version(connection: Connection, owner: Owner, **values: Any) -> None:
    """Marks a server as changed and keeps every other writer of it waiting until this transaction ends."""
    changed = {"version": secrets.randbits(62), **values}
    upsert(connection, servers, {"server": owner}, {**asdict(ServerSettings()), **changed}, changed)
    announce(connection, [owner])


def ensure_server(connection: Connection, server: Owner) -> None:
    """Makes sure that the server has its row, for rows of its own to point at. Readers see no change."""
    new = {**asdict(ServerSettings()), "version": secrets.randbits(62)}
    upsert(connection, servers, {"server": server}, new, {})


def left(connection: Connection, server: ServerId, grace: timedelta = GRACE) -> datetime:
    """Notes that Usher left the server; its data goes after the grace period. Says when."""
    gone_at = datetime.now(UTC) + grace
    bump_version(connection, server, gone_at=gone_at)
    return gone_at


def attendance(connection: Connection) -> dict[ServerId, bool]:
    """Every server that wrote something, and whether Usher is there as far as was noted."""
    rows = connection.execute(select(servers.c.server, servers.c.gone_at).where(servers.c.server != SHARED))
    return {row.server: row.gone_at is None for row in rows}


def note_attendance(
    connection: Connection, back: Collection[ServerId], missing: Collection[ServerId]
) -> None:
    """Notes which servers Usher is in again and which it has left, while it was not running."""
    came_back(connection, *back)
    mark_left(connection, missing)


def mark_left(connection: Connection, ids: Iterable[ServerId], grace: timedelta = GRACE) -> None:
    """Notes that Usher left these servers while it was not running; what was noted before keeps its day."""
    _note(connection, ids, servers.c.gone_at.is_(None), datetime.now(UTC) + grace)


def came_back(connection: Connection, *ids: ServerId) -> None:
    """These servers have Usher again, and keep what they wrote."""
    _note(connection, ids, servers.c.gone_at.is_not(None), None)


def remove_gone(connection: Connection) -> frozenset[Owner]:
    """Removes all data of the servers whose grace period is over. Says which."""
    over = (servers.c.gone_at.is_not(None), servers.c.gone_at <= datetime.now(UTC))
    # One that comes back at this moment waits, or is not among them: the condition is looked at again.
    gone = frozenset(connection.execute(delete(servers).where(*over).returning(servers.c.server)).scalars())
    announce(connection, gone)
    return gone


def take_touched(connection: Connection) -> frozenset[Owner]:
    """The servers that were touched on this connection since the last call."""
    return frozenset(connection.info.pop(TOUCHED, ()))


def _note(
    connection: Connection, ids: Iterable[ServerId], where: ColumnElement[bool], gone_at: datetime | None
) -> None:
    """Notes this for those of the servers of which that holds, in one statement or few. No reader sees it."""
    for some in in_parts(sorted(ids)):
        mine = update(servers).where(servers.c.server.in_(some), where)
        connection.execute(mine.values(gone_at=gone_at))


def announce(connection: Connection, owners: Collection[Owner]) -> None:
    """Says, once it is committed, that something of these was changed."""
    if owners:
        connection.info.setdefault(TOUCHED, set()).update(owners)
        _ANNOUNCE[connection.dialect.name](connection, owners)


def _notify(connection: Connection, owners: Collection[Owner]) -> None:
    # PostgreSQL sends it when the transaction is committed, and not at all where it is not.
    named = ",".join(str(int(owner)) for owner in owners) if len(owners) <= MOST_NAMED else ""
    connection.execute(select(func.pg_notify(CHANNEL, named)))


def named_in(notice: str) -> frozenset[Owner] | None:
    """Whose data a notice says that was changed, so that only those who hold it read; None: anybody's."""
    try:
        return frozenset(map(owner_of, map(int, notice.split(","))))
    except ValueError:
        return None


def _nobody_listens(_: Connection, __: Collection[Owner]) -> None:
    """Other processes on one SQLite file look at its data_version instead."""


_ANNOUNCE: dict[str, Callable[[Connection, Collection[Owner]], None]] = {
    "postgresql": _notify,
    "sqlite": _nobody_listens,
}
