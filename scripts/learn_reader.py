"""Learn how people ask from the marked rows of scripts/learning/rows, and write the weights of the reader.

Run `uv run --group dev python scripts/learn_reader.py`; the same rows give the same weights. With `--titles`
the titles of a table (id, title, year, votes, also_known_as) are put into the rows, as for the weights that
ship; without, those of the films that come with Usher. `--ablate` prints what each file of rows gains.
"""

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.catalogue.catalogue_import import films_of
from knowledge.catalogue.catalogue_index import film_of
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.films import Film
from knowledge.titles.spans import SpanIndex
from knowledge.titles.titles import Titles, in_memory
from knowledge.understanding.learned import Learned, learned_from
from knowledge.weights import F32, Logit, ReaderWeights, read_weights
from knowledge.weights import SHIPPED as INTO
from scripts.learning.asking import fit_logits, right_share
from scripts.learning.choosing import film_choices, span_choices
from scripts.learning.fitting import commonness, fit_choice, mean_logit
from scripts.learning.lessons import words_said
from scripts.learning.rows import Row, read_rows
from scripts.learning.swaps import Swapper
from scripts.learning.tagging import Lesson, fit_tagger, lessons

ROWS = Path(__file__).parent / "learning" / "rows"
SEED = 11
PARTS = 4
"""Processes at a time."""
COURSES = 3
"""Taggers that are learned from the same rows with other titles in them, and put together."""
LOGITS = (("intents",), ("topics", "facts"), ("asides",), ("languages", "nothing"))
MOST = 15_000
"""Films whose titles are put into rows, the best known first."""
SPOKEN_OF = 3000
"""Films that are told to have been spoken of."""


@dataclass(frozen=True, slots=True)
class School:
    """What all learning needs: the rows, the lessons of tags made of them, and what they are read against."""

    rows: Sequence[Row]
    titles: Titles
    few: Titles
    words: Learned
    taught: Sequence[Lesson] = ()


_school: School | None = None
"""Set before processes are forked, which find it here."""


def _taught() -> School:
    assert _school is not None
    return _school


def _pool(school: School) -> ProcessPoolExecutor:
    globals()["_school"] = school
    return ProcessPoolExecutor(PARTS, mp_context=get_context("fork"))


def learn_asked(rows: Sequence[Row]) -> dict[str, Logit]:
    """The logits of what is asked."""
    with _pool(School(rows, Titles.of(()), Titles.of(()), _words({}))) as pool:
        return {name: logit for part in pool.map(_logits, LOGITS) for name, logit in part.items()}


def learn_tags(rows: Sequence[Row], titles: Titles, asked: Mapping[str, Logit]) -> ReaderWeights:
    """The tagger and the rankers, and with them all weights."""
    few = in_memory(map(film_of, SHIPPED.films()))
    common = commonness(words_said(rows))
    school = School(rows, titles, few, _words(common))
    with _pool(school) as pool:
        made = [each for part in pool.map(_lessons, range(PARTS * COURSES)) for each in part]
    print(f"{len(made)} lessons of tags", flush=True)
    with _pool(replace(school, taught=sorted(made, key=lambda each: each.number))) as pool:
        half, films = pool.submit(_half_tagger), pool.submit(_films)
        whole = [pool.submit(_tagger, course) for course in range(COURSES)]
        (seen, steps), chosen = half.result(), films.result()
        print("films, and a tagger of half of the rows", flush=True)
        spans = pool.submit(_spans, {**asked, "tagger": seen}, steps, chosen)
        taggers, all_steps = zip(*(each.result() for each in whole), strict=True)
        tagger, steps = mean_logit(taggers), np.asarray(np.mean(all_steps, axis=0), np.float32)
        vectors = {"steps": steps, "films": chosen, "spans": spans.result()}
    return ReaderWeights(common, {**asked, "tagger": tagger}, vectors)


def _lessons(part: int) -> list[Lesson]:
    school = _taught()
    segment, films = school.titles.segments[-1], _known(school.titles, MOST)
    names = ((film.id, segment.in_series(place)) for place, film in enumerate(films))
    series = {film_id: [" ".join(name) for name in called] for film_id, called in names if called}
    swapper = Swapper(films, SEED + part, series, school.words.weights.common)
    course, place = divmod(part, PARTS)
    numbered = [(at, row) for at, row in enumerate(school.rows) if at % PARTS == place]
    worlds = [SpanIndex(titles) for titles in (school.titles, school.few, Titles.of(()))]
    return list(lessons(numbered, worlds, school.words.word_kinds, swapper, SEED + part, course))


def _known(titles: Titles, many: int) -> list[Film]:
    """The best known films."""
    segment = titles.segments[-1]
    return [segment.film(place) for place in range(min(many, segment.index.films))]


def _tagger(course: int) -> tuple[Logit, F32]:
    """Of all rows, with the titles of one course."""
    return fit_tagger([each for each in _taught().taught if each.course == course])


def _half_tagger() -> tuple[Logit, F32]:
    """Of every second row."""
    return fit_tagger([each for each in _taught().taught if each.course == 0 and each.number % 2 == 0])


def _words(common: Mapping[str, int]) -> Learned:
    """The words of all languages, and no weights."""
    return learned_from(ReaderWeights(common, {}, {}), read_vocabulary())


def _logits(names: Sequence[str]) -> dict[str, Logit]:
    return fit_logits(_taught().rows, _taught().words, names)


def _films() -> F32:
    school = _taught()
    words, known = school.words, _known(school.titles, SPOKEN_OF)
    choices = film_choices(school.taught, school.titles, known, words.ages, words.versions, SEED)
    return fit_choice(list(choices))


def _spans(logits: Mapping[str, Logit], steps: F32, films: F32) -> F32:
    """Learned from texts that their tagger has not seen."""
    school = _taught()
    words = school.words
    rest = [each for each in school.taught if each.number % 2 == 1]
    weights = ReaderWeights(words.weights.common, logits, {"steps": steps, "films": films})
    known = _known(school.titles, SPOKEN_OF)
    return fit_choice(
        list(span_choices(rest, school.titles, known, weights, words.ages, words.versions, SEED))
    )


def ablate(rows: Sequence[Row]) -> None:
    """Prints for each file of rows how many more intents are right because of it, of every tenth row."""
    held = [row for at, row in enumerate(rows) if at % 10 == 0]
    kept = [row for at, row in enumerate(rows) if at % 10]
    with _pool(School(kept, Titles.of(()), Titles.of(()), _words({}))) as pool:
        groups = sorted({row.group for row in rows})
        right = pool.map(_right_without, ("", *groups), [held] * (len(groups) + 1))
        everything = next(right)
        print(f"{everything:.3%} of the intents with all rows")
        for group, share in zip(groups, right, strict=True):
            print(f"{everything - share:+.3%}  {group}", flush=True)


def _right_without(group: str, held: Sequence[Row]) -> float:
    kept, words = [row for row in _taught().rows if row.group != group], _taught().words
    logit = fit_logits(kept, words, ("intents",))["intents"]
    return right_share(logit, held, words)


def write(weights: ReaderWeights, path: Path) -> None:
    """One compressed file, the same for the same weights."""
    words = sorted(weights.common)
    table: dict[str, Any] = {
        "words": _text(words),
        "common": np.array([weights.common[word] for word in words], np.uint8),
    }
    for name, logit in weights.logits.items():
        table |= {
            f"{name}.keys": logit.keys,
            f"{name}.weights": logit.weights,
            f"{name}.unit": np.float64(logit.unit),
            f"{name}.labels": _text(logit.labels),
        }
    table |= {f"{name}.vector": vector for name, vector in weights.vectors.items()}
    np.savez_compressed(path, **table)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


def _text(words: Iterable[str]) -> Any:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def main() -> None:
    """Learn and write."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--titles", type=Path, help="a table of films whose titles are put into rows")
    parser.add_argument("--index", type=Path, help="an index of such a table, made before")
    parser.add_argument("--rows", type=Path, nargs="*", default=[ROWS], help="folders of marked rows")
    parser.add_argument("--into", type=Path, default=INTO)
    parser.add_argument("--ablate", action="store_true", help="print what each file of rows gains")
    parser.add_argument("--only", choices=("asked", "tags"), help="learn one half, and keep the other")
    given = parser.parse_args()
    rows = [*read_rows(path for folder in given.rows for path in folder.glob("*.rows"))]
    if given.ablate:
        ablate(rows)
        return
    started = time.monotonic()
    old = read_weights(given.into) if given.only else ReaderWeights({}, {}, {})
    asked = learn_asked(rows) if given.only != "tags" else old.logits
    print(f"{time.monotonic() - started:.0f} s: what is asked, of {len(rows)} rows", flush=True)
    if given.only == "asked":
        weights = replace(old, logits={**old.logits, **asked})
    else:
        weights = learn_tags(rows, _titles(given), asked)
    write(weights, given.into)
    print(f"{time.monotonic() - started:.0f} s")


def _titles(given: Any) -> Titles:
    if given.index:
        return Titles.open(given.index)
    return in_memory(films_of(given.titles) if given.titles else map(film_of, SHIPPED.films()))


if __name__ == "__main__":
    main()
