"""A linear-chain CRF over tokens: how likely each label of each token is, and the likeliest labels of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knowledge.label_chain import chances_of, likeliest, log_total
from knowledge.understanding.token_features import token_features
from knowledge.understanding.token_text import TokenText
from knowledge.weights import F32, ReaderWeights, hashed

NOTHING, AGE = "O", "A"
FILM, OTHER = "F", "X"
LABELS = ("O", "B-F", "I-F", "B-X", "I-X", "A")
_PLACE = {label: at for at, label in enumerate(LABELS)}
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Tags:
    """What the tagger says of one text; without slots, since some of it is worked out when wanted."""

    points: F32
    steps: F32
    """(labels, labels): from one to the next."""
    chances: F32
    """(tokens, labels), as points: how likely each is."""
    best: tuple[str, ...]
    total: float
    """The logarithm of the odds of all labellings together."""

    @cached_property
    def no_film(self) -> float:
        """How likely no film is asked about by its name."""
        kept = [at for at, label in enumerate(LABELS) if not label.endswith(FILM)]
        total = log_total(self.points[:, kept], self.steps[np.ix_(kept, kept)])
        return float(np.exp(min(0.0, total - self.total)))

    def chance(self, at: int, *labels: str) -> float:
        """How likely a token has one of these labels."""
        row = self._rows[at]
        return sum(row[_PLACE[label]] for label in labels)

    @cached_property
    def _rows(self) -> list[list[float]]:
        """The chances by token, to be read one by one."""
        return self.chances.tolist()

    def log_chance(self, labels: Sequence[str]) -> float:
        """The logarithm of how likely just this labelling is."""
        places = [_PLACE[label] for label in labels]
        points = float(self.points[range(len(places)), places].sum())
        return points + float(self.steps[places[:-1], places[1:]].sum()) - self.total

    def spans(self) -> list[Span]:
        """The films and other films of the likeliest labelling."""
        found: list[Span] = []
        for at, label in enumerate(self.best):
            kind = label[2:]
            if label[:2] == "I-" and found and found[-1][1:] == (at, kind):
                found[-1] = (found[-1][0], at + 1, kind)
            elif kind:
                found.append((at, at + 1, kind))
        return found


class Tagger:
    """Marks films, other films and ages."""

    def __init__(self, weights: ReaderWeights) -> None:
        self._logit = weights.logits["tagger"]
        self._steps = weights.vectors["steps"]

    def tag(self, message: TokenText) -> Tags:
        """The labels of a text that has a token at least."""
        seen = token_features(message)
        points = self._logit.points(hashed(each for row in seen for each in row))
        ends = np.cumsum([0, *(len(row) for row in seen)])[:-1]
        summed: F32 = np.add.reduceat(points, ends, axis=0)
        return read_tags(summed, self._steps)


def read_tags(points: F32, steps: F32) -> Tags:
    """The tags of (tokens, labels) points."""
    chances, total = chances_of(points, steps)
    return Tags(points, steps, chances, tuple(LABELS[at] for at in likeliest(points, steps)), total)
