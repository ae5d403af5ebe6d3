"""usher eval and usher bench: how well questions and titles are understood, and how fast."""

import asyncio
import csv
import gc
import sys
import tomllib
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.cli.environment import read_settings
from bot.cli.guide_factory import shipped_guide
from knowledge.answering.board_only import board_only
from knowledge.catalogue.catalogue_import import films_of
from knowledge.catalogue.store import Known
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.guide import Guide
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.storage.bench import measured
from knowledge.titles.bench.engines import wratio
from knowledge.titles.bench.running import run_bench
from knowledge.titles.bench.sample import sample
from knowledge.titles.bench.typing import Query
from knowledge.titles.films import Film
from knowledge.titles.index.index_builder import build
from knowledge.titles.titles import Titles
from knowledge.understanding.corpus import Case, other_cases, own_cases
from knowledge.understanding.evaluation import Judged, evaluate, table
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.understand import Understanding

OUR_FILMS = "films.toml"
"""Beside our own cases: the films that they may name."""
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


def evaluate_files(given: Namespace) -> int:
    """Prints the table for each file or folder. Exit code 1 where a file of our own has a miss."""
    guide, code = shipped_guide(read_settings().catalogue), 0
    for path in map(Path, given.files):
        if not path.exists():
            print(f"usher eval: there is no {path}", file=sys.stderr)
            return 2
        judged = _judged(guide, path)
        print(table(judged))
        code |= path.suffix != ".jsonl" and any(one.misses for one in judged)
    return int(code)


def _judged(guide: Guide, path: Path) -> tuple[Judged, ...]:
    if path.suffix == ".jsonl":
        return evaluate(other_cases(path), guide.understanding, guide.titles)
    folder = path if path.is_dir() else path.parent
    files = sorted(folder.glob("*.toml")) if path.is_dir() else [path]
    titles = Titles.of(_our_films(folder / OUR_FILMS))
    vocabulary = read_vocabulary()
    understanding = Understanding(titles, vocabulary, read_phrases(vocabulary))
    cases: Iterable[Case] = own_cases(file for file in files if file.name != OUR_FILMS)
    return evaluate(cases, understanding, titles)


def _our_films(path: Path) -> list[Film]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["films"]
    return [
        Film(f"{row['title']} {row['year']}", row["title"], row["year"], tuple(row["names"]), row["votes"])
        for row in rows
    ]


def bench(given: Namespace) -> int:
    """Prints the measurements."""
    guide = shipped_guide(read_settings().catalogue)
    films = films_of(Path(given.titles)) if given.titles else sample(guide.titles.films.values())
    if given.what == "bot":
        _bench_bot(guide, films)
    else:
        run_bench(films, print, given.size, _typed(given.typed) if given.typed else ())
    return 0


def _typed(name: str) -> list[Query]:
    with Path(name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Query(row["typed"], Film("", row["title"], int(row["year"]) if row["year"] else None), row["kind"])
        for row in rows
    ]


def _bench_bot(guide: Guide, films: Sequence[Film]) -> None:
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
