"""What each board's words and codes mean: the files of knowledge/data/official as values."""

import tomllib
from collections.abc import Iterable
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from knowledge.entry import Level
from knowledge.strict_model import Limits, StrictModel

DATA = Path(__file__).parents[1] / "data" / "official"
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
    alone: dict[str, Texts] = field(default_factory=dict[str, Texts])
    names: dict[str, TopicWords] = field(default_factory=dict[str, TopicWords])
    strength: tuple[Strength, ...] = ()
    grades: dict[str, int] = field(default_factory=dict[str, int])
    """Words that say by themselves how much, in tenths of a level."""
    stages: dict[str, int] = field(default_factory=dict[str, int])
    """By the board's code: which number of a topic's `named` is for it (boards.toml)."""
    most: dict[str, dict[Level, Texts]] = field(default_factory=dict[str, dict[Level, Texts]])
    """By code and level: topics that the board's own definitions let go no further at that code."""


class Base(StrictModel):
    """For each topic with levels and each stage: tenths of a level where no word says how much."""

    base: Annotated[dict[str, tuple[int, int, int, int, int]], Limits(min_length=1)]


def read_board(board: str) -> tuple[BoardWords, ...]:
    """The words that all boards share and, after them, the board's own, if it has a file; with its stages."""
    own = _toml(board.lower()) if (DATA / f"{board.lower()}.toml").is_file() else dict[str, Any]()
    return _shape(_toml("words")), _shape({**own, "stages": _stages().get(board, {})})


def read_base() -> Base:
    """What topics.toml has of it."""
    topics: dict[str, Any] = tomllib.loads((DATA.parent / "topics.toml").read_text(encoding="utf-8"))
    named = {topic: each["named"] for topic, each in topics.items() if "named" in each}
    return Base.model_validate({"base": named}, strict=False)


def known_boards() -> Iterable[str]:
    """Every board whose codes are placed."""
    return (board for board, stages in _stages().items() if stages)


@cache
def _stages() -> dict[str, dict[str, int]]:
    """By board and code, as boards.toml has it: which number of a topic's `named` is for it."""
    boards: dict[str, Any] = tomllib.loads((DATA.parent / "boards.toml").read_text(encoding="utf-8"))
    codes: dict[str, dict[str, Any]] = {board: each["codes"] for board, each in boards.items()}
    return {board: {code: one["stage"] for code, one in each.items()} for board, each in codes.items()}


def _shape(table: dict[str, Any]) -> BoardWords:
    return BoardWords.model_validate(table, strict=False)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
