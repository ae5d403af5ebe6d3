"""English words without their endings: "fights" and "fighting" meet "fight". Rough, but never two ways."""

LONGEST = 30
"""Letters; what is longer is no word."""
SHORTEST = 4
SHORTEST_SINGULAR = 3
ENDINGS = (
    "iness",
    "iest",
    "ings",
    "ing",
    "ies",
    "ier",
    "ied",
    "ness",
    "ers",
    "est",
    "ed",
    "er",
    "es",
    "ly",
    "y",
    "e",
)


def stem(word: str) -> str:
    """The word without all of its endings, a doubled last letter made single."""
    if len(word) > LONGEST:
        return word
    while (shorter := _shorter(word)) != word:
        word = shorter
    return word


def _shorter(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    if word.endswith("s") and not word.endswith("ss") and len(word) > SHORTEST_SINGULAR:
        return word[:-1]
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "ls" else word
