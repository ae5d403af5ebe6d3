"""How long reading a question takes: `uv run scripts/benchmarks/reader.py questions.jsonl`.

Over the films of the catalogue that USHER_DATA_DIR names, or of those that come with Usher. Prints what the
weights take to load and hold, and the milliseconds of each question; a text of 4,000 letters beside them.
"""

import argparse
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from bot.cli.environment import read_settings
from bot.guide_factory import shipped_guide
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import other_cases
from knowledge.evaluation.judgement import matching
from knowledge.understanding.learned import read_learned
from knowledge.understanding.understand import Understanding
from knowledge.weights import SHIPPED

LONG = 4000
ROUNDS = 3
"""All questions are read so often, each time as by a new process; the shortest time of each counts."""


def megabytes() -> float:
    """The most memory that this process has held."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def taken(understanding: Understanding, text: str, context: object) -> float:
    """Milliseconds that a text takes to read."""
    started = time.perf_counter()
    understanding.read(text, context)  # pyright: ignore[reportArgumentType] - a film or None
    return 1000 * (time.perf_counter() - started)


def main(questions: Path) -> None:
    """Prints the table."""
    guide, vocabulary = shipped_guide(read_settings().catalogue), read_vocabulary()
    held, started = megabytes(), time.perf_counter()
    learned = read_learned(vocabulary)
    loaded = 1000 * (time.perf_counter() - started)
    print(
        f"weights: {SHIPPED.stat().st_size / 1e6:.1f} MB, {loaded:.0f} ms, {megabytes() - held:.0f} MB held"
    )
    asked = [
        (case.text, next(iter(matching(guide.titles, case.context)), None) if case.context else None)
        for case in other_cases(questions)
    ]
    # A reader keeps which films a name means: a new one for each round has asked nobody before.
    readers = [Understanding(guide.titles, vocabulary, learned) for _ in range(ROUNDS)]
    rounds = [[taken(reader, *one) for one in asked] for reader in readers]
    times = sorted(map(min, zip(*rounds, strict=True)))
    films = sum(segment.index.films for segment in guide.titles.segments)
    print(f"{len(times)} questions over {films:,} films")
    print(f"median {times[len(times) // 2]:.2f} ms, 99 % {times[int(len(times) * 0.99)]:.2f} ms, ", end="")
    print(f"most {times[-1]:.2f} ms")
    print(f"{LONG} letters: {taken(readers[0], ('is coco ok for 5 ' * LONG)[:LONG], None):.1f} ms")


if __name__ == "__main__":
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("questions", type=Path, help="a file of questions, one JSON object a line")
    main(reads.parse_args().questions)
