"""Who found a review helpful, and what comes of it: the order in which reviews are shown."""

from sqlalchemy import Connection, delete, select, update

from knowledge.reviews.wilson import wilson_bound
from knowledge.storage.database import upsert
from knowledge.storage.owners import ServerId
from knowledge.storage.review_summaries import recounted
from knowledge.storage.reviews import ReviewState, StoredReview, review_at
from knowledge.storage.servers import bump_version
from knowledge.storage.tables import review_presses, reviews


class OwnReview(Exception):
    """Nobody says of their own review that it is helpful. Nothing was kept."""


def press(
    connection: Connection, server: ServerId, number: int, who: int, *, helpful: bool
) -> StoredReview | None:
    """Notes what this person finds, in place of what they found before; None where it is not shown any more.

    Raises OwnReview.
    """
    bump_version(connection, server)
    found = review_at(connection, server, number)
    if found is None or found.state is not ReviewState.SHOWN:
        return None
    if found.who == who:
        raise OwnReview
    key, values = {"review": number, "who": who}, {"server": server, "helpful": helpful}
    upsert(connection, review_presses, key, values, values)
    _count(connection, found)
    return review_at(connection, server, number)


def delete_presses_of(connection: Connection, person: int) -> int:
    """Takes away all that this person pressed, in every server; how many there were."""
    pressed = select(reviews.c.server, reviews.c.id).join(
        review_presses, review_presses.c.review == reviews.c.id
    )
    mine = pressed.where(review_presses.c.who == person).order_by(reviews.c.server, reviews.c.id)
    rows = [(row.server, row.id) for row in connection.execute(mine)]
    for server in dict.fromkeys(server for server, _ in rows):
        bump_version(connection, server)
    if rows:
        connection.execute(delete(review_presses).where(review_presses.c.who == person))
    for server, number in rows:
        if found := review_at(connection, server, number):
            _count(connection, found)
    return len(rows)


def _count(connection: Connection, found: StoredReview) -> None:
    wanted = select(review_presses.c.helpful).where(review_presses.c.review == found.id)
    pressed = list(connection.execute(wanted).scalars())
    helpful = sum(pressed)
    values = {
        "helpful": helpful,
        "unhelpful": len(pressed) - helpful,
        "rank": wilson_bound(helpful, len(pressed)),
    }
    connection.execute(update(reviews).where(reviews.c.id == found.id).values(**values))
    recounted(connection, found.server, found.movie, None, None)
