"""A chain of labels with points for each and for each step: the odds of all, and the likeliest."""

import numpy as np
from numpy.typing import NDArray

from knowledge.weights import F32


def log_total(points: F32, steps: F32) -> float:
    """The logarithm of the summed odds of all chains: (places, labels) and (labels, labels)."""
    first, ways, tops = _raised(points, steps)
    products, scales = _products(ways)
    last = first @ products[-1] if len(products) else first
    return tops + float(scales[-1:].sum()) + float(np.log(last.sum()))


def chances_of(points: F32, steps: F32) -> tuple[F32, float]:
    """How likely each label is at each place, by going forwards and backwards; and the same total."""
    first, ways, tops = _raised(points, steps)
    forwards, scales = _products(ways)
    backwards, _ = _products(ways[::-1].transpose(0, 2, 1))
    ahead = np.concatenate((first[None], first @ forwards))
    behind = np.concatenate((backwards.sum(axis=1)[::-1], np.ones_like(first[None])))
    chances = ahead * behind
    chances /= chances.sum(axis=1, keepdims=True)
    return chances, tops + float(scales[-1:].sum()) + float(np.log(ahead[-1].sum()))


def _raised(points: F32, steps: F32) -> tuple[F32, F32, float]:
    """The odds of the first labels, of each step with the label that it leads to, and what was taken off."""
    tops = points.max(axis=1, keepdims=True)
    raised = np.exp(points - tops)
    return raised[0], np.exp(steps) * raised[1:, None, :], float(tops.sum())


def _products(ways: F32) -> tuple[F32, NDArray[np.float64]]:
    """For each place the product of all matrices up to there, scaled, and the logarithm of its scale.

    Twice as many are joined in each round, so a long text takes a few steps of numpy, and not one a word.
    """
    scales, reach = np.zeros(len(ways)), 1
    while reach < len(ways):
        joined = ways[:-reach] @ ways[reach:]
        tops = joined.max(axis=(1, 2), keepdims=True)
        joined /= tops
        ways = np.concatenate((ways[:reach], joined))
        scales[reach:] += scales[:-reach] + np.log(tops[:, 0, 0])
        reach *= 2
    return ways, scales


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
