"""Requests that reviews close: who waited for a film without a guide hears that families have told of it."""

from bot.notifications import announce_families
from bot.session import Session
from knowledge.reviews.groups import ENOUGH
from knowledge.titles.films import Film


async def close_requests(session: Session, film: Film) -> None:
    """Takes the film off the list when enough families have told about it."""
    library = session.library
    count = library.reviews_of(film.id, film.imdb).count
    if count >= ENOUGH and film.id not in library.movies:
        await announce_families(session.resources, session.server, film, count)
