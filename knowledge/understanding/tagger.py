"""A linear-chain CRF: how likely each label of each token is, and the likeliest labels of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge.understanding.token_features import token_features
from knowledge.understanding.token_text import TokenText
from knowledge.weights import F32, ReaderWeights, hashed

NOTHING, AGE = "O", "A"
FILM, OTHER = "F", "X"
LABELS = ("O", "B-F", "I-F", "B-X", "I-X", "A")
_PLACE = {label: at for at, label in enumerate(LABELS)}
Span = tuple[int, int, str]
TINY = 1e-30


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
        points, steps = self.points[:, kept].astype(np.float64), self.steps[np.ix_(kept, kept)]
        ahead = points[0]
        for row in points[1:]:
            top = ahead.max()
            ahead = np.log(np.exp(ahead - top) @ np.exp(steps) + TINY) + top + row
        top = float(ahead.max())
        return float(np.exp(min(0.0, top + float(np.log(np.exp(ahead - top).sum())) - self.total)))

    def chance(self, at: int, *labels: str) -> float:
        """How likely a token has one of these labels."""
        return float(sum(self.chances[at, _PLACE[label]] for label in labels))

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
    """Chances by going forwards and backwards, the likeliest labels by Viterbi's way."""
    size = len(points)
    tops = points.max(axis=1, keepdims=True)
    raised, step = np.exp(points - tops), np.exp(steps)
    ahead, behind = np.empty_like(raised), np.ones_like(raised)
    total = float(tops.sum())
    for at in range(size):
        ahead[at] = raised[at] * (ahead[at - 1] @ step) if at else raised[at]
        scale = ahead[at].sum()
        ahead[at] /= scale
        total += float(np.log(scale))
    for at in range(size - 2, -1, -1):
        behind[at] = step @ (raised[at + 1] * behind[at + 1])
        behind[at] /= behind[at].sum()
    chances = ahead * behind
    chances /= chances.sum(axis=1, keepdims=True)
    return Tags(points, steps, chances, _likeliest(points, steps), total)


def _likeliest(points: F32, steps: F32) -> tuple[str, ...]:
    best, came = points[0], list[NDArray[np.intp]]()
    for row in points[1:]:
        ways = best[:, None] + steps
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return tuple(LABELS[at] for at in reversed(path))
