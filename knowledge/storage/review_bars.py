"""Who may write no reviews in a server. A bar outlives a deleted name as a mark: then one waits instead."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from sqlalchemy import Connection, delete, select

from knowledge.storage.authors import Author
from knowledge.storage.database import upsert
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import storable
from knowledge.storage.servers import ensure_server
from knowledge.storage.tables import review_bars

MOST_BARS = 25


class Standing(Enum):
    """Whether somebody may write reviews."""

    FREE = "free"
    DOUBTED = "doubted"
    """They may be somebody who was barred and has deleted their data."""
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class Bar:
    """One person who may write no reviews."""

    id: int
    who: int | None
    """None where they deleted their data."""
    at: datetime
    why: str


def bar(connection: Connection, server: ServerId, who: int, by: int, why: str) -> None:
    """From now on this person writes no reviews in the server; what they wrote stays."""
    ensure_server(connection, server)
    values = {"decided_by": by, "at": datetime.now(UTC), "why": storable(why)}
    upsert(connection, review_bars, {"server": server, "who": who}, values, values)


def lift_bar(connection: Connection, server: ServerId, number: int) -> bool:
    """They may again; whether they were barred."""
    mine = (review_bars.c.server == server, review_bars.c.id == number)
    return connection.execute(delete(review_bars).where(*mine)).rowcount > 0


def bars(connection: Connection, server: ServerId) -> tuple[Bar, ...]:
    """Who is barred, the newest first; as many as a menu can list."""
    table = review_bars.c
    wanted = select(table.id, table.who, table.at, table.why).where(table.server == server)
    rows = connection.execute(wanted.order_by(table.at.desc(), table.id.desc()).limit(MOST_BARS)).mappings()
    return tuple(Bar(**row) for row in rows)


def standing(connection: Connection, server: ServerId, who: int) -> Standing:
    """Whether this person may write."""
    wanted = select(review_bars.c.who, review_bars.c.mark).where(review_bars.c.server == server)
    barred = [Author(row.who, row.mark) for row in connection.execute(wanted)]
    if any(one.who == who for one in barred):
        return Standing.BARRED
    return Standing.DOUBTED if any(one.may_be(who) for one in barred) else Standing.FREE
