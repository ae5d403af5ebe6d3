"""A text cut into words that keep their place in it. What the words mean is for the phrases to say."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

LONGEST = 4_000
"""Letters that are read: a Discord message has no more."""
BOUND = "~"
"""The symbol of a token that may stand beside a title or a question, such as a comma."""
STOP = "<stop>"
"""The symbol of a token that ends a sentence."""
_TOKEN = re.compile(
    r"\n+|\.{2,}|\b(?:what|how|where)(?=s\b)|\b[^\W\d_]+\d(?!y|th|st|nd|rd|k)[^\W\d_]{2,}\b|\d+(?:\.5(?![\d.]))?|['’]s\b|\b(?:[ldjcnmst]|qu)['’](?=[^\W\d_])|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|_+"
    r"|(?P<sign>[^\w\s])(?P=sign)*",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w{1,40}:)\d{1,25}>|@(?:everyone|here)\b|https?://\S+")
_SHORT = re.compile(r"(we|he|she)['’](?:re|ll)", re.IGNORECASE)
"""Words that are others without their apostrophe: `we're`, `he'll`."""
_ENDS = frozenset(".?!…\n")
_BOUNDS = frozenset(',;:()[]{}"“”‘«»—–|*_~`¿¡')


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign. `word` is its folded form; `symbols` are what a pattern may call it."""

    start: int
    end: int
    word: str
    symbols: frozenset[str] = field(default=frozenset())

    def has(self, symbol: str) -> bool:
        """Whether a pattern may call this token so."""
        return symbol in self.symbols


Tokens = Sequence[Token]


def tokenise(text: str) -> list[Token]:
    """The tokens between two empty ones that stand for the start and the end."""
    plain = _MARKUP.sub(lambda found: " " * len(found.group()), text[:LONGEST])
    found = [_token(plain, match) for match in _TOKEN.finditer(plain)]
    first = Token(0, 0, "", frozenset({BOUND, STOP, "^"}))
    last = Token(len(plain), len(plain), "", frozenset({BOUND, STOP, "$"}))
    return [first, *found, last]


def fold_word(word: str) -> str:
    """Lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in "'’")


def _token(plain: str, found: re.Match[str]) -> Token:
    raw = found.group()
    raw = short.group(1) if (short := _SHORT.fullmatch(raw)) else raw
    word = fold_word(raw) if raw.strip("'’")[:1].isalnum() else raw[0]
    signs = _signs(plain, found, raw)
    number = (
        {"<n>", "<year>" if len(raw) == 4 and raw.isdecimal() else "<n>"}
        if raw[0].isdecimal()
        else set[str]()
    )
    return Token(found.start(), found.end(), word, frozenset({word, *signs, *number}))


def _signs(plain: str, found: re.Match[str], raw: str) -> set[str]:
    """A sign is a bound; a full stop, question mark or line break ends a sentence as well."""
    if raw[0] in _ENDS:
        inside = raw == "." and plain[found.end() : found.end() + 1].strip() != ""
        return set[str]() if inside else {BOUND, STOP}
    if raw[0] == "(":
        return {BOUND, "<open>"}
    if raw == "/" and _between_words(plain, found):
        return {BOUND}
    if raw[0] in _BOUNDS or not (raw[0].isalnum() or raw[0] in "'’&+-/#%$€£."):
        return {BOUND}
    spaced = raw == "-" and plain[found.end() : found.end() + 1].isspace()
    return {BOUND} if spaced else set()


def _between_words(plain: str, found: re.Match[str]) -> bool:
    """Whether a stroke parts a word from another or a number, and is not that of `y/o` or `w/`."""
    before, after = plain[max(found.start() - 2, 0) : found.start()], plain[found.end() : found.end() + 2]
    return len(before) == 2 and before.isalpha() and after[:1].isalnum()


def with_symbols(token: Token, *symbols: str) -> Token:
    """The same token under these symbols as well."""
    return replace(token, symbols=token.symbols.union(symbols))


def quote(text: str, tokens: Tokens, start: int, end: int) -> str:
    """What was typed from one token up to another."""
    return text[tokens[start].start : tokens[end - 1].end]
