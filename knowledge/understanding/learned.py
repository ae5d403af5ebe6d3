"""What a text most likely asks, as learned from questions that people ask. Phrases say it more surely."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from knowledge.questions import Intent
from knowledge.understanding.tokens import Tokens

FILM, AGE = "FILM", "AGE"
UNTOLD = frozenset({"<strange>", "<everyday>", "<never_last>", "<stop>"})
"""Classes that say nothing of what is asked."""
Chances = Mapping[Intent, float]
"""How likely each intent is; together 1."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of what is seen in a text, for each intent. Fitted by scripts/learn_intents.py."""

    weights: Mapping[str, Mapping[Intent, float]]

    def chances(self, tokens: Tokens, *, spoken_of: bool) -> Chances:
        """How likely the text asks each; its titles, ages and certificates are one token each."""
        points = dict.fromkeys(Intent, 0.0)
        for seen in features(tokens, spoken_of=spoken_of):
            for intent, weight in self.weights.get(seen, {}).items():
                points[intent] += weight
        most = max(points.values())
        odds = {intent: math.exp(each - most) for intent, each in points.items()}
        return {intent: each / sum(odds.values()) for intent, each in odds.items()}


def likelier(chances: Chances, taken: Intent, times: float) -> Intent | None:
    """The likeliest intent, where it is so many times likelier than the one taken."""
    best = max(chances, key=chances.__getitem__)
    return best if best is not Intent.UNKNOWN and chances[best] >= times * chances[taken] else None


def features(tokens: Tokens, *, spoken_of: bool) -> frozenset[str]:
    """What is seen in a text: its words, pairs of neighbours, classes of words; `spoken_of` a film before."""
    words = ["^", *_words(tokens), "$"]
    pairs = map(" ".join, pairwise(words))
    classes = (name for token in tokens for name in token.symbols if name[0] == "<" and name not in UNTOLD)
    return frozenset(("", *words, *pairs, *classes, *(("<spoken_of>",) if spoken_of else ())))


def _words(tokens: Tokens) -> Iterator[str]:
    for token in tokens:
        if token.has("<film>") or token.has("<age>"):
            yield FILM if token.has("<film>") else AGE
        elif token.word:
            yield token.word


def read_learned(path: Path) -> Learned:
    """From lines of what is seen, an intent and its weight. ValueError where a line is something else."""
    weights: dict[str, dict[Intent, float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            seen, intent, weight = line.split("\t")
            weights.setdefault(seen, {})[Intent(intent)] = float(weight)
    return Learned(weights)
