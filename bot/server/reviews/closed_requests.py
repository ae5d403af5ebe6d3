"""Requests that reviews close: who waited for a film without a guide hears that families have told of it."""

from bot.notifications import announce_families
from bot.session import Session
from knowledge.reviews.groups import ENOUGH
from knowledge.titles.films import Film


def told_of(session: Session, film: Film) -> int:
    """How many families have told about it."""
    return session.library.reviews_of(film.id, film.imdb).count


async def close_requests(session: Session, film: Film, before: int) -> None:
    """Takes the film off the list when enough families have told about it, who were fewer before.

    Who asks to be told later than that waits for the guide.
    """
    count = told_of(session, film)
    if before < ENOUGH <= count and film.id not in session.library.movies:
        await announce_families(session.resources, session.server, film, count)
