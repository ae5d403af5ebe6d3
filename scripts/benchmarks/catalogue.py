"""Importing and serving a whole catalogue: `uv run scripts/benchmarks/catalogue.py --titles FILE`."""

import argparse
import csv
import multiprocessing
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import thread_time

from bot.guide_factory import shipped_guide
from knowledge.catalogue.catalogue_import import films_of, import_catalogue
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from scripts.benchmarks.made_films import grown

SIZE = 300_000
ASKED = 1000
TAKES = 3
CODES = (("PG", "some mild peril"), ("PG-13", "intense sequences of violence"), ("R", "strong language"))
KILO = 1024


def main() -> None:
    """Prints the measurements. Importing and serving are processes of their own."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--titles", metavar="FILE", type=Path, required=True, help="a file of films")
    reads.add_argument("--size", type=int, default=SIZE, help="as many films, made ones among them")
    given = reads.parse_args()
    with TemporaryDirectory() as folder:
        written = Path(folder) / "films.tsv"
        _write(grown(films_of(given.titles), given.size), written)
        for work in (_import, _serve):
            process = multiprocessing.get_context("spawn").Process(target=work, args=(written,))
            process.start()
            process.join()


def _write(films: Sequence[Film], into: Path) -> None:
    """The films, each with a certificate and its reason."""
    with into.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t")
        rows.writerow(("id", "title", "year", "votes", "mpa", "mpa_reason", "also_known_as"))
        for film, (code, reason) in zip(films, cycle(CODES), strict=False):
            names = "|".join(film.names)
            rows.writerow((film.id, film.title, film.year or "", film.votes, code, reason, names))


def _import(file: Path) -> None:
    codes = {"MPA": [code for code, _ in CODES]}
    (done,) = import_catalogue(file, file.parent, lambda _: None, codes)
    print(f"{done.taken:,} films imported: at most {getrusage(RUSAGE_SELF).ru_maxrss // KILO:,} MB")


def _serve(file: Path) -> None:
    guide = shipped_guide(file.parent)
    base, rng = guide.titles.base, Random(1)
    if base is None:
        raise SystemExit("the catalogue has no index")
    films = [base.film(rng.randrange(base.index.films)) for _ in range(ASKED)]
    print(f"opened: {_memory()}")
    print(_row("found", _timed(lambda film: guide.find(film.title.lower()), films, TAKES)))
    question = Question(Intent.SUITABILITY, None, (8,), ("violence", "language"))
    print(_row("answered without a guide", _timed(lambda film: guide.answer(_about(question, film)), films)))
    print(f"afterwards: {_memory()}")


def _about(question: Question, film: Film) -> Question:
    return Question(question.intent, film.id, question.ages, question.topics)


def _memory() -> str:
    """What is the process's own, and the pages of the index that it shares and that can be dropped."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    own, shared = (int(lines[name].split()[0]) // KILO for name in ("RssAnon", "RssFile"))
    return f"{own} MB of its own, {shared} MB of files"


def _timed(work: Callable[[Film], object], films: Sequence[Film], takes: int = 1) -> list[float]:
    """The best time for each in milliseconds of this thread; what is kept after one take is taken once."""
    took: list[float] = []
    for film in films:
        times: list[float] = []
        for _ in range(takes):
            start = thread_time()
            work(film)
            times.append(1000 * (thread_time() - start))
        took.append(min(times))
    return took


def _row(name: str, took: Sequence[float]) -> str:
    most = quantiles(took, n=100, method="inclusive")[98]
    return f"{name}: median {median(took):.2f} ms, 99 % within {most:.2f} ms"


if __name__ == "__main__":
    main()
