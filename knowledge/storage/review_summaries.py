"""What all reviews of a film say together, kept with each change: one row a film, never counted anew."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from secrets import randbits
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, select, tuple_

from knowledge.reviews.counts import Counts, replaced
from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import QuotedReview, Review
from knowledge.storage.database import in_parts, upsert
from knowledge.storage.owners import Owner, ServerId
from knowledge.storage.tables import review_summaries, reviews

MOST_QUOTED = 3
"""Reviews of a film that are kept beside its counts, to be quoted."""
SHOWN = "shown"
"""The state of the reviews that are counted."""
Key = tuple[Owner, str]
"""A server and a film."""
_QUOTES = TypeAdapter(tuple[QuotedReview, ...])
_KEY = (review_summaries.c.server, review_summaries.c.movie)


def recounted(
    connection: Connection, server: ServerId, movie: str, old: Review | None, new: Review | None
) -> None:
    """Puts one review in the place of another; None where none is shown. The server's row must be locked."""
    _keep(connection, server, movie, lambda counts: replaced(counts, old, new))


def added(connection: Connection, server: ServerId, movie: str, new: Iterable[Review]) -> None:
    """Adds reviews that were not there. The server's row must be locked."""
    _keep(connection, server, movie, lambda counts: _with(counts, new))


def _with(counts: Counts, new: Iterable[Review]) -> Counts:
    for review in new:
        counts = replaced(counts, None, review)
    return counts


def _keep(connection: Connection, server: ServerId, movie: str, change: Callable[[Counts], Counts]) -> None:
    mine = (review_summaries.c.server == server, review_summaries.c.movie == movie)
    kept = connection.execute(select(review_summaries.c.counts).where(*mine)).scalar()
    counts: Counts = json.loads(kept) if kept else {}
    values: dict[str, Any] = {
        "version": randbits(62),
        "counts": json.dumps(change(counts)),
        "best": _best(connection, server, movie),
    }
    upsert(connection, review_summaries, {"server": server, "movie": movie}, values, values)


def _best(connection: Connection, server: ServerId, movie: str) -> str | None:
    """The most helpful reviews that have words; None where none has."""
    table = reviews.c
    mine = (table.server == server, table.movie == movie, table.state == SHOWN, table.told)
    shown = select(table.id, table.form, table.at, table.helpful).where(*mine)
    quotes = tuple(
        QuotedReview(
            id=row.id, review=Review.model_validate_json(row.form), on=row.at.date(), helpful=row.helpful
        )
        for row in connection.execute(shown.order_by(table.place.desc()).limit(MOST_QUOTED))
    )
    return _QUOTES.dump_json(quotes, exclude_defaults=True).decode() if quotes else None


def summary_versions(connection: Connection, owners: Collection[Owner]) -> dict[Key, int]:
    """The version of what is said of each film in these servers."""
    table = review_summaries.c
    rows = connection.execute(
        select(table.server, table.movie, table.version).where(table.server.in_(owners))
    )
    return {(row.server, row.movie): row.version for row in rows}


def summaries(connection: Connection, keys: Iterable[Key]) -> Mapping[Key, tuple[int, FilmReviews]]:
    """What is said of these films, with its version."""
    found: dict[Key, tuple[int, FilmReviews]] = {}
    for some in in_parts(keys):
        rows = connection.execute(select(review_summaries).where(tuple_(*_KEY).in_(some)))
        for row in rows:
            best = _QUOTES.validate_json(row.best) if row.best else ()
            found[row.server, row.movie] = row.version, FilmReviews.of(json.loads(row.counts), best)
    return found
