"""The children's ages in a text, and where they stand. Ratings, years, head counts and durations are none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from knowledge.understanding.numbers import Run, runs
from knowledge.understanding.patterns import Hit, Span, find_all
from knowledge.understanding.phrases import AgePhrases
from knowledge.understanding.spans import within
from knowledge.understanding.stages import stages_in
from knowledge.understanding.tokens import BOUND, Tokens

OLDEST = 110
"""Years; nobody asks in earnest for somebody older."""
GROWN = 19
"""From this age, in years, who says "I am" speaks of a parent and not of who will watch."""
ALL_OF_THEM = frozenset({"all", "both", "only", "just", "alle", "beide"})
"""What may stand before such an age: `six girls, all thirteen`."""
ADULT = 18
"""Years from which nobody asks for a child."""
CUES = frozenset({"aged", "under", "over", "almost", "turned", "for", "is", "beside", "my", "self"})
LISTS = frozenset({"is", "aged", "beside"})
"""What numbers may follow without a comma between them."""
PARTS = frozenset({"old", "group", "and_under", "and_over", "months", "years"})
"""What follows a number and is part of saying the age."""
SURE = frozenset({"old", "group", "and_under", "and_over", "months", "fit"})
"""What makes a number an age, whatever stands before it."""
NEXT = 1
"""Tokens between a stage and the number that says it more exactly."""
FEW = 4
"""Up to this, a number word after `my` counts children: `is it fine for my two`."""
SAYS_ONE = frozenset({"is", "aged", "turned", "turning"})
"""What makes `one` an age and no pronoun."""
SETS_OFF = frozenset({",", "-", "–", "—", ":"})
"""What an age that stands by itself follows."""
SCALES = frozenset({(1.0, 10.0), (0.0, 10.0), (1.0, 5.0)})
"""What people rate on."""
SHIFTS = {"under": -1, "almost": -1}
"""A child under ten is nine at most; one who is almost eight is seven."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages in years, youngest first; the token spans that say them; whether one is impossible."""

    years: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    impossible: bool = False
    plain: bool = True
    """False where a bound, a stage or a grade was turned into years."""


@dataclass(frozen=True, slots=True)
class _Said:
    years: tuple[int, ...]
    span: Span
    plain: bool = True


def read_ages(tokens: Tokens, phrases: AgePhrases, taken: Collection[Span] = ()) -> Ages:
    """The ages outside of the spans that are taken by a title."""
    before, after = before_each(tokens, phrases), after_each(tokens, phrases)
    stages = [
        _Said(years, span, plain=False)
        for years, span in stages_in(tokens, phrases)
        if not within(span, taken)
    ]
    told = [*taken, *(each.span for each in stages)]
    free = _merged(runs(tokens, phrases, told), before)
    free = [_behind_a_part(run, before, tokens) for run in free]
    said = [found for run in free if (found := _said(run, before.get(run.start, {}), after, tokens))]
    said = [
        each
        for each in said
        if not any(within(each.span, [other.span]) for other in said if other is not each)
    ]
    return _together(_without_doubles([*said, *stages]))


def _behind_a_part(run: Run, before: Mapping[int, Mapping[str, Hit]], tokens: Tokens) -> Run:
    """The numbers behind that of a part, a season or a rating: `part two, 13 yr old`."""
    first = "rating" in before.get(run.start, {}) and tokens[run.start + 1].word == ","
    return replace(run, values=run.values[1:], start=run.start + 2) if first and len(run.values) > 1 else run


def _merged(free: Iterable[Run], before: Mapping[int, Mapping[str, Hit]]) -> list[Run]:
    """Runs that touch as one, where a cue says that ages follow: "they are 5 7 and 10"."""
    merged: list[Run] = []
    for run in free:
        last = merged[-1] if merged else None
        if last and last.end == run.start and LISTS & before.get(last.start, {}).keys():
            merged[-1] = replace(last, values=(*last.values, *run.values), end=run.end)
        else:
            merged.append(run)
    return merged


def _together(said: list[_Said]) -> Ages:
    years = {year for each in said for year in each.years}
    possible = tuple(sorted(year for year in years if 0 <= year <= OLDEST))
    return Ages(
        possible,
        tuple(sorted({each.span for each in said})),
        len(possible) < len(years),
        all(each.plain for each in said),
    )


def _without_doubles(said: list[_Said]) -> list[_Said]:
    """Without a stage that a number says more exactly: "my teen (14)", "une ado de 12 ans"."""
    exact = [each for each in said if each.plain]
    narrow = [each for each in said if not each.plain]
    kept = [each for each in said if each.plain or not any(_tells(one, each) for one in exact)]
    return [replace(each, years=()) if any(_within(one, each) for one in narrow) else each for each in kept]


def _within(narrow: _Said, wide: _Said) -> bool:
    """Whether a grade lies within a longer stage: `third graders` beside `elementary school`."""
    inside = min(wide.years) <= min(narrow.years) and max(narrow.years) <= max(wide.years)
    return not wide.plain and inside and set(narrow.years) != set(wide.years)


def _tells(exact: _Said, stage: _Said) -> bool:
    """Whether a number lies within a stage, or follows it at once."""
    inside = any(min(stage.years) <= year <= max(stage.years) for year in exact.years)
    return inside or 0 <= exact.span[0] - stage.span[1] <= NEXT


def before_each(tokens: Tokens, phrases: AgePhrases) -> dict[int, dict[str, Hit]]:
    """What stands before each place."""
    found: dict[int, dict[str, Hit]] = {}
    for hit in find_all(phrases.before, tokens):
        found.setdefault(hit.end, {})[hit.label] = hit
    return found


def after_each(tokens: Tokens, phrases: AgePhrases) -> dict[int, dict[str, int]]:
    """What stands from each place on, and where it ends."""
    found: dict[int, dict[str, int]] = {}
    for hit in find_all(phrases.after, tokens):
        found.setdefault(hit.start, {})[hit.label] = hit.end
    return found


def _said(run: Run, before: dict[str, Hit], after: dict[int, dict[str, int]], tokens: Tokens) -> _Said | None:
    """The ages that a run of numbers says, or None where it counts something else."""
    place = after.get(run.end, {}).get("half", run.end)
    following = after.get(place, {})
    if place > run.end and tokens[place].has(BOUND) and "measure" not in following:
        following = {**following, "fit": place}
    if "rating" in before or not _is_age(run, set(before), following, tokens):
        return None
    end = max([place, *(following[label] for label in PARTS & following.keys())])
    end = min(len(tokens) - 1, end)
    if "own" in before or "own_after" in after.get(end, {}) or _speaker(run, before):
        return None
    start = min([run.start, *(before[label].start for label in before if label in SHIFTS)])
    shift = sum(SHIFTS[label] for label in SHIFTS.keys() & before.keys())
    shift -= 1 if "and_under" in following and _says_below(tokens, following["and_under"]) else 0
    years = tuple(_years(value, following) + shift for value in run.values)
    return _Said(years, (start, end), plain=shift == 0 and "months" not in following)


def _says_below(tokens: Tokens, end: int) -> bool:
    return tokens[end - 1].word == "below"


def _speaker(run: Run, before: dict[str, Hit]) -> bool:
    return "self" in before and min(run.values) >= GROWN


def _years(value: float, following: dict[str, int]) -> int:
    return int(value // 12) if "months" in following else int(value)


def _is_age(run: Run, before: set[str], following: dict[str, int], tokens: Tokens) -> bool:
    if _is_decade(run, tokens):
        return False
    if SURE & following.keys() or ("measure" not in following and _set_off(run, following, tokens)):
        return True
    if "years" in following:
        return bool(before & CUES) or _child_near(tokens, following["years"], run.start)
    if _counts_children(run, before, tokens):
        return False
    turning = "turning" in before and "turned" in before
    if "measure" in following or (run.spelled and not turning and not before & (CUES - {"my", "turned"})):
        return False
    listed = len(run.values) > 1 and bool(before & LISTS)
    stands_alone = listed or "bare" in following or "aged" in before or "turning" in before
    return bool(before & CUES) and stands_alone


def _is_decade(run: Run, tokens: Tokens) -> bool:
    """Whether it is one of the last century: `the one from the 80s`."""
    last = run.values[-1]
    return tokens[run.end].word == "s" and last > GROWN and last % 10 == 0


def _counts_children(run: Run, before: set[str], tokens: Tokens) -> bool:
    """Whether a number word stands for children rather than years: `my two`, `the girls one`."""
    if not run.spelled or len(run.values) > 1:
        return False
    mine = tokens[run.start - 1].has("<my>") and min(run.values) <= FEW
    one = run.values == (1,) and not before & SAYS_ONE
    return one or mine or tokens[run.end].has("<kid>")


def _set_off(run: Run, following: dict[str, int], tokens: Tokens) -> bool:
    """Whether a range of ages, or in a text with a child one age, stands by itself: `softball, 12-14`."""
    start = run.start - (tokens[run.start - 1].word in ALL_OF_THEM)
    before, after = tokens[start - 1], tokens[following.get("years", run.end)]
    if not (before.has(BOUND) and before.word and after.has(BOUND)):
        return False
    child = any(token.has("<kid>") for token in tokens)
    ordered = (sorted(set(run.values)), *([sorted(set(run.values), reverse=True)] if child else ()))
    whole = list(run.values) in ordered and min(run.values) > 1 and max(run.values) <= ADULT
    after_a_sign = before.word in SETS_OFF or "years" in following
    if tuple(run.values) in SCALES:
        return False
    told = (child or after_a_sign) if run.spelled else (after_a_sign or start < run.start)
    return whole and (len(run.values) > 1 or told)


def _child_near(tokens: Tokens, end: int, start: int) -> bool:
    near = [*tokens[max(start - 3, 0) : start], *tokens[end : end + 2]]
    return any(token.has("<kid>") or token.has("<my>") for token in near)
