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
class Keys:
    """Keys of things that people call otherwise: `fear` is *Scary moments*."""

    kind: str
    """What they are keys of: `topic`, `part` or `film`."""
    keys: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.keys)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, or what would be right: a key of faults.toml, and what fills its blanks."""

    key: str
    values: "Mapping[str, Value]" = field(default_factory=dict[str, "Value"])

    def words(self, phrase: Callable[..., str], called: Callable[[Keys], str] = str) -> str:
        """The sentence that `phrase(key, **values)` makes of it, in whichever language that speaks.

        `called` says what people call the things of some keys.
        """
        return phrase(self.key, **{name: _said(value, phrase, called) for name, value in self.values.items()})


Value = str | int | Keys | Problem


def _said(value: Value, phrase: Callable[..., str], called: Callable[[Keys], str]) -> str | int:
    match value:
        case Problem():
            return value.words(phrase, called)
        case Keys():
            return called(value)
        case _:
            return value


def problem(key: str, /, **values: Value) -> Problem:
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


def one_of(wrong: str, right: Iterable[str], kind: str = "") -> Problem:
    """What would be right, the nearest first where one is near; keys of this kind, else words."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow start

    choices = list(right)
    near = get_close_matches(wrong, choices, n=1, cutoff=0.6)
    more = ("…",) if len(choices) > MOST_CHOICES else ()
    shown = Keys(kind, (*choices[:MOST_CHOICES], *more))
    if not near:
        return problem("one_of", choices=shown)
    return problem("near_one_of", near=Keys(kind, (near[0],)), choices=shown)


@cache
def english() -> Mapping[str, str]:
    """The words of every fault in English, by key."""
    words: dict[str, str] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["fault"]
    return words


def _english(key: str, **values: object) -> str:
    return english()[key].format_map(values)
