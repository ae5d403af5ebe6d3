"""English words without their endings, so that "fights" and "fighting" meet "fight". Rough on purpose."""

SHORTEST = 3
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
    "s",
    "y",
    "e",
)


def stem(word: str) -> str:
    """The word without its ending, a doubled last letter made single."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "ls" else word
