"""What people say is wrong with an entry, until a moderator has looked at it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import storable
from knowledge.storage.servers import ensure_server
from knowledge.storage.tables import reports

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


def report(connection: Connection, server: ServerId, movie: str, who: int, says: str) -> Report:
    """Puts it into the moderators' queue."""
    ensure_server(connection, server)
    values: dict[str, Any] = {
        "movie": movie,
        "says": storable(says, LONGEST_REPORT),
        "who": who,
        "at": datetime.now(UTC),
    }
    made = connection.execute(insert(reports).values(server=server, **values).returning(reports.c.id))
    return Report(made.scalar_one(), **values)


def open_reports(
    connection: Connection, server: ServerId, movie: str | None = None, most: int | None = None
) -> tuple[Report, ...]:
    """What nobody has looked at yet, of one entry or of all, the oldest first."""
    which = () if movie is None else (reports.c.movie == movie,)
    wanted = select(*_COLUMNS).where(*_open(server), *which).order_by(reports.c.id).limit(most)
    return tuple(Report(**row) for row in connection.execute(wanted).mappings())


def open_report(connection: Connection, server: ServerId, number: int) -> Report | None:
    """One of them, or None where it is not open any more."""
    wanted = select(*_COLUMNS).where(*_open(server), reports.c.id == number)
    return next((Report(**row) for row in connection.execute(wanted).mappings()), None)


def reported(connection: Connection, server: ServerId) -> dict[str, int]:
    """How many are open for each entry, the most first."""
    count = func.count().label("count")
    each = select(reports.c.movie, count).where(*_open(server)).group_by(reports.c.movie)
    rows = connection.execute(each.order_by(count.desc(), reports.c.movie))
    return {str(movie): int(many) for movie, many in rows}


def close_report(connection: Connection, server: ServerId, number: int, who: int, answer: str) -> bool:
    """Takes it off the queue with what was done; False where it is not there any more."""
    mine = (*_open(server), reports.c.id == number)
    values = {"closed_by": who, "closed_at": datetime.now(UTC), "answer": storable(answer, LONGEST_ANSWER)}
    return connection.execute(update(reports).where(*mine).values(values)).rowcount == 1


def _open(server: ServerId) -> tuple[ColumnElement[bool], ...]:
    return (reports.c.server == server, reports.c.closed_at.is_(None))


_COLUMNS = [column for column in reports.c if column.name != "server"]
