"""How long what moderators do takes, in a database of many servers."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import asdict
from time import perf_counter

from sqlalchemy import Connection, insert

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.drafts import MOST_DRAFTS, draft, keep_draft
from knowledge.storage.offers import offer, offered
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import stored_about
from knowledge.storage.requests import take_requests, want_notice
from knowledge.storage.revision_writer import write
from knowledge.storage.revisions import ChangeKind, history, row_of
from knowledge.storage.servers import ServerSettings, attendance, note_attendance
from knowledge.storage.storage import Storage
from knowledge.storage.tables import revisions, servers

SERVERS, REVISIONS, FILMS = 2500, 1000, 250
ROUNDS = 10
PAGE = 12
WHO = 1
HERE = ServerId(1)
ALL = [ServerId(number) for number in range(1, SERVERS + 1)]
Work = Callable[[int], Awaitable[object]]
"""Something to be measured; it is told which round it is."""


async def measured(url: str, shipped: Library) -> AsyncGenerator[tuple[str, list[float]]]:
    """Each thing with the milliseconds of each round, on an empty database at this address."""
    movies = list(shipped.movies.values())
    films = [_film(movies[number % len(movies)], number) for number in range(FILMS)]
    async with Storage.open(url, shipped) as storage:
        await storage.save(_fill, films)
        for name, work in _works(storage, films).items():
            yield name, [await _timed(work, turn) for turn in range(ROUNDS)]


def _works(storage: Storage, films: Sequence[Movie]) -> dict[str, Work]:
    first = films[0]

    def publish(turn: int) -> Awaitable[object]:
        change = Change(first.id, ChangeKind.PUBLISH, WHO, "Again", REVISIONS + turn, first)
        return storage.write(HERE, [change])

    return {
        f"a page of {REVISIONS:,} revisions": lambda _: storage.read(history, HERE, first.id, None, PAGE),
        f"one of {MOST_DRAFTS} drafts": lambda _: storage.read(draft, HERE, WHO, first.id),
        f"one of {FILMS} offers": lambda _: storage.read(offered, FILMS // 2),
        f"publishing at {SERVERS:,} servers": publish,
        f"READY at {SERVERS:,} servers, no news": lambda _: storage.read(attendance),
        f"READY at {SERVERS:,} servers, all gone or back": lambda turn: storage.save(
            note_attendance, ALL if turn % 2 else [], [] if turn % 2 else ALL
        ),
        f"{FILMS} films off the lists": lambda _: storage.save(take_requests, HERE, films),
        "what is stored about a person": lambda _: storage.read(stored_about, WHO),
    }


def _fill(connection: Connection, films: Sequence[Movie]) -> None:
    plain = {**asdict(ServerSettings()), "version": 0}
    connection.execute(insert(servers), [{**plain, "server": server} for server in ALL])
    write(connection, HERE, [Change(one.id, ChangeKind.PUBLISH, WHO, "New", 0, one) for one in films], {})
    first = row_of(history(connection, HERE, films[0].id)[0])
    connection.execute(insert(revisions), [{**first, "number": more} for more in range(2, REVISIONS + 1)])
    for number, one in enumerate(films):
        offer(connection, HERE, one.id, 1 if number else REVISIONS, WHO)
        want_notice(connection, HERE, one.title, number + 1)
    for one in films[:MOST_DRAFTS]:
        keep_draft(connection, HERE, WHO, one.id, one.model_dump(mode="json"))


def _film(movie: Movie, number: int) -> Movie:
    new = {"id": f"a-film-{number}-2001", "title": f"A film {number}", "year": 2001, "also_known_as": ()}
    return movie.model_copy(update=new)


async def _timed(work: Work, turn: int) -> float:
    start = perf_counter()
    await work(turn)
    return 1000 * (perf_counter() - start)
