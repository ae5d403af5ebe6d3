"""Whose guide it is: one server's, or the shared one of all. Neither is ever taken for the other."""

from enum import IntEnum
from typing import Self


class ServerId(int):
    """A Discord server's id. Nothing else becomes one: no 0, and no missing id."""

    def __new__(cls, value: int) -> Self:
        if value <= 0:
            raise ValueError(f"{value} is no server's id")
        return super().__new__(cls, value)


class Shared(IntEnum):
    """The guide of all servers, written by the operator alone."""

    GUIDE = 0
    """As it stands in the tables; a plain 0 is not taken for it."""


SHARED = Shared.GUIDE
Owner = ServerId | Shared


def owner_of(number: int) -> Owner:
    """Whose it is by its number in the tables. Raises ValueError."""
    return ServerId(number) if number else SHARED
