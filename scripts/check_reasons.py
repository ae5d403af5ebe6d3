"""How much of a table of official reasons is read: `uv run scripts/check_reasons.py FILE [BOARD]`.

The table has tabs and a heading with `reason` and a column for the code; it may be packed with gzip.
"""

import csv
import gzip
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.official.reason_phrases import phrases_of
from knowledge.official.reason_reader import BoardReader, reader_of

CODES = ("code", "mpa_rating", "rating")
SHOWN = 60


def reasons(path: Path) -> Iterator[tuple[str, str]]:
    """Each code with its reason."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        column = next(name for name in CODES if name in (rows.fieldnames or ()))
        yield from ((row[column], row["reason"]) for row in rows if row["reason"])


@dataclass
class Tally:
    """What was counted of one board's reasons."""

    phrases: int = 0
    known: int = 0
    """Phrases whose every word is known."""
    seconds: list[float] = field(default_factory=list[float])
    unread: Counter[str] = field(default_factory=Counter[str])
    strange: Counter[str] = field(default_factory=Counter[str])
    levels: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    """Topic, code, level."""

    def take(self, reader: BoardReader, code: str, reason: str) -> None:
        """Counts one reason."""
        began = time.perf_counter()
        named = reader.read(code, reason)
        self.seconds.append(time.perf_counter() - began)
        self.unread.update(text.casefold() for text in named.unread)
        self.levels.update((topic, code, said.level.value) for topic, said in named.topics.items())
        for phrase in phrases_of(reason, reader.lexicon):
            unknown = [reason[item.start : item.end].casefold() for item in phrase.items if not item.word]
            self.phrases += 1
            self.known += not unknown
            self.strange.update(unknown)


def main(path: Path, board: str = "MPA") -> None:
    """Prints the shares, the time, what was not read, and how often each level was given."""
    tally, reader = Tally(), reader_of(board)
    for code, reason in reasons(path):
        tally.take(reader, code, reason)
    if not tally.phrases:
        raise SystemExit("there is no reason in this table")
    read, known = 1 - tally.unread.total() / tally.phrases, tally.known / tally.phrases
    print(f"{len(tally.seconds)} reasons, {tally.phrases} phrases: {read:.2%} read, {known:.2%} wholly")
    print(f"{statistics.median(tally.seconds) * 1000:.3f} ms a reason at the median")
    print("not read:", _often(tally.unread))
    print("unknown words:", _often(tally.strange))
    for (topic, code), row in _by_topic(tally.levels).items():
        print(f"{topic:26}{code:7}", "  ".join(f"{level} {times}" for level, times in row.items()))


def _often(counted: Counter[str]) -> str:
    return ", ".join(f"{text} ({times})" for text, times in counted.most_common(SHOWN)) or "nothing"


def _by_topic(levels: Counter[tuple[str, str, str]]) -> dict[tuple[str, str], dict[str, int]]:
    table: dict[tuple[str, str], dict[str, int]] = {}
    for (topic, code, level), times in sorted(levels.items()):
        table.setdefault((topic, code), {})[level] = times
    return table


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
