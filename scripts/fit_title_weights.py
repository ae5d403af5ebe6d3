"""Fit what the features of the titles' index are worth, on queries made from real titles by rule and chance.

Run `uv run python scripts/fit_title_weights.py INDEX` with a catalogue's index; it writes
knowledge/titles/weights.toml. The model is a conditional logit: of the rows, the one meant was chosen.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import F32, U32, Index
from knowledge.titles.index.features import FIRST, SECOND, Weights, first_look, second_look, shipped_weights
from knowledge.titles.index.pool import pool, spelled
from knowledge.titles.index.query_terms import QueryTerms, Strictness, ask
from knowledge.titles.index.search import LOOKED_AT
from knowledge.titles.query import QueryReading, read
from knowledge.titles.segment import Segment
from scripts.benchmarks.made_queries import Query, queries

INTO = Path(__file__).parents[1] / "knowledge" / "titles" / "weights.toml"
QUERIES = 4000
SEED = 20240
MORE = 2
"""Times as many typings of which those with their words turned round are taken as well."""
ROWS = 160
"""Rows of a query that the first look learns from: the best, and some at random."""
STEPS, RATE, SHRINK = 600, 0.05, 2e-4
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """A query's rows, their features of both looks, and which of them are the film that is meant."""

    first: F32
    second: F32
    meant: NDArray[np.bool_]


def lessons(index: Index, made: Iterable[Query], weights: Weights, *, loose: bool) -> Iterator[Lesson]:
    """What can be learnt; a query whose film is not among the candidates teaches nothing."""
    rng = np.random.default_rng(SEED)
    segment = Segment(index)
    for query in made:
        place = segment.place(query.film.id)
        reading = read(query.typed).readings[-1]
        asked = ask(index, reading.words, Strictness.LOOSE if loose else Strictness.STRICT, half=True)
        rows = pool(index, asked, spelled(index, asked))
        if place is not None and (index.row_film.take(rows) == place).any():
            yield _lesson(index, asked, reading, rows, place, weights, rng)


def _lesson(
    index: Index,
    asked: QueryTerms,
    reading: QueryReading,
    rows: U32,
    place: int,
    weights: Weights,
    rng: np.random.Generator,
) -> Lesson:
    first = first_look(index, asked, rows, reading.year)
    meant = index.row_film.take(rows) == place
    order = np.argsort(-(first @ weights.first) - 1e6 * meant, kind="stable")
    spare = order[LOOKED_AT:]
    kept = np.concatenate((order[:LOOKED_AT], rng.permutation(spare)[: ROWS - LOOKED_AT]))
    names = [index.name(row) for row in rows.take(kept).tolist()]
    return Lesson(first.take(kept, axis=0), second_look(asked, names), meant.take(kept))


def fitted(tables: Sequence[F32], meant: Sequence[NDArray[np.bool_]], start: F32) -> F32:
    """Weights under which the rows that were meant are likeliest (Adam, a little shrinkage)."""
    longest = max(map(len, tables))
    data = np.zeros((len(tables), longest, tables[0].shape[1]), np.float32)
    right = np.zeros((len(tables), longest), bool)
    there = np.zeros((len(tables), longest), bool)
    for at, (table, chosen) in enumerate(zip(tables, meant, strict=True)):
        data[at, : len(table)], right[at, : len(table)], there[at, : len(table)] = table, chosen, True
    weights, pace, size = start.astype(np.float64), np.zeros(len(start)), np.zeros(len(start))
    for step in range(1, STEPS + 1):
        points = data @ weights.astype(np.float32)
        slope = _chosen(data, points, right) - _chosen(data, points, there) - SHRINK * weights
        pace, size = 0.9 * pace + 0.1 * slope, 0.999 * size + 0.001 * slope**2
        weights += RATE * (pace / (1 - 0.9**step)) / (np.sqrt(size / (1 - 0.999**step)) + 1e-9)
    return weights.astype(np.float32)


def _chosen(data: F32, points: F32, among: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The mean features of the rows, by how likely they are among these."""
    masked = np.where(among, points, -np.inf)
    likely = np.exp(masked - masked.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    return np.einsum("qr,qrf->f", likely, data).astype(np.float64) / len(data)


def fit(index: Index, made: Sequence[Query], weights: Weights) -> Weights:
    """Both looks, the second on the rows that the first lets through."""
    half = len(made) // 2
    taught = list(lessons(index, made[:half], weights, loose=True))
    taught += lessons(index, made[half:], weights, loose=False)
    first = fitted([each.first for each in taught], [each.meant for each in taught], weights.first)
    both = [np.concatenate((each.first, each.second), axis=1)[:LOOKED_AT] for each in taught]
    second = fitted(both, [each.meant[:LOOKED_AT] for each in taught], weights.second)
    return Weights(first, second)


def written(weights: Weights) -> str:
    """The weights as the project keeps them."""
    tables = (("first", FIRST, weights.first), ("second", FIRST + SECOND, weights.second))
    lines = ["# What the features of index/features.py are worth. Written by scripts/fit_title_weights.py."]
    for title, names, values in tables:
        lines += [
            f"[{title}]",
            *(f"{name} = {value:.3f}" for name, value in zip(names, values, strict=True)),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def drawn(films: Sequence[Film]) -> list[Query]:
    """Typings to learn from; more of those that sorting the words alone already finds."""
    more = (query for query in queries(films, MORE * QUERIES, SEED + 1) if query.kind == "turned")
    made = [*queries(films, QUERIES, SEED), *more]
    Random(SEED).shuffle(made)
    return made


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    given = parser.parse_args()
    index = Index.load(given.index)
    segment, weights = Segment(index), shipped_weights()
    made = drawn([segment.film(place) for place in range(index.films)])
    for _ in range(ROUNDS):
        weights = fit(index, made, weights)
    INTO.write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
