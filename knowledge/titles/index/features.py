"""What speaks for a row and against it, in numbers. The weights of these numbers are fitted by a script."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from rapidfuzz import fuzz, process

from knowledge.titles.index.arrays import F32, U16, U32, WIDTH, Index
from knowledge.titles.index.query_terms import BITS, LIKES, QueryTerms
from knowledge.titles.index.spellings import SOLID, SOUND
from knowledge.titles.names import NameKind

FIRST = (
    "typed_covered",
    "name_covered",
    "both_covered",
    "fame",
    "alias",
    "subtitle",
    "called",
    "initials",
    "head",
    "number_lost",
    "number_extra",
    "length",
    "equal",
    "sound",
    "same_words",
    "right_year",
    "wrong_year",
)
"""Cheap ones, for every row of the pool."""
FAME = FIRST.index("fame")
"""The kinds of name follow it, in their order."""
KINDS = tuple(int(kind) for kind in NameKind if kind)
SURE = int(NameKind.SUBTITLE)
EQUAL, ALIKE = np.float32(0.95), np.float32(0.75)
ALL = np.float32(0.999)
"""Typed words and name cover one another from here on, whatever their order."""
LONGER, ALIKE_WHOLE, MOST_WHOLE = 2, 0.7, 12
_ONES = np.ones(WIDTH, np.float32)
_ONE_OF = np.eye(len(NameKind), dtype=np.float32)[1:]
"""By kind of name: 1 in its own row."""
Scorer = Callable[..., float]
SECOND = ("ratio", "start", "sorted", "solid")
"""Dear ones, for the best rows of the first look."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the features are worth: for the first look, and for the second over both kinds."""

    first: F32
    second: F32


def shipped_weights() -> Weights:
    """The fitted weights that come with the project."""
    text = (Path(__file__).parents[1] / "weights.toml").read_text(encoding="utf-8")
    tables = cast("dict[str, dict[str, float]]", tomllib.loads(text))
    return weights_of(tables["first"], tables["second"])


def weights_of(first: Mapping[str, float], second: Mapping[str, float]) -> Weights:
    """Weights by the names of their features; KeyError if one is missing."""
    return Weights(
        np.array([first[name] for name in FIRST], np.float32),
        np.array([second[name] for name in FIRST + SECOND], np.float32),
    )


def first_look(index: Index, asked: QueryTerms, rows: U32, year: int | None) -> F32:
    """(rows, FIRST): how the words meet, how known the film is, what sort of name it is."""
    facts = index.row_facts.take(rows)
    # As places once: each look-up by other numbers makes them into places by itself.
    words, kind = facts["words"].astype(np.intp), facts["kind"]
    codes = asked.codes.take(words)
    known = index.word_weight.take(words) * LIKES.take(codes)
    name = known @ _ONES / np.maximum(facts["weight"], 1e-3)
    met = _united(BITS.take(codes))
    typed, numbers = asked.covered.take(met), asked.numbers.take(met)
    # A name that is the same run together, or sounds the same, is covered however its words are cut.
    equal = facts["solid"] == asked.keys[SOLID]
    alike = (facts["sound"] == asked.keys[SOUND]) & (kind <= SURE)
    whole = np.maximum(equal * EQUAL, alike * ALIKE)
    typed, name = np.maximum(typed, whole), np.maximum(name, whole)
    letters, long = facts["length"].astype(np.float32), len(asked.text)
    # Feature by feature: a column of rows lies together.
    table = np.zeros((len(FIRST), len(rows)), np.float32)
    table[0], table[1], table[FAME] = typed, name, facts["fame"]
    np.multiply(typed, name, out=table[2])
    np.take(_ONE_OF, kind, axis=1, out=table[FAME + 1 : FAME + 1 + len(KINDS)])
    np.not_equal(numbers, asked.numbers[-1], out=table[9])
    np.not_equal(numbers, facts["numbers"], out=table[10])
    np.divide(abs(letters - long), np.maximum(letters, long), out=table[11])
    table[12], table[13] = equal, alike
    np.greater(np.minimum(typed, name), ALL, out=table[14])
    if year is not None:
        table[15] = facts["year"] == year
        table[16] = 1 - table[15]
    return table.T


def _united(bits: U16) -> U16:
    """The bits of each row's words together: numpy's own way takes several times as long."""
    sets = bits.view(np.uint64)
    both = sets[:, 0] | sets[:, 1]
    both |= both >> np.uint64(32)
    both |= both >> np.uint64(16)
    return both.astype(np.uint16)


def second_look(asked: QueryTerms, names: Sequence[str]) -> F32:
    """(names, SECOND): rapidfuzz on the names as they are, cut, sorted and run together, each 0 to 1."""
    text = asked.text
    table = np.zeros((len(names), len(SECOND)), np.float32)
    both = _ratios(text, [*names, *(name[: len(text)] for name in names)])
    table[:, 0], table[:, 1] = both[: len(names)], both[len(names) :]
    table[:, 2] = _ratios(text, names, fuzz.token_sort_ratio) if " " in text else table[:, 0]
    table[:, 3] = _ratios(text.replace(" ", ""), [name.replace(" ", "") for name in names])
    return table


def alike_whole(text: str, index: Index, rows: U32) -> U32:
    """Of rows those of about the text's length that are most like it, letter by letter, if any are."""
    letters = index.row_facts.take(rows)["length"].astype(np.int16)
    rows = rows[abs(letters - len(text)) <= LONGER]
    if not len(rows):
        return rows
    ratios = _ratios(text, index.names(rows))
    close = np.flatnonzero(ratios >= ALIKE_WHOLE)
    return rows.take(close[np.argsort(-ratios.take(close), kind="stable")[:MOST_WHOLE]])


def _ratios(text: str, names: Sequence[str], scorer: Scorer = fuzz.ratio) -> F32:
    return process.cdist([text], names, scorer=scorer, dtype=np.float32)[0] / np.float32(100)
