"""What a text most likely asks, as learned from questions that people ask. Phrases say it more surely."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

from knowledge.questions import Intent
from knowledge.understanding.tokens import Token, Tokens

FILM, AGE = "FILM", "AGE"
UNTOLD = frozenset({"<strange>", "<everyday>", "<never_last>", "<stop>"})
"""Classes that say nothing of what is asked."""
CLASSES = 2
"""Classes of a word that are paired with those of the next."""
RUN = 4
"""Letters that are seen together, so that a misspelt word is known by the rest of it."""
HUNDREDTHS = 100.0
Chances = Mapping[Intent, float]
"""How likely each intent is; together 1."""
Weighed = Sequence[tuple[int, float]]
"""Which intents, by place, and the weight for each."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of what is seen in a text, for each intent. Fitted by scripts/learn_intents.py."""

    intents: tuple[Intent, ...]
    weights: Mapping[str, Weighed]

    def chances(self, tokens: Tokens, *, spoken_of: bool) -> Chances:
        """How likely the text asks each; its titles, ages and certificates are one token each."""
        points = [0.0] * len(self.intents)
        for seen in features(tokens, spoken_of=spoken_of):
            for place, weight in self.weights.get(seen, ()):
                points[place] += weight
        most = max(points)
        odds = [math.exp(each - most) for each in points]
        return {intent: each / sum(odds) for intent, each in zip(self.intents, odds, strict=True)}


def features(tokens: Tokens, *, spoken_of: bool) -> frozenset[str]:
    """Words, classes, pairs of neighbours and letters in a row; `spoken_of`: a film was, before."""
    told = [token for token in tokens if token.word]
    words = ["^", *map(_word, told), "$"]
    pairs = map(" ".join, pairwise(words))
    classes = [_classes(token) for token in told]
    beside = (
        f"{one}|{other}"
        for here, there in pairwise(classes)
        for one, other in product(_few(here), _few(there))
    )
    known = (name for names in classes for name in names if name[0] == "<")
    runs = (run for word in words[1:-1] for run in _runs(word))
    return frozenset(("", *words, *pairs, *known, *beside, *runs, *(("<spoken_of>",) if spoken_of else ())))


def _word(token: Token) -> str:
    if token.has("<film>") or token.has("<age>"):
        return FILM if token.has("<film>") else AGE
    return token.word


def _classes(token: Token) -> list[str]:
    """The classes of a word in order, or the word itself where it has none."""
    return sorted(name for name in token.symbols if name[0] == "<" and name not in UNTOLD) or [_word(token)]


def _few(names: Sequence[str]) -> Sequence[str]:
    return names[:CLASSES]


def _runs(word: str) -> Iterator[str]:
    """The letters of a plain word, four at a time; `<` and `>` are its ends."""
    if word.isalpha() and word.islower():
        edged = f"<{word}>"
        yield from (f"~{edged[at : at + RUN]}" for at in range(len(edged) - RUN + 1))


def read_learned(path: Path) -> Learned:
    """From a table: intents, then in each line what is seen and its weights. ValueError if it is none."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    intents = tuple(map(Intent, next(lines).split("\t")[1:]))
    weights: dict[str, Weighed] = {}
    for line in lines:
        seen, *row = line.split("\t")
        if len(row) > len(intents):
            raise ValueError(f"{line!r}: more weights than the {len(intents)} intents")
        weights[seen] = [(place, int(text) / HUNDREDTHS) for place, text in enumerate(row) if text]
    return Learned(intents, weights)
