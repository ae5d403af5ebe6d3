"""How long /reviews takes where a hundred thousand families wrote of one film.

`uv run python -m scripts.benchmarks.reviews`; with `--url postgresql://…` on an empty database there.
"""

import argparse
import asyncio
import json
from asyncio import to_thread
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import Connection, insert, text

from bot.film.replies import Replier
from bot.guide_cache import GuideCache
from bot.guide_factory import Guides
from bot.settings import Environment
from bot.ui.phrases import Languages
from knowledge.curation.shipped_guide import read_library
from knowledge.questions import Intent, Question
from knowledge.reviews.review import Flag, Review, Reviewer
from knowledge.reviews.wilson import wilson_bound
from knowledge.storage.owners import ServerId
from knowledge.storage.review_presses import press
from knowledge.storage.review_summaries import added
from knowledge.storage.reviews import page_of, write_review
from knowledge.storage.servers import ServerSettings, bump_version
from knowledge.storage.storage import Storage
from knowledge.storage.tables import reviews

REVIEWS, ROUNDS, AT_ONCE = 100_000, 20, 5000
FILM, HERE = "coco-2017", ServerId(1)
PAGES = (0, 1, 100, 10_000)
WHO: tuple[Reviewer, ...] = ("parent", "parent", "teen", "kid", "educator")


def main() -> None:
    """Prints a row a thing."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--url", help="an empty PostgreSQL database; without it SQLite")
    given = reads.parse_args()
    with TemporaryDirectory() as folder:
        for row in asyncio.run(measure(given.url or f"sqlite:///{folder}/usher.db", REVIEWS)):
            print(row)


async def measure(url: str, count: int, rounds: int = ROUNDS) -> list[str]:
    """The rows."""
    library = await to_thread(read_library)
    languages = Languages()
    languages.read_ahead()  # As the bot does when it starts.
    cache = GuideCache(Guides(Environment.read().catalogue), languages)
    film = library.reviewed_as(FILM, library[FILM].external.imdb)
    async with Storage.open(url, library) as storage:
        await storage.save(_fill, film, count)
        replier = cache.of(HERE, storage)
        said = Review(who="parent", suits_from=9, stars=4, text="One more.")
        works: dict[str, Callable[[int], Awaitable[object]]] = {
            "/reviews, its card": lambda _: _card(replier),
            **{f"page {page + 1:,} of what they wrote": _reads(storage, film, page) for page in PAGES},
            "one press of Helpful": lambda turn: storage.save(press, HERE, 1 + turn, 5, helpful=True),
            "one more review": lambda turn: storage.save(write_review, HERE, film, 10**9 + turn, said),
        }
        head = f"{count:,} reviews of one film, {storage.library(HERE).families[film].count:,} counted"
        return [head, *[_row(name, await _timed(work, rounds)) for name, work in works.items()]]


async def _card(replier: Replier) -> object:
    replier.film.cache_clear()
    return replier.film(FILM, "en", Question(Intent.REVIEW_SUMMARY))


def _reads(storage: Storage, film: str, page: int) -> Callable[[int], Awaitable[object]]:
    return lambda _: storage.read(page_of, HERE, film, page)


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


async def _timed(work: Callable[[int], Awaitable[object]], rounds: int) -> list[float]:
    took: list[float] = []
    for turn in range(rounds):
        start = perf_counter()
        await work(turn)
        took.append(1000 * (perf_counter() - start))
    return took


def _row(name: str, took: list[float]) -> str:
    return f"{name}: median {median(took):.2f} ms, slowest {max(took):.2f} ms"


if __name__ == "__main__":
    main()
