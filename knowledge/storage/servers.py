"""A server's settings, and what becomes of its data when it leaves. Its entries stand in revisions.py."""

import secrets
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, select

from knowledge.storage.database import upsert
from knowledge.storage.tables import servers

CHANNEL = "usher"
"""Where processes on one PostgreSQL tell each other that a server's data changed."""
TOUCHED = "usher.touched"
GRACE = timedelta(days=30)
"""How long a server's data is kept after Usher has left it."""


@dataclass(frozen=True, slots=True)
class Settings:
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


_COLUMNS = [servers.c[field.name] for field in fields(Settings)]


def settings(connection: Connection, server: int) -> Settings:
    """What this server chose, or what holds where nothing was chosen."""
    row = connection.execute(select(*_COLUMNS).where(servers.c.server == server)).mappings().first()
    return Settings(**row) if row else Settings()


def change_settings(connection: Connection, server: int, new: Settings) -> None:
    """Keeps these settings. Raises ValueError for a country or a strictness that cannot be."""
    if new.country is not None and not (
        len(new.country) == 2 and new.country.isalpha() and new.country.isupper()
    ):
        raise ValueError("a country is two capital letters, such as GB")
    if not 0 <= new.strictness <= 5:
        raise ValueError("strictness is 0 to 5 years")
    touch(connection, server, **asdict(new))


def versions(connection: Connection) -> dict[int, int]:
    """Every server's version. It is another one after each change of what readers see."""
    rows = connection.execute(select(servers.c.server, servers.c.version))
    return {row.server: row.version for row in rows}


def settings_of(connection: Connection, ids: Collection[int]) -> dict[int, tuple[int, Settings]]:
    """Version and settings of these servers, where they are known."""
    rows = connection.execute(select(servers).where(servers.c.server.in_(ids))).mappings()
    chosen = [column.name for column in _COLUMNS]
    return {row["server"]: (row["version"], Settings(**{name: row[name] for name in chosen})) for row in rows}


def touch(connection: Connection, server: int, **values: Any) -> None:
    """Marks a server as changed and keeps every other writer of it waiting until this transaction ends."""
    changed = {"version": secrets.randbits(62), **values}
    upsert(connection, servers, {"server": server}, {**asdict(Settings()), **changed}, changed)
    connection.info.setdefault(TOUCHED, set()).add(server)
    _TELL[connection.dialect.name](connection, server)


def know(connection: Connection, server: int) -> None:
    """Makes sure that the server has its row, for rows of its own to point at. Readers see no change."""
    new = {**asdict(Settings()), "version": secrets.randbits(62)}
    upsert(connection, servers, {"server": server}, new, {})


def left(connection: Connection, server: int, grace: timedelta = GRACE) -> datetime:
    """Notes that Usher left the server; its data goes after the grace period. Says when."""
    gone_at = datetime.now(UTC) + grace
    touch(connection, server, gone_at=gone_at)
    return gone_at


def left_unheard(connection: Connection, ids: Collection[int], grace: timedelta = GRACE) -> None:
    """Notes that Usher left these servers while nobody heard it; what was noted before keeps its day."""
    fresh = select(servers.c.server).where(servers.c.server.in_(ids), servers.c.gone_at.is_(None))
    for server in list(connection.execute(fresh).scalars()):
        left(connection, server, grace)


def came_back(connection: Connection, server: int) -> None:
    """The server has Usher again, and keeps what it wrote."""
    here = select(servers.c.server).where(servers.c.server == server, servers.c.gone_at.is_not(None))
    if connection.execute(here).scalar() is not None:
        touch(connection, server, gone_at=None)


def remove_gone(connection: Connection) -> frozenset[int]:
    """Removes all data of the servers whose grace period is over. Says which."""
    over = (servers.c.gone_at.is_not(None), servers.c.gone_at <= datetime.now(UTC))
    gone: set[int] = set()
    for server in connection.execute(select(servers.c.server).where(*over)).scalars().all():
        touch(connection, server)  # From here on it cannot come back; but it may just have done so.
        if connection.execute(delete(servers).where(servers.c.server == server, *over)).rowcount:
            gone.add(server)
    return frozenset(gone)


def take_touched(connection: Connection) -> frozenset[int]:
    """The servers that were touched on this connection since the last call."""
    return frozenset(connection.info.pop(TOUCHED, ()))


def _notify(connection: Connection, server: int) -> None:
    # PostgreSQL sends it when the transaction is committed, and not at all where it is not.
    connection.execute(select(func.pg_notify(CHANNEL, str(server))))


def _nobody_listens(connection: Connection, server: int) -> None:
    """Other processes on one SQLite file look at its data_version instead."""


_TELL: dict[str, Callable[[Connection, int], None]] = {"postgresql": _notify, "sqlite": _nobody_listens}
