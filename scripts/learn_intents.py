"""Learn what people ask from questions that are marked with it: tests/questions, and scripts/questions.

Run `uv run python scripts/learn_intents.py`; it takes a minute or two and writes
knowledge/data/phrases/learned.tsv. The model is a multinomial logit whose weights are
kept small. A line of scripts/questions has the intent, `~` where a film was spoken of before (else `-`),
and the text with its title in braces.
"""

import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.questions import Intent
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.corpus import Case, own_cases
from knowledge.understanding.evaluation import matching
from knowledge.understanding.learned import HUNDREDTHS, features
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.understand import Understanding

ROOT = Path(__file__).parents[1]
SPECIFIED, GATHERED = ROOT / "tests" / "questions", ROOT / "scripts" / "questions"
INTO = ROOT / "knowledge" / "data" / "phrases" / "learned.tsv"
INTENTS = tuple(Intent)
OFTEN = 2
"""Questions in which something must be seen to be learned from."""
SHRINK, STEPS = 2e-4, 400
LEAST = 0.05
"""Weights below this are left out."""
SPOKEN_OF = Film("spoken-of", "Zzyzx Quuxly", None)
F32 = NDArray[np.float32]
Places = NDArray[np.intp]
Reader = Callable[[Titles], Understanding]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is seen in a question, and what it asks."""

    seen: frozenset[str]
    intent: Intent


def specified(understanding: Understanding, titles: Titles) -> Iterator[Lesson]:
    """The cases of the specification that say what is asked."""
    paths = (path for path in sorted(SPECIFIED.glob("*.toml")) if path.stem != "films")
    for case in own_cases(paths):
        intents = case.intents or case.all_intents
        if intents:
            yield Lesson(_seen(case, understanding, titles), Intent(intents[0]))


def _seen(case: Case, understanding: Understanding, titles: Titles) -> frozenset[str]:
    context = next(iter(matching(titles, case.context)), None) if case.context else None
    return features(understanding.told(case.text, context), spoken_of=context is not None)


def gathered(reader: Reader) -> Iterator[Lesson]:
    """The questions of scripts/questions. ValueError for a line of another form."""
    for path in sorted(GATHERED.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            intent, spoken_of, text = line.split("\t")
            context = SPOKEN_OF if spoken_of == "~" else None
            yield Lesson(_marked(text, context, reader), Intent(intent))


def _marked(text: str, context: Film | None, reader: Reader) -> frozenset[str]:
    """A text whose title is in braces, read where there is no other film."""
    before, _, rest = text.partition("{")
    title, _, after = rest.partition("}")
    films = [Film("named", title, None), SPOKEN_OF] if title else [SPOKEN_OF]
    quoted = f'{before}"{title}"{after}' if title else text
    told = reader(Titles.of(films)).told(quoted, context)
    return features(told, spoken_of=context is not None)


@dataclass(frozen=True, slots=True)
class Table:
    """What is seen in each lesson, by its number, lesson after lesson; and the same by what is seen."""

    seen: Places
    starts: Places
    """Where in `seen` each lesson begins."""
    lessons: Places
    firsts: Places
    """Where in `lessons` each thing that is seen begins."""

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Table":
        """From the numbers of what is seen in each lesson; each number is in one at least."""
        seen = np.concatenate([np.array(row, np.intp) for row in rows])
        sizes = np.array([len(row) for row in rows])
        order = np.argsort(seen, kind="stable")
        firsts = np.concatenate([[0], np.cumsum(np.bincount(seen))[:-1]])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        return cls(seen, starts, np.repeat(np.arange(len(rows)), sizes)[order], firsts)

    def points(self, weights: F32) -> F32:
        """For each lesson the weights of all that is seen in it."""
        return np.add.reduceat(weights[self.seen], self.starts)

    def gathered(self, errors: F32) -> F32:
        """For each thing that is seen the errors of all lessons with it."""
        return np.add.reduceat(errors[self.lessons], self.firsts)


def learn(lessons: Sequence[Lesson]) -> tuple[list[str], F32]:
    """What was seen often enough, and its weights (seen, intents)."""
    often = Counter(seen for lesson in lessons for seen in lesson.seen)
    names = sorted(seen for seen, times in often.items() if times >= OFTEN)
    place = {seen: at for at, seen in enumerate(names)}
    table = Table.of([sorted(place[seen] for seen in lesson.seen if seen in place) for lesson in lessons])
    asked = np.zeros((len(lessons), len(INTENTS)), np.float32)
    asked[range(len(lessons)), [INTENTS.index(lesson.intent) for lesson in lessons]] = 1
    return names, _fitted(table, asked, len(names))


def _fitted(table: Table, asked: F32, seen: int) -> F32:
    """Accelerated descent on the loss and the squares of the weights."""
    weights: F32 = np.zeros((seen, asked.shape[1]), np.float32)
    ahead: F32 = weights
    steepest = _steepest(table, len(asked), seen)
    pace = 1.0
    for _ in range(STEPS):
        errors = _chances(table.points(ahead)) - asked
        slope = table.gathered(errors) / len(asked) + SHRINK * ahead
        further = (ahead - slope / steepest).astype(np.float32)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = (further + (pace - 1) / faster * (further - weights)).astype(np.float32)
        weights, pace = further, faster
    return weights


def _steepest(table: Table, lessons: int, seen: int) -> float:
    """How fast the slope can change at most: half of the table's largest eigenvalue."""
    along = np.ones((seen, 1), np.float32)
    size = 1.0
    for _ in range(20):
        along = table.gathered(table.points(along)) / lessons
        size = float(np.linalg.norm(along))
        along = (along / size).astype(np.float32)
    return size / 2 + SHRINK


def _chances(points: F32) -> F32:
    odds = np.exp(points - points.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def written(names: Sequence[str], weights: F32) -> str:
    """The weights as the project keeps them, in hundredths."""
    lines = ["# What is seen in a question, and its weights. Written by scripts/learn_intents.py."]
    lines.append("\t".join(["seen", *(intent.value for intent in INTENTS)]))
    kept = np.where(np.abs(weights) >= LEAST, np.rint(weights * HUNDREDTHS).astype(int), 0)
    for name, row in zip(names, kept, strict=True):
        if row.any():
            lines.append("\t".join([name, *(str(weight) if weight else "" for weight in row)]).rstrip("\t"))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learn and write."""
    rows = tomllib.loads((SPECIFIED / "films.toml").read_text(encoding="utf-8"))["films"]
    titles = Titles.of(
        Film(f"{row['title']} {row['year']}", row["title"], row["year"], tuple(row["names"]), row["votes"])
        for row in rows
    )
    vocabulary = read_vocabulary()
    reader = partial(Understanding, vocabulary=vocabulary, phrases=read_phrases(vocabulary))
    lessons = [*specified(reader(titles), titles), *gathered(reader)]
    names, weights = learn(lessons)
    INTO.write_text(written(names, weights), encoding="utf-8")
    print(f"{len(lessons)} questions, {np.count_nonzero(np.abs(weights) >= LEAST)} weights")


if __name__ == "__main__":
    main()
