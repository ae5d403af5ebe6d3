"""A server's reviews out of the database and back, without people; taken twice they are there once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import Connection, insert, select

from knowledge.reviews.review import Review
from knowledge.reviews.review_file import TransferredReview
from knowledge.reviews.safety import held_for, is_too_young
from knowledge.storage.owners import ServerId
from knowledge.storage.review_summaries import added
from knowledge.storage.reviews import ReviewState
from knowledge.storage.servers import bump_version
from knowledge.storage.tables import reviews

Key = tuple[str, str, str]
"""Film, day and words: what tells two reviews apart when nobody says who wrote them."""


@dataclass(frozen=True, slots=True)
class TakenReviews:
    """What came of a file."""

    new: int
    held: int
    """Of the new ones those that wait for a moderator."""
    there: int
    """Those that were here already."""
    refused: int
    """Those by somebody who says that they are too young."""


def shown_reviews(connection: Connection, server: ServerId) -> tuple[TransferredReview, ...]:
    """All that readers of this server see, the oldest first."""
    mine = (reviews.c.server == server, reviews.c.state == ReviewState.SHOWN)
    rows = connection.execute(
        select(reviews.c.movie, reviews.c.at, reviews.c.form).where(*mine).order_by(reviews.c.id)
    )
    return tuple(
        TransferredReview(film=row.movie, on=row.at.date(), review=Review.model_validate_json(row.form))
        for row in rows
    )


def take_reviews(
    connection: Connection, server: ServerId, taken: Sequence[TransferredReview]
) -> TakenReviews:
    """Adds those that are not here yet; what could lead to a child waits as if it were written here."""
    bump_version(connection, server)
    there = _there(connection, server)
    fit = [one for one in taken if not is_too_young(one.review)]
    new: list[TransferredReview] = []
    for one in fit:
        if there[key := _key(one)]:
            there[key] -= 1
        else:
            new.append(one)
    rows = [_row(server, one) for one in new]
    if rows:
        connection.execute(insert(reviews), rows)
    shown = [one for one in new if not held_for(one.review)]
    for film in dict.fromkeys(one.film for one in shown):
        added(connection, server, film, [one.review for one in shown if one.film == film])
    return TakenReviews(len(new), len(new) - len(shown), len(fit) - len(new), len(taken) - len(fit))


def _there(connection: Connection, server: ServerId) -> Counter[Key]:
    rows = connection.execute(
        select(reviews.c.movie, reviews.c.at, reviews.c.form).where(reviews.c.server == server)
    )
    return Counter(
        _key(TransferredReview(film=row.movie, on=row.at.date(), review=Review.model_validate_json(row.form)))
        for row in rows
    )


def _key(one: TransferredReview) -> Key:
    nameless = one.review.model_copy(update={"named": False})
    return one.film, one.on.isoformat(), nameless.model_dump_json()


def _row(server: ServerId, one: TransferredReview) -> dict[str, object]:
    why = held_for(one.review)
    return {
        "server": server,
        "movie": one.film,
        "who": None,
        "form": one.review.model_copy(update={"named": False}).model_dump_json(exclude_defaults=True),
        "state": ReviewState.HELD if why else ReviewState.SHOWN,
        "held_for": ",".join(why),
        "told": one.review.told,
        "helpful": 0,
        "unhelpful": 0,
        "rank": 0.0,
        "at": datetime.combine(one.on, time(), UTC),
    }
