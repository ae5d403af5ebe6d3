"""Bare numbers beside a title, "coco 6?", as people in a hurry type. Ages said in words are read in ages."""

from collections.abc import Collection, Sequence

from knowledge.understanding.ages import Ages, after_each, before_each
from knowledge.understanding.numbers import Run, runs
from knowledge.understanding.patterns import Span
from knowledge.understanding.phrases import AgePhrases
from knowledge.understanding.tokens import BOUND, STOP, Token, Tokens

YOUNGEST, OLDEST = 1, 18
"""Years; a bare number outside of them is hardly a child's age."""
NEVER_BEFORE = frozenset({"<small>", "<be>", "<a>", "<have>", "<can>", "#", "$", "€", "£"})
"""What makes the number after it count something else."""
MAY_FOLLOW = frozenset({"<ok>", "<quality>", "<too>", "<ask>", "<end>", "<n>", "<topic>", "<yes>", "<unit>"})
"""What may follow such a number."""
BETWEEN = frozenset(
    {"<ok>", "<quality>", "<topic>", "<too>", "<movie>", "<end>", "<ask>", "<hello>"}
) | frozenset(
    {
        "<much>",
        "<small>",
        "<yes>",
        "<kid>",
        "<for>",
        "<part>",
        "<version>",
        "<fact>",
        "<year>",
        "<thing>",
        "/",
    }
)
"""What may stand between a title and such a number."""
NO_AGE = frozenset({"rating", "own", "self"})


def bare_ages(tokens: Tokens, phrases: AgePhrases, taken: Collection[Span] = ()) -> Ages:
    """The numbers that may be ages though no word says so, outside of the spans that are taken."""
    if not any(token.has("<n>") for token in tokens):
        return Ages()
    before, after = before_each(tokens, phrases), after_each(tokens, phrases)
    free = [
        run
        for run in runs(tokens, phrases, taken)
        if _may_be_one(run, tokens)
        and not NO_AGE & before.get(run.start, {}).keys()
        and "measure" not in after.get(run.end, {})
    ]
    told = [run for run in free if "years" in after.get(run.end, {})]
    free = told or free
    years = {int(value) for run in free for value in run.values}
    ends = [after.get(run.end, {}).get("years", run.end) for run in free]
    return Ages(tuple(sorted(years)), tuple((run.start, end) for run, end in zip(free, ends, strict=True)))


def _may_be_one(run: Run, tokens: Tokens) -> bool:
    possible = all(YOUNGEST <= value <= OLDEST for value in run.values)
    before, after = tokens[run.start - 1], tokens[run.end]
    glued = _touches(tokens[run.end - 1], after) and after.has("<unit>")
    counted = bool(before.symbols & NEVER_BEFORE) and not glued
    if run.spelled or not possible or _touches(before, tokens[run.start]) or counted:
        return False
    follows = after.has(BOUND) or bool(after.symbols & MAY_FOLLOW and not _asks_on(run, tokens))
    leads = before.has(BOUND) or before.has("<kid>") or before.has("<n>")
    joined = _touches(tokens[run.end - 1], after) and not glued
    return not joined and (leads or follows)


def _asks_on(run: Run, tokens: Tokens) -> bool:
    """Whether a whole sentence asks on after a number that touches a name: `is part 5 scary`."""
    start = max(place for place in range(run.start) if tokens[place].has(STOP)) + 1
    return tokens[start].has("<ask>") and not tokens[run.start - 1].symbols & BETWEEN


def _touches(one: Token, other: Token) -> bool:
    """Whether they are letters and digits of one word."""
    return one.end == other.start and one.word[:1].isalnum() and other.word[:1].isalnum()


def beside(tokens: Tokens, spans: Sequence[Span]) -> bool:
    """Whether an age stands beside a title at one of these spans."""
    return any(_reaches(tokens[end:]) or _reaches(tokens[start - 1 :: -1]) for start, end in spans)


def _reaches(tokens: Tokens) -> bool:
    for token in tokens:
        if token.has("<age>"):
            return True
        if not (token.has(BOUND) or token.symbols & BETWEEN):
            return False
    return False
