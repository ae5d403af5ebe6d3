"""The tagger's lessons: rows as they are and with other titles, against many films or none."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.titles.films import Film
from knowledge.titles.spans import SpanIndex
from knowledge.understanding.tagger import LABELS
from knowledge.understanding.token_features import token_features
from knowledge.understanding.token_text import TokenText
from knowledge.weights import F32, Logit
from scripts.learning.fitting import fit
from scripts.learning.lessons import labels_of
from scripts.learning.rows import AGE, Row
from scripts.learning.swaps import Swapper

SETTINGS = {
    "c2": 0.2,
    "max_iterations": 26,
    "calibration.samples": 300,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
"""Of crfsuite's stochastic descent, which needs a third of the time of L-BFGS here and does as well."""
SWAPPED = 0.6
"""The part of the rows with titles whose first lesson has others; the second one always has."""
LESS_MARKED = 0.6
"""The part that is taken of the rows whose topics nobody marked."""
LOUD = 0.05
"""The part of the rows without titles that is read in capitals."""
UNKNOWN, FEW = 0.25, 0.2
"""The parts of the lessons that are read as if no film was known, and as if only those that ship."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row, its message, and the film that its first film is, where a title was put into it."""

    row: Row
    message: TokenText
    film: Film | None
    swapped: bool
    number: int
    """Of the row; one with another title has that of the row that it was made from."""


def lessons(
    rows: Sequence[tuple[int, Row]],
    worlds: Sequence[SpanIndex],
    common: Mapping[str, int],
    swapper: Swapper,
    seed: int,
) -> Iterator[Lesson]:
    """Each row as it is or with other titles, and once more with others; of rows less fully marked a part.

    The worlds are what may be known: all films, those that ship, and none.
    """
    draw = random.Random(seed)
    every, few, none = worlds
    for number, row in rows:
        if row.topics is None and not row.spoken_of and draw.random() > LESS_MARKED:
            continue
        titled = any(label != AGE for *_, label in row.spans)
        for swapped in (draw.random() < SWAPPED, True) if titled else (False,):
            chance = draw.random()
            known = none if chance < UNKNOWN else few if chance < UNKNOWN + FEW else every
            if not titled and draw.random() < LOUD:
                row = _loud(row)
            other = swapper.swapped(row) if swapped else None
            film = other.film if other and known is every else None
            yield _lesson(other.row if other else row, known, common, film, number, swapped=swapped)


def _loud(row: Row) -> Row:
    """A row in capitals, if that moves no letter."""
    text = row.text.upper()
    return replace(row, text=text) if len(text) == len(row.text) else row


def _lesson(
    row: Row,
    spans: SpanIndex,
    common: Mapping[str, int],
    film: Film | None,
    number: int,
    *,
    swapped: bool,
) -> Lesson:
    message = TokenText.of(row.text, spans, common, spoken_of=row.spoken_of)
    return Lesson(row, message, film, swapped, number)


def fit_tagger(taught: Sequence[Lesson]) -> tuple[Logit, F32]:
    """The weights of a tagger."""
    sequences = (
        (token_features(each.message), labels_of(each.message.tokens, each.row))
        for each in taught
        if each.message.tokens
    )
    return fit(sequences, LABELS, SETTINGS, "l2sgd")
