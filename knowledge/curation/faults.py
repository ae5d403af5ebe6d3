"""What is wrong with a file, where, and what would be right. Finding faults is done elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `key` is a dotted path such as `findings.2.topic`, or `line 7` of a file that is no TOML."""

    file: str
    key: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.says}" if self.key else f"{self.file}: {self.says}"


class Faulty(Exception):
    """A file or a set of files that cannot be taken, with every fault that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def one_of(wrong: str, right: Iterable[str]) -> str:
    """The end of a sentence that names what would be right, the nearest first where one is near."""
    choices = list(right)
    near = get_close_matches(wrong, choices, n=1, cutoff=0.6)
    meant = f"did you mean {near[0]!r}? " if near else ""
    shown = ", ".join(choices[:30]) + (", …" if len(choices) > 30 else "")
    return f"{meant}it can be: {shown}"
