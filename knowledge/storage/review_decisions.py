"""What moderators decide about reviews, and what people report of them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from knowledge.storage.owners import ServerId
from knowledge.storage.review_summaries import recounted
from knowledge.storage.reviews import ReviewState, StoredReview, review_at, stored
from knowledge.storage.revision_writer import storable
from knowledge.storage.servers import bump_version
from knowledge.storage.tables import review_reports, reviews

LONGEST_SAYS = 500


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """What somebody finds wrong with a review."""

    who: int | None
    """A Discord user id; None for a former member."""
    says: str


def decide(
    connection: Connection, server: ServerId, number: int, state: ReviewState, by: int, why: str | None = None
) -> StoredReview | None:
    """Shows, hides or removes a review and closes what was reported of it; None where it is gone."""
    bump_version(connection, server)
    old = review_at(connection, server, number)
    if old is None:
        return None
    values: dict[str, Any] = {
        "state": state,
        "held_for": "",
        "decided_by": by,
        "decided_at": datetime.now(UTC),
        "why": storable(why) if why else None,
    }
    return _changed(connection, old, values, by)


def mark_spoiler(connection: Connection, server: ServerId, number: int, by: int) -> StoredReview | None:
    """Hides its words behind a spoiler mark; None where it is gone."""
    bump_version(connection, server)
    old = review_at(connection, server, number)
    if old is None:
        return None
    marked = old.review.model_copy(update={"spoils": True}).model_dump_json(exclude_defaults=True)
    return _changed(connection, old, {"form": marked, "decided_by": by}, by)


def _changed(
    connection: Connection, old: StoredReview, values: dict[str, Any], by: int
) -> StoredReview | None:
    connection.execute(update(reviews).where(reviews.c.id == old.id).values(**values))
    waiting = (review_reports.c.review == old.id, review_reports.c.closed_at.is_(None))
    closed = {"closed_by": by, "closed_at": datetime.now(UTC)}
    connection.execute(update(review_reports).where(*waiting).values(**closed))
    new = review_at(connection, old.server, old.id)
    recounted(connection, old.server, old.movie, old.counted, new and new.counted)
    return new


def report_review(
    connection: Connection, server: ServerId, number: int, who: int, says: str
) -> StoredReview | None:
    """Puts it before the moderators, once a person; None where the review is gone."""
    found = review_at(connection, server, number)
    if found is None:
        return None
    mine = (review_reports.c.review == number, review_reports.c.who == who)
    again = select(exists().where(*mine, review_reports.c.closed_at.is_(None)))
    if not connection.execute(again).scalar():
        row = {"server": server, "review": number, "who": who, "at": datetime.now(UTC)}
        connection.execute(insert(review_reports).values(**row, says=storable(says, LONGEST_SAYS)))
    return found


def reports_of(
    connection: Connection, server: ServerId, number: int, most: int = 5
) -> tuple[ReviewReport, ...]:
    """What is said of a review and nobody has looked at yet, the oldest first."""
    table = review_reports.c
    mine = (table.server == server, table.review == number, table.closed_at.is_(None))
    rows = connection.execute(select(table.who, table.says).where(*mine).order_by(table.id).limit(most))
    return tuple(ReviewReport(row.who, row.says) for row in rows)


def waiting_reviews(connection: Connection, server: ServerId, most: int) -> tuple[StoredReview, ...]:
    """What is held or was reported, the oldest first."""
    rows = connection.execute(
        select(reviews).where(*_waits(server)).order_by(reviews.c.at, reviews.c.id).limit(most)
    )
    return tuple(map(stored, rows.mappings()))


def count_waiting(connection: Connection, server: ServerId) -> int:
    """How many those are."""
    return connection.execute(select(func.count()).where(*_waits(server))).scalar_one()


def _waits(server: ServerId) -> tuple[Any, ...]:
    open_reports = (review_reports.c.server == server, review_reports.c.closed_at.is_(None))
    reported = select(review_reports.c.review).where(*open_reports)
    held = reviews.c.state == ReviewState.HELD
    return reviews.c.server == server, or_(held, reviews.c.id.in_(reported))
