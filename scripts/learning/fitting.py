"""ReaderWeights from examples: taggers and logits by crfsuite, choices by Newton's way. All repeatable."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from knowledge.weights import F32, U32, Logit, hashed

pycrfsuite: Any = import_module("pycrfsuite")
"""It comes without types."""
WHOLE = 32_000
"""The largest whole number that a weight is stored as."""
LEAST = 0.05
"""ReaderWeights below this are left out."""
Sequences = Iterable[tuple[Sequence[Any], Sequence[str]]]


def fit(
    sequences: Sequences, labels: Sequence[str], settings: dict[str, Any], way: str = "lbfgs"
) -> tuple[Logit, F32]:
    """A CRF of these sequences: what is seen of each token, and its label. Also the steps between labels."""
    trainer: Any = pycrfsuite.Trainer(algorithm=way, verbose=False)
    trainer.set_params(settings)
    for seen, said in sequences:
        trainer.append(seen, said)
    with TemporaryDirectory() as folder:
        name = str(Path(folder) / "model")
        trainer.train(name)
        tagger: Any = pycrfsuite.Tagger()
        tagger.open(name)
        info = tagger.info()
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for (one, two), weight in info.transitions.items():
        steps[labels.index(one), labels.index(two)] = weight
    return as_logit(info.state_features, labels), steps


def as_logit(weights: dict[tuple[str, str], float], labels: Sequence[str]) -> Logit:
    """ReaderWeights by feature and label as whole numbers."""
    rows: defaultdict[int, list[float]] = defaultdict(lambda: [0.0] * len(labels))
    names = sorted({feature for feature, _ in weights})
    keys = dict(zip(names, hashed(names).tolist(), strict=True))
    for (feature, label), weight in sorted(weights.items()):
        if abs(weight) >= LEAST:
            rows[keys[feature]][labels.index(label)] += weight
    order = sorted(rows)
    table = np.array([rows[key] for key in order], np.float64).reshape(-1, len(labels))
    return _packed(labels, np.array(order, np.uint32), table)


def mean_logit(some: Sequence[Logit]) -> Logit:
    """What several say together, that were learned of the same from different lessons."""
    keys = reduce(np.union1d, [each.keys for each in some])
    table = np.zeros((len(keys), len(some[0].labels)))
    for each in some:
        table[keys.searchsorted(each.keys)] += each.weights * (each.unit / len(some))
    kept = np.abs(table).max(axis=1) >= LEAST
    return _packed(some[0].labels, keys[kept], table[kept])


def _packed(labels: Sequence[str], keys: U32, table: Any) -> Logit:
    unit = float(np.abs(table).max(initial=1.0)) / WHOLE
    return Logit(tuple(labels), keys, np.rint(table / unit).astype(np.int16), unit)


def fit_logit(
    examples: Iterable[tuple[Sequence[str], Sequence[str]]], labels: Sequence[str], **settings: Any
) -> Logit:
    """A multinomial logit; an example with several labels counts once for each."""
    chosen = {
        "c2": 0.05,
        "max_iterations": 40,
        "calibration.samples": 2000,
        "feature.minfreq": 0.15,
        **settings,
    }
    sequences = (
        ([{feature: 1 / np.sqrt(max(1, len(seen))) for feature in seen}], [label])
        for seen, said in examples
        for label in said
    )
    return fit(sequences, labels, chosen, "l2sgd")[0]


def fit_choice(examples: Sequence[tuple[F32, Sequence[int], float]], keep: float = 1.0) -> F32:
    """A conditional logit: of each table's rows one of those that are right is chosen; with its weight."""
    size = examples[0][0].shape[1]
    spread = np.concatenate([table for table, _, _ in examples]).std(axis=0) + 1e-6
    tables = [(table / spread, list(right), weight) for table, right, weight in examples]
    weights = np.zeros(size)
    for _ in range(40):
        slope, bend = 2 * keep * weights, 2 * keep * np.eye(size)
        for table, right, weight in tables:
            all_odds = _odds(table @ weights)
            right_odds = np.zeros(len(table))
            right_odds[right] = all_odds[right] / max(all_odds[right].sum(), 1e-12)
            mean = all_odds @ table
            slope += weight * (mean - right_odds @ table)
            bend += weight * ((table * all_odds[:, None]).T @ table - np.outer(mean, mean))
        step = np.linalg.solve(bend, slope)
        weights -= step * min(1.0, 3.0 / max(float(np.abs(step).max()), 1e-9))
        if float(np.abs(step).max()) < 1e-4:
            break
    return (weights / spread).astype(np.float32)


def _odds(points: Any) -> Any:
    raised = np.exp(points - points.max())
    return raised / raised.sum()


def commonness(words: Iterable[str]) -> dict[str, int]:
    """How common each word is that was said six times: 1 to 5."""
    counts = Counter(words)
    total = sum(counts.values())
    return {
        word: 1 + sum(count / total > share for share in (3e-5, 1.5e-4, 8e-4, 4e-3))
        for word, count in sorted(counts.items())
        if count >= 6 and word[:1].isalpha()
    }
