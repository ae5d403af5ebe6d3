"""Entries that servers offer to the shared guide, until the operator has decided."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from knowledge.storage.authors import Author
from knowledge.storage.changes import Change, Refusal
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.revision_writer import RefusedChange, WriteResult, Written, storable, write
from knowledge.storage.revisions import SHOWN, ChangeKind, Revision, at_number, current
from knowledge.storage.servers import settings
from knowledge.storage.snapshot import Snapshot
from knowledge.storage.tables import offers

LONGEST_WHY = 500


@dataclass(frozen=True, slots=True)
class Offer:
    """One revision of a server's entry that the server offers to all."""

    id: int
    server: ServerId
    movie: str
    number: int
    who: int | None
    at: datetime
    mark: int | None = None
    """What is left of `who` where that was deleted; see authors.py."""


def offer(connection: Connection, server: ServerId, movie: str, number: int, who: int) -> Offer | None:
    """Offers this revision; None where the server does not show it as it is, or offers it already."""
    now = current(connection, server, movie)
    same = _open().where(offers.c.server == server, offers.c.movie == movie)
    waits = connection.execute(same.limit(1)).first() is not None
    if waits or now is None or now.number != number or now.stage not in SHOWN:
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


def open_offers(connection: Connection, most: int | None = None) -> tuple[Offer, ...]:
    """What waits for the operator, the oldest first."""
    rows = connection.execute(_open().order_by(offers.c.id).limit(most)).mappings()
    return tuple(Offer(**row) for row in rows)


def count_offers(connection: Connection) -> int:
    """How many wait."""
    waiting = select(func.count()).where(offers.c.approved.is_(None))
    return connection.execute(waiting).scalar_one()


def waiting_offers(connection: Connection, most: int) -> tuple[tuple[Offer, Revision], ...]:
    """The oldest ones that wait, each with the revision that is offered."""
    return tuple(
        (found, revision)
        for found in open_offers(connection, most)
        if (revision := at_number(connection, found.server, found.movie, found.number))
    )


def offered(connection: Connection, number: int) -> tuple[Offer, Revision] | None:
    """A waiting offer with the revision that is offered, or None."""
    row = connection.execute(_open().where(offers.c.id == number)).mappings().first()
    found = Offer(**row) if row else None
    revision = at_number(connection, found.server, found.movie, found.number) if found else None
    return (found, revision) if found and revision else None


def approve(
    connection: Connection, number: int, who: int, why: str, published: Snapshot
) -> WriteResult | None:
    """Publishes what was offered in the shared guide; None where it does not wait any more.

    Where the server asks for a second person, nobody approves what they offered themselves.
    """
    found = offered(connection, number)
    if found is None:
        return None
    waiting, revision = found
    now = current(connection, SHARED, waiting.movie)
    based_on = now.number if now else 0
    change = Change(waiting.movie, ChangeKind.PUBLISH, who, why, based_on, revision.entry, saw_shared=True)
    own = Author(waiting.who, waiting.mark).may_be(who)
    if own and settings(connection, waiting.server).second_person:
        return RefusedChange(change, Refusal.OWN_OFFER)
    outcome = write(connection, SHARED, [change], published.under(SHARED, [waiting.movie]))
    if isinstance(outcome, Written):
        _decide(connection, number, who, why, approved=True)
    return outcome


def decline(connection: Connection, number: int, who: int, why: str) -> bool:
    """Says no, with a reason; False where it does not wait any more."""
    return _decide(connection, number, who, why, approved=False)


def _open() -> Select[Any]:
    names = ("id", "server", "movie", "number", "who", "at", "mark")
    return select(*(offers.c[name] for name in names)).where(offers.c.approved.is_(None))


def _decide(connection: Connection, number: int, who: int, why: str, *, approved: bool) -> bool:
    waits = (offers.c.id == number, offers.c.approved.is_(None))
    values = {
        "approved": approved,
        "decided_by": who,
        "decided_at": datetime.now(UTC),
        "why": storable(why, LONGEST_WHY),
    }
    return connection.execute(update(offers).where(*waits).values(values)).rowcount == 1
