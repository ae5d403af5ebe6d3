"""Learn what people ask from questions that are marked with it: tests/questions, and scripts/questions.

Run `uv run python scripts/learn_intents.py`; it takes a minute or two and writes
knowledge/data/phrases/learned.tsv. The model is a multinomial logit whose weights shrink to nothing where
they do not pay. A line of scripts/questions has the intent, `~` where a film was spoken of before (else `-`),
and the text with its title in braces.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.curation.shipped import read_vocabulary
from knowledge.questions import Intent
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.corpus import Case, own_cases
from knowledge.understanding.evaluation import matching
from knowledge.understanding.learned import features
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.understand import Understanding

ROOT = Path(__file__).parents[1]
SPECIFIED, GATHERED = ROOT / "tests" / "questions", ROOT / "scripts" / "questions"
INTO = ROOT / "knowledge" / "data" / "phrases" / "learned.tsv"
INTENTS = tuple(Intent)
OFTEN = 2
"""Questions in which something must be seen to be learned from."""
COUNT = 2.0
"""What a gathered question counts against one of the specification, which the phrases fit already."""
SHRINK, STEPS = 2e-4, 250
LEAST = 0.01
"""Weights below this are left out."""
SPOKEN_OF = Film("spoken-of", "Zzyzx Quuxly", None)
F32 = NDArray[np.float32]
Reader = Callable[[Titles], Understanding]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is seen in a question, what it asks, and how much it counts."""

    seen: frozenset[str]
    intent: Intent
    counts: float = 1.0


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
            yield Lesson(_marked(text, context, reader), Intent(intent), COUNT)


def _marked(text: str, context: Film | None, reader: Reader) -> frozenset[str]:
    """A text whose title is in braces, read where there is no other film."""
    before, _, rest = text.partition("{")
    title, _, after = rest.partition("}")
    films = [Film("named", title, None), SPOKEN_OF] if title else [SPOKEN_OF]
    quoted = f'{before}"{title}"{after}' if title else text
    told = reader(Titles.of(films)).told(quoted, context)
    return features(told, spoken_of=context is not None)


def learn(lessons: Sequence[Lesson]) -> tuple[list[str], F32]:
    """What was seen often enough, and its weights (seen, intents): accelerated descent, soft threshold."""
    often = Counter(seen for lesson in lessons for seen in lesson.seen)
    names = sorted(seen for seen, times in often.items() if times >= OFTEN)
    place = {seen: at for at, seen in enumerate(names)}
    table = np.zeros((len(lessons), len(names)), np.float32)
    asked = np.zeros((len(lessons), len(INTENTS)), np.float32)
    for row, lesson in enumerate(lessons):
        table[row, [place[seen] for seen in lesson.seen if seen in place]] = 1
        asked[row, INTENTS.index(lesson.intent)] = 1
    counts = np.array([[lesson.counts] for lesson in lessons], np.float32)
    return names, _fitted(table, asked, counts / counts.mean())


def _fitted(table: F32, asked: F32, counts: F32) -> F32:
    weights = ahead = np.zeros((table.shape[1], asked.shape[1]), np.float32)
    step = np.float32(8 / table.sum(axis=1).max())
    pace = 1.0
    for _ in range(STEPS):
        slope = table.T @ ((_chances(table @ ahead) - asked) * counts) / np.float32(len(table))
        free = ahead - step * slope
        shrunk = np.sign(free) * np.maximum(np.abs(free) - step * np.float32(SHRINK), 0)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = shrunk + np.float32((pace - 1) / faster) * (shrunk - weights)
        weights, pace = shrunk, float(faster)
    return weights


def _chances(points: F32) -> F32:
    odds = np.exp(points - points.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def written(names: Sequence[str], weights: F32) -> str:
    """The weights as the project keeps them."""
    lines = ["# What is seen in a question, an intent, its weight. Written by scripts/learn_intents.py."]
    for name, row in zip(names, weights, strict=True):
        kept = ((intent, weight) for intent, weight in zip(INTENTS, row, strict=True) if abs(weight) >= LEAST)
        lines += [f"{name}\t{intent.value}\t{weight:.2f}" for intent, weight in kept]
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
