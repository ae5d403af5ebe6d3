"""Runs of numbers: "8", "eight", "4, 6 and 9", "10-12". What they count is decided elsewhere."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.understanding.patterns import Span, find_all
from knowledge.understanding.phrases import AgePhrases
from knowledge.understanding.spans import within
from knowledge.understanding.tokens import Token, Tokens

MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers that belong together and the tokens they cover."""

    values: tuple[float, ...]
    start: int
    end: int
    spelled: bool
    """Whether the first is a word."""

    @property
    def span(self) -> Span:
        """From its first token up to after its last."""
        return self.start, self.end


def runs(tokens: Tokens, phrases: AgePhrases, taken: Collection[Span] = ()) -> Iterator[Run]:
    """Every longest run outside of the spans that are taken, from left to right."""
    joins = {hit.start: hit.end for hit in find_all(phrases.joins, tokens)}
    place = 0
    while place < len(tokens):
        free = not within((place, place + 1), taken) and not _is_pronoun(tokens, place)
        value = _value(tokens[place], phrases) if free else None
        if value is None:
            place += 1
            continue
        run = _run(tokens, phrases, joins, place, value)
        yield run
        place = run.end


def _is_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether a word for a number stands for somebody: `my little one's 3`, `one is 2`."""
    after = tokens[min(place + 1, len(tokens) - 1)]
    return tokens[place].word[:1].isalpha() and (after.word == "s" or after.has("<be>"))


def _run(tokens: Tokens, phrases: AgePhrases, joins: dict[int, int], start: int, value: float) -> Run:
    negative = start > 1 and tokens[start - 1].word == "-" and _value(tokens[start - 2], phrases) is None
    values = [-value if negative and _apart(tokens, start) else value]
    end = start + 1
    if _counts(tokens, start):
        joins = {}
    while end in joins and (following := _value(tokens[joins[end]], phrases)) is not None:
        if following == 1 and tokens[joins[end]].word[0].isalpha() and tokens[start].has("<n>"):
            break
        values.append(following)
        end = joins[end] + 1
    first = start - 1 if values[0] < 0 else start
    return Run(tuple(values), first, end, not tokens[start].word[0].isdecimal())


def _counts(tokens: Tokens, start: int) -> bool:
    """Whether it counts the children whose ages follow: `my two, 13 and 15`."""
    before, comma = tokens[start - 1], tokens[start + 1]
    counted = (before.has("<my>") or before.has("<such>")) and not tokens[start].word[0].isdecimal()
    return counted and comma.word == "," and tokens[start + 2].has("<n>")


def _apart(tokens: Tokens, start: int) -> bool:
    """Whether a hyphen is a minus: apart from the word before it, close to the number."""
    return tokens[start - 2].end < tokens[start - 1].start and tokens[start - 1].end == tokens[start].start


def _value(token: Token, phrases: AgePhrases) -> float | None:
    if token.has("<n>"):
        return float(token.word) if len(token.word) <= MOST_DIGITS or "." in token.word else None
    return phrases.numbers.get(token.word)
