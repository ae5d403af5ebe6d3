"""How long whole questions take, and what moderators do: `uv run scripts/benchmarks/questions.py`."""

import argparse
import asyncio
import gc
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.guide_factory import shipped_guide
from bot.settings import Environment
from knowledge.answering.board_only import board_only
from knowledge.catalogue.catalogue_import import films_of
from knowledge.catalogue.store import Known
from knowledge.guide import Guide
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from knowledge.titles.index.index_builder import build
from scripts.benchmarks.engines import wratio
from scripts.benchmarks.moderators import measured
from scripts.benchmarks.sample import sample

FILMS = 200
USUAL_FILMS = 20
"""Fewer, since the usual way takes most of a second for each."""
ASKED_ABOUT = ("violence", "fear", "language")
ASKED = (
    "is {} ok for 8?",
    "any swearing in {}",
    "what is {} rated",
    "my 6 and 9 year olds want to see {} tonight, too scary?",
    "how long is {}",
)


def main() -> None:
    """Prints the measurements."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--titles", metavar="FILE", help="a file of films; without it a few are taken")
    given = reads.parse_args()
    guide = shipped_guide(Environment.read().catalogue)
    run_bench(guide, films_of(Path(given.titles)) if given.titles else sample(guide.titles.films.values()))


def run_bench(guide: Guide, films: Sequence[Film]) -> None:
    """Whole questions, from the text to the answer, beside the usual way to find the title alone."""
    named = [film.title.lower() for film in guide.titles.complete("", FILMS)]
    usual = wratio(films, build(films[:1]))
    # As the bot does once it has read all.
    gc.collect()
    gc.freeze()
    print(f"{len(named) * len(ASKED):,} questions; rapidfuzz over {len(films):,} titles")
    print(
        _row("understood and answered", _timed(guide.ask, (q.format(name) for name in named for q in ASKED)))
    )
    print(_row("answered without a guide", _timed(_without_guide(guide), named)))
    print(_row("rapidfuzz WRatio, the title alone", _timed(usual, named[:USUAL_FILMS])))
    asyncio.run(_bench_storage(guide.library))


async def _bench_storage(library: Library) -> None:
    """What moderators do, in a database of its own."""
    with TemporaryDirectory() as folder:
        async for name, took in measured(f"sqlite:///{folder}/usher.db", library):
            print(_row(name, took))


def _without_guide(guide: Guide) -> Callable[[str], object]:
    """The answer alone, as for a film of which boards say something and nobody wrote."""
    named = tuple(product(("MPA", "BBFC"), ASKED_ABOUT, ("mild",)))
    ratings = (("MPA", "PG-13", ""), ("BBFC", "12A", ""))

    def answered(title: str) -> object:
        film = Film("tt0000000", title, 2000)
        known = Known(film.id, title, film.year, 0, 100, (), ratings, ("",), named)
        question = Question(Intent.SUITABILITY, film.id, (8,), ASKED_ABOUT)
        return board_only(question, film, known, guide.library)

    return answered


def _timed(work: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    """Milliseconds for each text."""
    took: list[float] = []
    for text in texts:
        start = perf_counter()
        work(text)
        took.append(1000 * (perf_counter() - start))
    return took


def _row(name: str, took: list[float]) -> str:
    most = f"99 % within {quantiles(took, n=100, method='inclusive')[98]:.2f} ms, slowest {max(took):.2f} ms"
    return f"{name}: median {median(took):.2f} ms, {most}"


if __name__ == "__main__":
    main()
