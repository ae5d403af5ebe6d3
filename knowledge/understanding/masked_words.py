"""What is seen of a text to tell what it asks: its words, with signs put for films, ages and numbers."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.tokens import Token
from knowledge.understanding.ages import Age
from knowledge.understanding.tagger import FILM, Span
from knowledge.understanding.token_text import TokenText

UNSAID = frozenset(",\"'()-“”‘’*_«»„`|")
STOPS = frozenset(".?!\n")
START, END = "^", "$"
RUNS = (4, 5)  # Letters of the parts of words that are seen.
MOST = 120  # Words of a text that are seen: the first of them and the last.


def told(message: TokenText, spans: Collection[Span], ages: Collection[Age] = ()) -> list[str]:
    """The words in small letters; each film is one of them, each age, and each number."""
    signs = {start: (end, "FILM" if label == FILM else "OTHER") for start, end, label in spans}
    signs |= {age.start: (age.end, "AGE") for age in ages if age.start not in signs}
    words: list[str] = []
    at = 0
    while at < len(message.tokens):
        end, sign = signs.get(at, (at + 1, ""))
        words.append(sign or _word(message.tokens[at]))
        at = end
    words = [word for word in words if word not in UNSAID]
    return words if len(words) <= MOST else [*words[: MOST // 2], *words[-MOST // 2 :]]


def _word(token: Token) -> str:
    return "<n>" if token.word.isdecimal() else token.word.replace("’", "'")


def asked_features(words: Sequence[str], *, spoken_of: bool) -> list[str]:
    """The features of a text for the logits, each once, in an order that is always the same."""
    found: dict[str, None] = dict.fromkeys(_runs(words))
    found |= dict.fromkeys(_letters(words))
    found |= dict.fromkeys(_sentences(words))
    found |= dict.fromkeys(_named(words, spoken_of))
    return list(found)


def _runs(words: Sequence[str]) -> Iterator[str]:
    edged = [START, *words, END]
    yield from (f"1{word}" for word in words)
    yield from (f"2{one} {two}" for one, two in pairwise(edged))
    yield from (f"3{one} {two} {three}" for one, two, three in zip(edged, edged[1:], edged[2:], strict=False))
    yield from (f"s{one} _ {two}" for one, two in zip(edged, edged[2:], strict=False))


def _letters(words: Sequence[str]) -> Iterator[str]:
    for word in dict.fromkeys(words):
        yield from _of_word(word)


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[str, ...]:
    if not (word.isalpha() and word.islower()):
        return ()
    edged = f"<{word}>"
    return tuple(f"c{edged[at : at + size]}" for size in RUNS for at in range(len(edged) - size + 1))


def _sentences(words: Sequence[str]) -> Iterator[str]:
    """The words of the first sentence, of the last, and of those that are questions."""
    parts: list[list[str]] = [[]]
    for word in words:
        parts[-1].append(word)
        if word in STOPS:
            parts.append([])
    parts = [part for part in parts if any(word not in STOPS for word in part)]
    if len(parts) > 1:
        yield from (f"F{word}" for word in parts[0])
        yield from (f"L{word}" for word in parts[-1])
        yield from (f"Q{word}" for part in parts if part[-1] == "?" for word in part)


def _named(words: Sequence[str], spoken_of: bool) -> Iterator[str]:
    films = min(words.count("FILM"), 2)
    yield f"films{films}{spoken_of}"
    yield f"other{'OTHER' in words}{films}"
    yield f"age{'AGE' in words}{films}"
    yield f"size{min(8, len(words) // 3)}"
