"""What a command takes to start, beside its libraries alone: `uv run scripts/benchmarks/start.py`.

Processor time of whole processes, user and system together: a machine that does other things meanwhile makes
it longer for both alike, and each round measures them in turn.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
LIBRARIES = ("-c", "import pydantic, rapidfuzz, numpy")
COMMANDS: dict[str, tuple[str, ...]] = {
    "--help": ("--help",),
    "find coco": ("find", "coco"),
    "ask": ("ask", "is coco ok for 6?"),
    "check": ("check",),
}


def main() -> None:
    """Prints the table."""
    reads = argparse.ArgumentParser(description=__doc__)
    reads.add_argument("--rounds", type=int, default=7)
    reads.add_argument("--uncompiled", action="store_true", help="no module is kept as Python compiled it")
    given = reads.parse_args()
    for line in table(given.rounds, COMMANDS, compiled=not given.uncompiled):
        print(line)


def table(rounds: int, commands: Mapping[str, tuple[str, ...]], *, compiled: bool = True) -> Iterator[str]:
    """Each command's seconds, and how many times those of the libraries they are."""
    with TemporaryDirectory() as home:
        processes = {"the libraries alone": LIBRARIES}
        processes |= {f"usher {name}": ("-m", "bot", *words) for name, words in commands.items()}
        for words in processes.values():  # What is kept is made, and modules are compiled.
            taken(words, home, compiled=compiled)
        times = {name: list[float]() for name in processes}
        for _ in range(rounds):
            for name, words in processes.items():
                times[name].append(taken(words, home, compiled=compiled))
    yield "| process | least s | median s | times the libraries, least | median |"
    yield "|---|---|---|---|---|"
    alone = times["the libraries alone"]
    for name, took in times.items():
        least, middle = min(took), median(took)
        ratios = f"{least / min(alone):.2f} | {middle / median(alone):.2f}"
        yield f"| {name} | {least:.2f} | {middle:.2f} | {ratios} |"


def taken(words: tuple[str, ...], home: str, *, compiled: bool = True) -> float:
    """Seconds of processor time of a process to its end."""
    before = os.times()
    where = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
    # Empty is unset, whatever is set where this runs.
    kept = {"PYTHONDONTWRITEBYTECODE": "" if compiled else "1"}
    environment = {**os.environ, **where, **kept, "USHER_DATA_DIR": home}
    run = [sys.executable, *words]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
