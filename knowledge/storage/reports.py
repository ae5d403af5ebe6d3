"""What people say is wrong with an entry, until a moderator has looked at it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from knowledge.storage.servers import know
from knowledge.storage.tables import reports
from knowledge.storage.writing import storable

LONGEST_REPORT = 1000
LONGEST_ANSWER = 500


@dataclass(frozen=True, slots=True)
class Report:
    """Something that is said to be wrong."""

    id: int
    movie: str
    says: str
    who: int | None
    """A Discord user id; None for a former member."""
    at: datetime
    closed_by: int | None = None
    closed_at: datetime | None = None
    answer: str | None = None


def report(connection: Connection, server: int, movie: str, who: int, says: str) -> Report:
    """Puts it into the moderators' queue."""
    know(connection, server)
    values: dict[str, Any] = {
        "movie": movie,
        "says": storable(says, LONGEST_REPORT),
        "who": who,
        "at": datetime.now(UTC),
    }
    made = connection.execute(insert(reports).values(server=server, **values).returning(reports.c.id))
    return Report(made.scalar_one(), **values)


def open_reports(connection: Connection, server: int, movie: str | None = None) -> tuple[Report, ...]:
    """What nobody has looked at yet, of one entry or of all, the oldest first."""
    wanted = select(*_COLUMNS).where(reports.c.server == server, reports.c.closed_at.is_(None))
    if movie is not None:
        wanted = wanted.where(reports.c.movie == movie)
    return tuple(Report(**row) for row in connection.execute(wanted.order_by(reports.c.id)).mappings())


def close_report(connection: Connection, server: int, number: int, who: int, answer: str) -> bool:
    """Takes it off the queue with what was done; False where it is not there any more."""
    mine = (reports.c.server == server, reports.c.id == number, reports.c.closed_at.is_(None))
    values = {"closed_by": who, "closed_at": datetime.now(UTC), "answer": storable(answer, LONGEST_ANSWER)}
    return connection.execute(update(reports).where(*mine).values(values)).rowcount == 1


_COLUMNS = [column for column in reports.c if column.name != "server"]
