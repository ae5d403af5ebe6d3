"""Numbers, school years and stages that may be a child's age, as values. Whether one is meant is learned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.phrases import AgeWords
from knowledge.tokens import Token

OLDEST = 110
"""Years; nobody asks in earnest for somebody older."""
HIGHEST_GRADE = 13
LONGEST = 4
"""Words of a phrase around a number at most."""
NEAR = 2
"""Tokens between two numbers of one list that are joined by more than one sign: `, and`."""


@dataclass(frozen=True, slots=True)
class Age:
    """The tokens from one up to another may say these years; `plain` where they say just them."""

    start: int
    end: int
    years: tuple[int, ...]
    plain: bool
    number: bool
    """Whether it is a number and no school year or stage."""


def possible_ages(tokens: Sequence[Token], words: AgeWords) -> list[Age]:
    """All that may be an age, from left to right; none meets another."""
    found: list[Age] = []
    at = 0
    while at < len(tokens):
        age = _stage(tokens, at, words) or _grade(tokens, at, words) or _number(tokens, at, words)
        if age is not None:
            found.append(age)
        at = age.end if age else at + 1
    return found


def _stage(tokens: Sequence[Token], at: int, words: AgeWords) -> Age | None:
    for length in range(LONGEST, 0, -1) if tokens[at].word in words.begins else ():
        phrase = tuple(token.word for token in tokens[at : at + length])
        if len(phrase) == length and phrase in words.stages:
            return Age(at, at + length, words.stages[phrase], plain=False, number=False)
    return None


def _grade(tokens: Sequence[Token], at: int, words: AgeWords) -> Age | None:
    """`2nd grade`, `third - graders`, `year 4`, `P3`, `4. Klasse`, and the first of `2nd and 3rd grade`."""
    word = tokens[at].word
    counts = at > 0 and tokens[at - 1].word.isdecimal() and tokens[at - 1].end == tokens[at].start
    if word in words.after and not counts and at + 1 < len(tokens):
        value = words.number(tokens[at + 1].word)
        touches = len(word) > 1 or tokens[at].end == tokens[at + 1].start
        if value is not None and value <= HIGHEST_GRADE and touches:
            return _school_year(at, at + 2, value + words.after[word])
        return None
    ordinal = words.ordinal(tokens, at)
    value, taken = ordinal or (words.number(word), 1)
    if value is None or value > HIGHEST_GRADE:
        return None
    for end in _grade_words(tokens, at + taken, words, listed=ordinal is not None):
        added = words.before[tokens[end].word]
        beside = end <= at + taken + 1
        return _school_year(at, end + 1 if beside else at + taken, value + added)
    return None


def _grade_words(tokens: Sequence[Token], at: int, words: AgeWords, *, listed: bool) -> Iterator[int]:
    """Where the word for a school year stands behind a number, with signs or further numbers between."""
    for place in range(at, min(at + 5, len(tokens))):
        word = tokens[place].word
        if word in words.before:
            yield place
            return
        number = words.number(word) is not None or words.ordinal(tokens, place) is not None
        sign = word in ("-", ".") or (place > at and word in words.endings)
        if not (sign or (listed and (number or word in words.joins or word in words.endings))):
            return


def _school_year(start: int, end: int, years: int) -> Age:
    return Age(start, end, (years, years + 1), plain=False, number=False)


def _number(tokens: Sequence[Token], at: int, words: AgeWords) -> Age | None:
    value = words.number(tokens[at].word)
    if value is None:
        return None
    end = _fraction(tokens, at + 1, words)
    after = next((token.word for token in tokens[end : end + 2] if token.word != "-"), "")
    if after in words.months:
        return Age(at, end, (value // 12,), plain=False, number=True)
    less = _is_below(tokens, at, words)
    value = -value if _is_negative(tokens, at) else value - less
    return Age(at, end, (value,), plain=not less, number=True)


def _is_negative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a minus stands before it, apart from what is before that."""
    if at < 2 or tokens[at - 1].word != "-" or tokens[at - 1].end != tokens[at].start:
        return False
    return tokens[at - 2].end < tokens[at - 1].start and not tokens[at - 2].word.isdecimal()


def _fraction(tokens: Sequence[Token], at: int, words: AgeWords) -> int:
    """Where a number ends whose fraction is left out: `2.5`, `3 1/2`, `six and a half`."""
    for length in range(LONGEST, 0, -1):
        phrase = tuple(token.word for token in tokens[at : at + length])
        if phrase in words.halves:
            return at + len(phrase)
    pair = tokens[at : at + 2]
    close = len(pair) == 2 and tokens[at - 1].end == pair[0].start and pair[0].end == pair[1].start
    return at + 2 if close and pair[0].word in ".," and pair[1].word.isdecimal() else at


def _is_below(tokens: Sequence[Token], at: int, words: AgeWords) -> bool:
    said = [token.word for token in tokens[max(at - LONGEST - 1, 0) : at]]
    if said and said[-1] == "-":
        said.pop()
    if said and said[-1] in ("a", "an", "the", "my"):
        said.pop()
    return any(tuple(said[-length:]) in words.below for length in range(1, LONGEST + 1) if said)


def spread(ages: Sequence[Age], chosen: set[int], tokens: Sequence[Token], words: AgeWords) -> set[int]:
    """The numbers of those chosen and of all that stand in one list with one: `4, 6 and 9`."""
    chosen = set(chosen)
    pairs = [*zip(range(len(ages)), range(1, len(ages)), strict=False)]
    for first, second in (*pairs, *reversed(pairs)):
        if (first in chosen) != (second in chosen) and _listed(ages[first], ages[second], tokens, words):
            chosen |= {first, second}
    return chosen


def _listed(first: Age, second: Age, tokens: Sequence[Token], words: AgeWords) -> bool:
    between = [token.word for token in tokens[first.end : second.start]]
    joined = 0 < len(between) <= NEAR and all(word in words.joins for word in between)
    return first.number and second.number and joined and max(*first.years, *second.years) <= OLDEST
