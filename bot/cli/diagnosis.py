"""What `usher doctor` found of one thing, and how it is told."""

from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    """How it is, as it is told."""

    WELL = "ok"
    CARE = "look"
    """It works, and something is better known or done."""
    ILL = "BAD"
    """Usher does not work so."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing, what was found and what to do."""

    thing: str
    found: str
    do: str = ""
    health: Health = Health.WELL

    def __str__(self) -> str:
        advice = f"; {self.do}" if self.do else ""
        return f"{self.health.value:<5}{self.thing}: {self.found}{advice}"


def care(thing: str, found: str, do: str) -> Diagnosis:
    """Something to look at."""
    return Diagnosis(thing, found, do, Health.CARE)


def ill(thing: str, found: str, do: str = "") -> Diagnosis:
    """Something that keeps Usher from working."""
    return Diagnosis(thing, found, do, Health.ILL)
