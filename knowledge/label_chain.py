"""A chain of labels with points for each and for each step: the odds of all, and the likeliest."""

import numpy as np
from numpy.typing import NDArray

from knowledge.weights import F32

TINY = 1e-30


def log_total(points: F32, steps: F32) -> float:
    """The logarithm of the summed odds of all chains: (places, labels) and (labels, labels)."""
    ahead, raised = points[0].astype(np.float64), np.exp(steps)
    for row in points[1:]:
        top = ahead.max()
        ahead = np.log(np.exp(ahead - top) @ raised + TINY) + top + row
    top = float(ahead.max())
    return top + float(np.log(np.exp(ahead - top).sum()))


def chances_of(points: F32, steps: F32) -> tuple[F32, float]:
    """How likely each label is at each place, by going forwards and backwards; and the same total."""
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
    return chances, total


def likeliest(points: F32, steps: F32) -> list[int]:
    """The labels of the likeliest chain, by Viterbi's way."""
    best, came = points[0], list[NDArray[np.intp]]()
    for row in points[1:]:
        ways = best[:, None] + steps
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return path[::-1]
