"""Entries that servers offer to the shared guide, until the operator has decided."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from knowledge.storage.changes import Change
from knowledge.storage.published import Published
from knowledge.storage.revisions import Deed, Life, Revision, at_number, current
from knowledge.storage.tables import SHARED, offers
from knowledge.storage.writing import Outcome, Written, storable, write

LONGEST_WHY = 500


@dataclass(frozen=True, slots=True)
class Offer:
    """One revision of a server's entry that the server offers to all."""

    id: int
    server: int
    movie: str
    number: int
    who: int | None
    at: datetime


def offer(connection: Connection, server: int, movie: str, number: int, who: int) -> Offer | None:
    """Offers this revision; None where the server does not show it as it is, or offers it already."""
    now = current(connection, server, movie)
    waits = any(found.movie == movie and found.server == server for found in open_offers(connection))
    if waits or now is None or now.number != number or now.life not in (Life.PUBLISHED, Life.CHECKED):
        return None
    values: dict[str, Any] = {
        "server": server,
        "movie": movie,
        "number": number,
        "who": who,
        "at": datetime.now(UTC),
    }
    made = connection.execute(insert(offers).values(values).returning(offers.c.id))
    return Offer(made.scalar_one(), **values)


def open_offers(connection: Connection) -> tuple[Offer, ...]:
    """What waits for the operator, the oldest first."""
    columns = [offers.c[name] for name in ("id", "server", "movie", "number", "who", "at")]
    waiting = select(*columns).where(offers.c.approved.is_(None)).order_by(offers.c.id)
    return tuple(Offer(**row) for row in connection.execute(waiting).mappings())


def offered(connection: Connection, number: int) -> tuple[Offer, Revision] | None:
    """A waiting offer with the revision that is offered, or None."""
    found = next((found for found in open_offers(connection) if found.id == number), None)
    revision = at_number(connection, found.server, found.movie, found.number) if found else None
    return (found, revision) if found and revision else None


def approve(connection: Connection, number: int, who: int, why: str, published: Published) -> Outcome | None:
    """Publishes what was offered in the shared guide; None where it does not wait any more."""
    found = offered(connection, number)
    if found is None:
        return None
    waiting, revision = found
    now = current(connection, SHARED, waiting.movie)
    based_on = now.number if now else 0
    change = Change(waiting.movie, Deed.PUBLISH, who, why, based_on, revision.entry, saw_shared=True)
    outcome = write(connection, SHARED, [change], published.under(SHARED, [waiting.movie]))
    if isinstance(outcome, Written):
        _decide(connection, number, who, why, approved=True)
    return outcome


def decline(connection: Connection, number: int, who: int, why: str) -> bool:
    """Says no, with a reason; False where it does not wait any more."""
    return _decide(connection, number, who, why, approved=False)


def _decide(connection: Connection, number: int, who: int, why: str, *, approved: bool) -> bool:
    waits = (offers.c.id == number, offers.c.approved.is_(None))
    values = {
        "approved": approved,
        "decided_by": who,
        "decided_at": datetime.now(UTC),
        "why": storable(why, LONGEST_WHY),
    }
    return connection.execute(update(offers).where(*waits).values(values)).rowcount == 1
