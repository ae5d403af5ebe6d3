"""Titles that were asked for and not found: how often, never by whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, select

from knowledge.entry import Movie
from knowledge.library import film_of
from knowledge.storage.database import in_parts, upsert
from knowledge.storage.owners import SHARED, Owner, ServerId
from knowledge.storage.servers import ensure_server
from knowledge.storage.tables import notices, requests
from knowledge.titles.films import Film
from knowledge.titles.folding import fold

LONGEST_TITLE = 100
MOST_TITLES = 500
"""For one server; beyond, the titles asked for least and longest ago are forgotten."""
MOST_CHANNELS = 20
MOST_NOTICES = 500
"""For one server, of all titles together."""
MOST_OWN_NOTICES = 50
"""For one person's direct message."""


@dataclass(frozen=True, slots=True)
class Request:
    """A title that people miss."""

    title: str
    """Folded: lower case, no accents."""
    count: int
    last_asked: datetime


def ask(connection: Connection, server: ServerId, title: str) -> Request | None:
    """Counts one more wish for this title; None for a title without a letter or digit."""
    folded = fold(title)[:LONGEST_TITLE].strip()
    if not folded:
        return None
    ensure_server(connection, server)
    now = datetime.now(UTC)
    one_more = {"count": requests.c["count"] + 1, "last_asked": now}
    upsert(
        connection, requests, {"server": server, "title": folded}, {"count": 1, "last_asked": now}, one_more
    )
    _forget_the_least(connection, server)
    found = select(requests.c["count"]).where(requests.c.server == server, requests.c.title == folded)
    return Request(folded, connection.execute(found).scalar() or 1, now)


def asked_for(connection: Connection, server: ServerId, most: int = 100) -> tuple[Request, ...]:
    """What people miss, the most wanted first."""
    wanted = select(requests.c.title, requests.c["count"], requests.c.last_asked).where(
        requests.c.server == server
    )
    most_wanted = (requests.c["count"].desc(), requests.c.last_asked.desc(), requests.c.title)
    rows = connection.execute(wanted.order_by(*most_wanted).limit(most)).mappings()
    return tuple(Request(**row) for row in rows)


def want_notice(connection: Connection, server: ServerId, title: str, channel: int) -> bool:
    """Notes that this channel wants to hear when the film has its guide; False where too many do already.

    It stands in the list of requests then, also where families have told about it and nobody else misses it.
    """
    folded = fold(title)[:LONGEST_TITLE].strip()
    ensure_server(connection, server)
    mine = notices.c.server == server
    waiting = connection.execute(select(notices.c.channel).where(mine, notices.c.title == folded)).scalars()
    channels = frozenset(waiting)
    all_of_them = connection.execute(select(func.count()).where(mine)).scalar_one()
    if channel in channels:
        return True
    if not folded or len(channels) >= MOST_CHANNELS or all_of_them >= MOST_NOTICES:
        return False
    upsert(connection, notices, {"server": server, "title": folded, "channel": channel}, {}, {})
    once = {"count": 1, "last_asked": datetime.now(UTC)}
    upsert(connection, requests, {"server": server, "title": folded}, once, {})
    _forget_the_least(connection, server)
    return True


def want_own_notice(connection: Connection, title: str, channel: int, who: int, locale: str) -> bool:
    """Notes that this person wants to hear, in their direct message and language, when the guide has it.

    False where they wait for many already.
    """
    folded = fold(title)[:LONGEST_TITLE].strip()
    ensure_server(connection, SHARED)
    waiting = frozenset(connection.execute(select(notices.c.title).where(notices.c.who == who)).scalars())
    if folded in waiting:
        return True
    if not folded or len(waiting) >= MOST_OWN_NOTICES:
        return False
    key = {"server": SHARED, "title": folded, "channel": channel}
    upsert(connection, notices, key, {"who": who, "locale": locale}, {})
    return True


def waited_for(connection: Connection, server: Owner, films: Iterable[Film]) -> tuple[Film, ...]:
    """Those of the films of which somebody wants to hear."""
    wanted = select(notices.c.title).where(notices.c.server == server)
    titles = frozenset(connection.execute(wanted).scalars())
    return tuple(film for film in films if titles and not titles.isdisjoint(_names(film)))


def take_requests(
    connection: Connection, server: Owner, movies: Collection[Movie]
) -> dict[str, dict[int, str | None]]:
    """Takes the films off the list, by all of their names; by a film's id which channels want to hear of it.

    A direct message comes with the locale in which it was asked for, such as `en-US`.

    All that the server waits for is read at once: there is a bound to that, and films have many names.
    """
    names = {movie.id: _names(film_of(movie)) for movie in movies}
    waiting = select(notices.c.title, notices.c.channel, notices.c.locale).where(notices.c.server == server)
    rows = [(row.title, row.channel, row.locale) for row in connection.execute(waiting)]
    asked = connection.execute(select(requests.c.title).where(requests.c.server == server)).scalars().all()
    there = set[str]().union(*names.values())
    for table, titles in ((notices, {title for title, _, _ in rows}), (requests, set(asked))):
        for some in in_parts(titles & there):
            connection.execute(delete(table).where(table.c.server == server, table.c.title.in_(some)))
    return {
        movie: {channel: locale for title, channel, locale in rows if title in known}
        for movie, known in names.items()
    }


def take_titles(
    connection: Connection, server: Owner, titles: Iterable[str], year: int | None
) -> dict[int, str | None]:
    """Takes a film off the list, by all of its names; which channels want to hear of it, with their locale.

    As in `take_requests`.
    """
    names = _folded(titles, year)
    wanted = select(notices.c.channel, notices.c.locale)
    found: dict[int, str | None] = {}
    for some in in_parts(sorted(names)):
        mine = (notices.c.server == server, notices.c.title.in_(some))
        found.update({row.channel: row.locale for row in connection.execute(wanted.where(*mine))})
        for table in (notices, requests):
            connection.execute(delete(table).where(table.c.server == server, table.c.title.in_(some)))
    return found


def drop_request(connection: Connection, server: ServerId, title: str) -> None:
    """Takes a title off the list that is no film, or no film for this guide."""
    connection.execute(delete(requests).where(requests.c.server == server, requests.c.title == title))
    connection.execute(delete(notices).where(notices.c.server == server, notices.c.title == title))


def _names(film: Film) -> set[str]:
    return _folded((film.title, *film.names), film.year)


def _folded(titles: Iterable[str], year: int | None) -> set[str]:
    folded = {fold(title)[:LONGEST_TITLE].strip() for title in titles}
    return folded | {f"{name} {year}"[:LONGEST_TITLE] for name in folded if year}


def _forget_the_least(connection: Connection, server: ServerId) -> None:
    mine = select(requests.c.title).where(requests.c.server == server)
    order = (
        mine.order_by(requests.c["count"].desc(), requests.c.last_asked.desc()).offset(MOST_TITLES).limit(100)
    )
    surplus = list(connection.execute(order).scalars())
    for table in (requests, notices) if surplus else ():
        connection.execute(delete(table).where(table.c.server == server, table.c.title.in_(surplus)))
