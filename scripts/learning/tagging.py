"""The tagger's lessons: rows as they are and with other titles, against many films or none."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.titles.films import Film
from knowledge.titles.spans import SpanIndex
from knowledge.understanding.tagger import LABELS
from knowledge.understanding.token_features import token_features
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.word_kinds import WordKinds
from knowledge.weights import F32, Logit
from scripts.learning.fitting import fit
from scripts.learning.lessons import labels_of
from scripts.learning.rows import AGE, Row
from scripts.learning.swaps import Swapper

SETTINGS = {
    "c2": 0.3,
    "max_iterations": 60,
    "calibration.samples": 2000,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
"""Of crfsuite's stochastic descent, which needs a third of the time of L-BFGS here and does as well."""
SWAPPED = 0.6
"""The part of the rows with titles whose first lesson has others; the second one always has."""
KEPT = frozenset({"in_the_specification", "beside_a_question"})
"""Groups of rows of which each is learned as it is besides, since they hold what must not be lost."""
LESS_MARKED = 0.6
"""The part that is taken of the rows whose topics nobody marked."""
MISTYPED = 0.2
"""The part of the rows without titles in which a word is mistyped."""
_LONG = re.compile(r"[^\W\d_]{5,}")
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
    course: int
    """Of the courses that are taught apart, with other titles in each; what they give is put together."""


def lessons(
    rows: Sequence[tuple[int, Row]],
    worlds: Sequence[SpanIndex],
    word_kinds: WordKinds,
    swapper: Swapper,
    seed: int,
    course: int,
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
        ways = (draw.random() < SWAPPED, True) if titled else (False,)
        for swapped in ways if row.group not in KEPT else (False, *ways):
            chance = draw.random()
            known = none if chance < UNKNOWN else few if chance < UNKNOWN + FEW else every
            if not titled and draw.random() < LOUD:
                row = _loud(row)
            elif not titled and draw.random() < MISTYPED:
                row = _mistyped(row, draw)
            other = swapper.swapped(row) if swapped else None
            film = other.film if other and known is every else None
            said = other.row if other else row
            message = TokenText.of(said.text, known, word_kinds, spoken_of=said.spoken_of)
            yield Lesson(said, message, film, swapped, number, course)


def _mistyped(row: Row, draw: random.Random) -> Row:
    """A row with a slip in one of its longer words, so that a strange word alone is no title."""
    words = [found.span() for found in _LONG.finditer(row.text)]
    free = [
        (start, end)
        for start, end in words
        if not any(start < last and first < end for first, last, _ in row.spans)
    ]
    if not free:
        return row
    start, end = draw.choice(free)
    at = draw.randrange(start + 1, end - 1)
    text = row.text
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    doubled = text[: at - 1] + text[at] * 2 + text[at + 1 :]
    return replace(row, text=draw.choice((swapped, doubled)))


def _loud(row: Row) -> Row:
    """A row in capitals, if that moves no letter."""
    text = row.text.upper()
    return replace(row, text=text) if len(text) == len(row.text) else row


def fit_tagger(taught: Sequence[Lesson]) -> tuple[Logit, F32]:
    """The weights of a tagger."""
    sequences = (
        (token_features(each.message), labels_of(each.message.tokens, each.row))
        for each in taught
        if each.message.tokens
    )
    return fit(sequences, LABELS, SETTINGS, "l2sgd")
