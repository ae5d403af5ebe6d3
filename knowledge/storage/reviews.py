"""Families' reviews: one a person, film and server; what it said before is kept for moderators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, func, insert, select, update

from knowledge.reviews.review import Review
from knowledge.reviews.safety import HeldFor, held_for, is_too_young
from knowledge.storage.owners import ServerId
from knowledge.storage.review_bars import Standing, standing
from knowledge.storage.review_summaries import recounted
from knowledge.storage.servers import bump_version, settings
from knowledge.storage.tables import review_history, reviews


class ReviewState(StrEnum):
    """Where a review stands; only one that is shown is counted."""

    SHOWN = "shown"
    HELD = "held"
    """It waits for a moderator."""
    HIDDEN = "hidden"
    REMOVED = "removed"


TAKEN_DOWN = frozenset({ReviewState.HIDDEN, ReviewState.REMOVED})


class Barred(Exception):
    """This person may write no reviews in this server. Nothing was kept."""


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review as it is kept."""

    id: int
    server: ServerId
    movie: str
    who: int | None
    """A Discord user id; None for one that came with a file."""
    review: Review
    state: ReviewState
    held_for: tuple[HeldFor, ...]
    helpful: int
    unhelpful: int
    at: datetime
    why: str | None
    """What a moderator told the writer."""
    locale: str | None = None
    """Of the writer's Discord, such as `de`."""

    @property
    def counted(self) -> Review | None:
        """What counts of it."""
        return self.review if self.state is ReviewState.SHOWN else None


@dataclass(frozen=True, slots=True)
class BegunReview:
    """Where somebody stands before they write."""

    old: StoredReview | None
    """What they said of the film before."""
    wrote_before: bool
    """Whether they wrote of any film here: then they know the guidelines."""
    standing: Standing


def write_review(
    connection: Connection, server: ServerId, movie: str, who: int, new: Review, locale: str | None = None
) -> StoredReview | None:
    """Keeps it in place of what this person said of the film before, shown or held. Raises Barred.

    None for somebody who says that they are too young: nothing of theirs is kept in this server.
    """
    bump_version(connection, server)
    if is_too_young(new):
        for old in own_reviews(connection, server, who):
            _delete(connection, old)
        return None
    may = standing(connection, server, who)
    if may is Standing.BARRED:
        raise Barred
    old = review_of(connection, server, movie, who)
    waits = settings(connection, server).reviews_wait
    why = _reasons(new, old, doubted=may is Standing.DOUBTED, all_wait=waits)
    if old:
        _into_history(connection, old)
    key = {"server": server, "movie": movie, "who": who}
    stored = _put(connection, old, key, new, why, locale)
    recounted(connection, server, movie, old and old.counted, stored.counted)
    return stored


def _reasons(new: Review, old: StoredReview | None, *, doubted: bool, all_wait: bool) -> tuple[HeldFor, ...]:
    """What it must wait for. What was taken down waits also when it says something else now."""
    down = old is not None and (old.state in TAKEN_DOWN or HeldFor.TAKEN_DOWN in old.held_for)
    beside = (
        (HeldFor.ALL_WAIT, all_wait),
        (HeldFor.TAKEN_DOWN, down),
        (HeldFor.MAYBE_BARRED, doubted),
    )
    return (*held_for(new), *(why for why, holds in beside if holds))


def _put(
    connection: Connection,
    old: StoredReview | None,
    key: dict[str, Any],
    new: Review,
    why: tuple[HeldFor, ...],
    locale: str | None,
) -> StoredReview:
    values: dict[str, Any] = {
        "form": new.model_dump_json(exclude_defaults=True),
        "state": ReviewState.HELD if why else ReviewState.SHOWN,
        "held_for": ",".join(why),
        "told": new.told,
        "at": datetime.now(UTC),
        "why": None,
        "locale": locale,
    }
    if old:
        changed = update(reviews).where(reviews.c.id == old.id).values(**values)
        connection.execute(changed)
        number = old.id
    else:
        fresh = {"helpful": 0, "unhelpful": 0, "rank": 0.0}
        made = insert(reviews).values(**key, **values, **fresh).returning(reviews.c.id)
        number = connection.execute(made).scalar_one()
    return stored(connection.execute(select(reviews).where(reviews.c.id == number)).mappings().one())


def _into_history(connection: Connection, old: StoredReview) -> None:
    mine = review_history.c.review == old.id
    last = connection.execute(select(func.max(review_history.c.number)).where(mine)).scalar() or 0
    row = {"server": old.server, "review": old.id, "number": last + 1, "state": old.state, "at": old.at}
    text = old.review.model_dump_json(exclude_defaults=True)
    connection.execute(insert(review_history).values(**row, form=text))


def review_of(connection: Connection, server: ServerId, movie: str, who: int) -> StoredReview | None:
    """What this person said of the film, or None."""
    return _first(connection, _here(server).where(reviews.c.movie == movie, reviews.c.who == who))


def begun_by(connection: Connection, server: ServerId, movie: str, who: int) -> BegunReview:
    """What must be known before somebody writes."""
    mine = select(reviews.c.id).where(reviews.c.server == server, reviews.c.who == who).limit(1)
    return BegunReview(
        review_of(connection, server, movie, who),
        connection.execute(mine).first() is not None,
        standing(connection, server, who),
    )


def own_reviews(
    connection: Connection, server: ServerId, who: int, most: int | None = None
) -> tuple[StoredReview, ...]:
    """All that this person wrote in the server, the newest first."""
    mine = _here(server).where(reviews.c.who == who).order_by(reviews.c.at.desc(), reviews.c.id.desc())
    return tuple(map(stored, connection.execute(mine.limit(most)).mappings()))


def review_at(connection: Connection, server: ServerId, number: int) -> StoredReview | None:
    """One review, or None."""
    return _first(connection, _here(server).where(reviews.c.id == number))


def past_of(connection: Connection, server: ServerId, number: int, most: int) -> tuple[Review, ...]:
    """What a review said before its writer changed it, the newest first."""
    mine = (review_history.c.server == server, review_history.c.review == number)
    wanted = select(review_history.c.form).where(*mine).order_by(review_history.c.number.desc()).limit(most)
    return tuple(Review.model_validate_json(form) for form in connection.execute(wanted).scalars())


def delete_review(connection: Connection, server: ServerId, movie: str, who: int) -> bool:
    """Takes away what this person said of the film, with its history; whether there was anything."""
    bump_version(connection, server)
    found = review_of(connection, server, movie, who)
    if found:
        _delete(connection, found)
    return found is not None


def delete_all_of(connection: Connection, person: int) -> int:
    """Takes away all that this person wrote, in every server; how many there were."""
    wanted = select(reviews).where(reviews.c.who == person).order_by(reviews.c.server, reviews.c.id)
    found = [stored(row) for row in connection.execute(wanted).mappings()]
    for server in dict.fromkeys(one.server for one in found):
        bump_version(connection, server)
    for one in found:
        _delete(connection, one)
    return len(found)


def _delete(connection: Connection, old: StoredReview) -> None:
    connection.execute(delete(reviews).where(reviews.c.id == old.id))
    recounted(connection, old.server, old.movie, old.counted, None)


def _here(server: ServerId) -> Select[Any]:
    return select(reviews).where(reviews.c.server == server)


def _first(connection: Connection, wanted: Select[Any]) -> StoredReview | None:
    return next(map(stored, connection.execute(wanted).mappings()), None)


def stored(row: RowMapping) -> StoredReview:
    """A row as what it is."""
    return StoredReview(
        id=row["id"],
        server=row["server"],
        movie=row["movie"],
        who=row["who"],
        review=Review.model_validate_json(row["form"]),
        state=ReviewState(row["state"]),
        held_for=_split(row["held_for"]),
        helpful=row["helpful"],
        unhelpful=row["unhelpful"],
        at=row["at"],
        why=row["why"],
        locale=row["locale"],
    )


def _split(text: str) -> tuple[HeldFor, ...]:
    names: Iterable[str] = text.split(",") if text else ()
    return tuple(map(HeldFor, names))
