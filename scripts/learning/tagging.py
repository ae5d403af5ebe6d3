"""The tagger's lessons: rows as they are and with other titles, against many films or none."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from scripts.learning.fitting import fit
from scripts.learning.lessons import labels_of
from scripts.learning.reader.features import token_features
from scripts.learning.reader.message import Message
from scripts.learning.reader.tagger import LABELS
from scripts.learning.reader.title_spans import SpanIndex
from scripts.learning.reader.weights import F32, Logit
from scripts.learning.rows import AGE, Row
from scripts.learning.swaps import Swapper

SETTINGS = {
    "c2": 0.2,
    "max_iterations": 20,
    "calibration.samples": 300,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
"""Of crfsuite's stochastic descent, which needs a third of the time of L-BFGS here and does as well."""
SWAPPED = 0.6
"""The part of the rows with titles that are read with others."""
LESS_MARKED = 0.35
"""The part that is taken of the rows whose topics nobody marked."""
UNKNOWN = 0.15
"""The part of the rows that is read as if no film was known."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row, its message, and the film that its first film is, where a title was put into it."""

    row: Row
    message: Message
    film: Film | None
    swapped: bool
    number: int
    """Of the row; one with another title has that of the row that it was made from."""


def lessons(
    rows: Sequence[tuple[int, Row]], spans: SpanIndex, common: Mapping[str, int], swapper: Swapper, seed: int
) -> Iterator[Lesson]:
    """Each row as it is or with other titles; of those that are marked less fully only a part."""
    draw = random.Random(seed)
    none = SpanIndex(Titles.of(()))
    for number, row in rows:
        if row.topics is None and draw.random() > LESS_MARKED:
            continue
        titled = any(label != AGE for *_, label in row.spans)
        known = none if draw.random() < UNKNOWN else spans
        if titled and draw.random() < SWAPPED:
            other = swapper.swapped(row)
            film = None if known is none else other.film
            yield _lesson(other.row, known, common, film, number, swapped=True)
        else:
            yield _lesson(row, known, common, None, number, swapped=False)


def _lesson(
    row: Row,
    spans: SpanIndex,
    common: Mapping[str, int],
    film: Film | None,
    number: int,
    *,
    swapped: bool,
) -> Lesson:
    message = Message.of(row.text, spans, common, spoken_of=row.spoken_of)
    return Lesson(row, message, film, swapped, number)


def fit_tagger(taught: Sequence[Lesson]) -> tuple[Logit, F32]:
    """The weights of a tagger."""
    sequences = (
        (token_features(each.message), labels_of(each.message.tokens, each.row))
        for each in taught
        if each.message.tokens
    )
    return fit(sequences, LABELS, SETTINGS, "l2sgd")
