"""What is wrong with a file, where, and what would be right. Finding faults is done elsewhere.

A fault is a key with values; its words are in data/faults.toml, and in other languages where the bot's are.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parents[1] / "data" / "faults.toml"
MOST_CHOICES = 30


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, or what would be right: a key of faults.toml, and what fills its blanks."""

    key: str
    values: "Mapping[str, str | int | Problem]" = field(default_factory=dict[str, "str | int | Problem"])

    def words(self, phrase: Callable[..., str]) -> str:
        """The sentence that `phrase(key, **values)` makes of it, in whichever language that speaks."""
        values = self.values.items()
        filled = {n: value.words(phrase) if isinstance(value, Problem) else value for n, value in values}
        return phrase(self.key, **filled)


def problem(key: str, /, **values: str | int | Problem) -> Problem:
    """A problem by its key and the values of its blanks."""
    return Problem(key, values)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `key` is a dotted path such as `findings.2.topic`, or `line 7` of a file that is no TOML."""

    file: str
    key: str
    problem: Problem

    @property
    def says(self) -> str:
        """What is wrong, in English."""
        return self.problem.words(_english)

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.says}" if self.key else f"{self.file}: {self.says}"


class Faulty(Exception):
    """A file or a set of files that cannot be taken, with every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def one_of(wrong: str, right: Iterable[str]) -> Problem:
    """What would be right, the nearest first where one is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow start

    choices = list(right)
    near = get_close_matches(wrong, choices, n=1, cutoff=0.6)
    shown = ", ".join(choices[:MOST_CHOICES]) + (", …" if len(choices) > MOST_CHOICES else "")
    return problem("near_one_of", near=near[0], choices=shown) if near else problem("one_of", choices=shown)


@cache
def english() -> Mapping[str, str]:
    """The words of every fault in English, by key."""
    words: dict[str, str] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["fault"]
    return words


def _english(key: str, **values: object) -> str:
    return english()[key].format_map(values)
