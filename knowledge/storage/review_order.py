"""A film's reviews in their order, page by page; a page is found by a review, so the last is no slower."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from knowledge.storage.owners import ServerId
from knowledge.storage.reviews import ReviewState, StoredReview, stored
from knowledge.storage.tables import reviews

PAGE = 3
"""Reviews on one page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page is wanted."""

    number: int = 0
    """What it is called, counted from 0."""
    place: int | None = None
    """Where the review stands that it follows; None for the first page."""
    back: bool = False
    """Whether it ends before that review instead."""


FIRST = Turn()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Some reviews, and the pages beside them."""

    number: int
    reviews: tuple[StoredReview, ...]
    before: Turn | None
    after: Turn | None


def page_of(connection: Connection, server: ServerId, movie: str, turn: Turn = FIRST) -> ReviewPage:
    """The reviews of a page, the most helpful first; the first page where too few are left."""
    found = _found(connection, server, movie, turn)
    if turn.place is not None and len(found) < (PAGE if turn.back else 1):
        return page_of(connection, server, movie)
    shown = found[PAGE - 1 :: -1] if turn.back else found[:PAGE]
    before = Turn(turn.number - 1, shown[0]["place"], back=True) if turn.number > 1 else FIRST
    after = Turn(turn.number + 1, shown[-1]["place"]) if turn.back or len(found) > PAGE else None
    return ReviewPage(turn.number, tuple(map(stored, shown)), before if turn.number else None, after)


def _found(connection: Connection, server: ServerId, movie: str, turn: Turn) -> Sequence[RowMapping]:
    """Those of a page and one more where there is one, from where it goes on."""
    place = reviews.c.place
    here = (reviews.c.server == server, reviews.c.movie == movie, reviews.c.state == ReviewState.SHOWN)
    wanted = select(reviews).where(*here).order_by(place.asc() if turn.back else place.desc())
    if turn.place is not None:
        wanted = wanted.where(place > turn.place if turn.back else place < turn.place)
    return connection.execute(wanted.limit(PAGE + 1)).mappings().all()
