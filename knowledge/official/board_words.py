"""What each board's words and codes mean: the files of knowledge/data/official as values."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import Field

from knowledge.entry import Level, StrictModel

DATA = Path(str(files("knowledge"))) / "data" / "official"
OWN_FILES = {
    "MPA": "mpa",
    "BBFC": "bbfc",
    "ACB": "acb",
    "CHVRS": "chvrs",
    "FSK": "fsk",
    "Kijkwijzer": "kijkwijzer",
}
"""Boards whose words have a file; those of others are the words of all."""

Texts = tuple[str, ...]


class TopicWords(StrictModel):
    """The words that name one topic."""

    nouns: Texts
    before: Texts
    """Words that stand before a noun: *sexual* content."""


class Strength(StrictModel):
    """Words that say how much, and by how many tenths of a level."""

    adds: int
    words: Texts


class BoardWords(StrictModel):
    """One file of words. words.toml says what each key is for."""

    parts: Texts = ()
    denies: Texts = ()
    holds: Texts = ()
    themes: Texts = ()
    plain: Texts = ()
    alone: dict[str, Texts] = Field(default_factory=dict[str, Texts])
    names: dict[str, TopicWords] = Field(default_factory=dict[str, TopicWords])
    strength: tuple[Strength, ...] = ()
    grades: dict[str, int] = Field(default_factory=dict[str, int])
    """Words that say by themselves how much, in tenths of a level."""
    stages: dict[str, int] = Field(default_factory=dict[str, int])
    """By the board's code: which of the numbers of levels.toml."""
    most: dict[str, dict[Level, Texts]] = Field(default_factory=dict[str, dict[Level, Texts]])
    """By code and level: topics that the board's own definitions let go no further at that code."""


class Base(StrictModel):
    """levels.toml: for each topic and stage, tenths of a level where no word says how much."""

    base: dict[str, tuple[int, int, int, int, int]] = Field(min_length=1)


def read_board(board: str) -> tuple[BoardWords, ...]:
    """The words that all boards share and, after them, the board's own."""
    shared = _shape(_toml("words"))
    if board in OWN_FILES:
        return shared, _shape(_toml(OWN_FILES[board]))
    others = _toml("others")
    return (shared, _shape(others[board])) if board in others else (shared,)


def read_base() -> Base:
    """levels.toml."""
    return Base.model_validate(_toml("levels"), strict=False)


def known_boards() -> Iterable[str]:
    """Every board whose codes are placed."""
    return (*OWN_FILES, *_toml("others"))


def _shape(table: dict[str, Any]) -> BoardWords:
    return BoardWords.model_validate(table, strict=False)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
