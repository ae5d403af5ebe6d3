"""The index of titles beside the usual ways: `uv run --group bench scripts/benchmarks/titles.py`."""

import argparse
import csv
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from knowledge.catalogue.catalogue_import import films_of
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import Index
from knowledge.titles.index.index_builder import build, in_rank
from scripts.benchmarks.engines import ENGINES, Engine
from scripts.benchmarks.made_films import grown
from scripts.benchmarks.made_queries import Query, queries
from scripts.benchmarks.measurement import Measured, Score, measure, percentile
from scripts.benchmarks.sample import sample
from scripts.benchmarks.size import MEGA, megabytes
from scripts.benchmarks.slips import keystrokes

SEED = 4711
"""Not the seed that the weights were fitted with."""
QUERIES = 1000
STROKES = 300
PAGE = 4096
"""Bytes in which Linux counts memory."""
Say = Callable[[str], None]


def main() -> None:
    """Prints the table that stands in docs/benchmarks.md."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--titles", metavar="FILE", help="a file of films; without it a few are taken")
    reads.add_argument("--typed", metavar="FILE", help="typed forms: typed, title, year, kind, by tabs")
    reads.add_argument("--size", type=int, metavar="N", help="make films up to so many")
    given = reads.parse_args()
    films = films_of(Path(given.titles)) if given.titles else sample(())
    run_bench(films, print, given.size, typed_in(Path(given.typed)) if given.typed else ())


def typed_in(path: Path) -> list[Query]:
    """The queries of a file: typed, title, year and kind, by tabs."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Query(row["typed"], Film("", row["title"], int(row["year"]) if row["year"] else None), row["kind"])
        for row in rows
    ]


def run_bench(films: Sequence[Film], say: Say, size: int | None = None, typed: Sequence[Query] = ()) -> None:
    """Measure all engines on these films and, beyond them, made ones up to `size`; `say` gets the lines.

    `typed` are queries of one's own; without them they are made from the films.
    """
    ranked = in_rank(grown(films, size) if size else films)
    start = perf_counter()
    index = build(ranked)
    took = perf_counter() - start
    text = f"{index.films:,} films, {index.rows:,} names, {megabytes(index):.0f} MB mapped"
    say(f"{text}, built in {took:.1f} s; {_opened(index)}")
    asked = list(typed) or queries(films, QUERIES, SEED)
    Random(SEED).shuffle(asked)
    strokes = list(keystrokes([query.typed for query in asked[:100]]))
    Random(SEED).shuffle(strokes)
    engines = (*ENGINES, *_extra())
    results = measure(engines, ranked, index, asked, strokes[:STROKES])
    for line in (*_HEAD, *(_line(each, results[0]) for each in results), "", *_kinds(results)):
        say(line)


def _opened(index: Index) -> str:
    """How long it takes to map the index from disk, and, on Linux, what a process that did has in memory."""
    with TemporaryDirectory() as folder:
        index.save(Path(folder))
        run = (sys.executable, "-c", _OPEN, folder)
        seconds, *pages = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    memory = f" by a process of {int(pages[0]) * PAGE / MEGA:.0f} MB" if pages else ""
    return f"opened in {1000 * float(seconds):.0f} ms{memory}"


def _extra() -> Iterator[Engine]:
    """tantivy only where it is installed."""
    if find_spec("tantivy"):
        from scripts.benchmarks.tantivy_hybrid import hybrid  # noqa: PLC0415 - a group of its own

        yield Engine("tantivy hybrid", hybrid)


_OPEN = """
import sys
from pathlib import Path
from time import perf_counter
from knowledge.titles.titles import Titles
start = perf_counter()
titles = Titles.open(Path(sys.argv[1]))
print(perf_counter() - start)
for text in ("the lion king", "never let me gp", "star wars 4", "lrod of teh rings"):
    titles.find(text)
usage = Path("/proc/self/statm")
print(usage.read_text().split()[1] if usage.exists() else "")
"""
_HEAD = (
    "| way | queries | first | in five | p50 ms | p99 ms | key p50 | key p99 | ready s | times slower |",
    "|---|---|---|---|---|---|---|---|---|---|",
)


def _line(one: Measured, ours: Measured) -> str:
    whole, times = one.whole, ((one.times, 50), (one.times, 99), (one.strokes, 50), (one.strokes, 99))
    cells = (
        one.name,
        f"{whole.asked}",
        _part(whole.first, whole.asked),
        _part(whole.five, whole.asked),
        *(f"{percentile(taken, part):.2f}" for taken, part in times),
        f"{one.ready:.1f}",
        f"{one.slower(ours):,.1f}",
    )
    return "| " + " | ".join(cells) + " |"


def _kinds(results: Sequence[Measured]) -> Iterator[str]:
    """Right first by kind, a column an engine."""
    yield "| right first | " + " | ".join(each.name for each in results) + " |"
    yield "|---|" + "---|" * len(results)
    for kind in results[0].scores:
        scores = [each.scores.get(kind, Score()) for each in results]
        yield f"| {kind} | " + " | ".join(_part(score.first, score.asked) for score in scores) + " |"


def _part(right: int, asked: int) -> str:
    return f"{right / asked:.3f}" if asked else "-"


if __name__ == "__main__":
    main()
