"""What may stand in an uploaded file at all: its size, depth and signs. What it means: entry_checks.py."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import cast

from knowledge.curation.faults import Fault, Problem, problem

DEEPEST = 6
MOST_ITEMS = 200
MOST_KEYS = 80
LONGEST_KEY = 80
LONGEST_TEXT = 2000
BIGGEST_NUMBER = 10**9

_MENTION = re.compile(r"@(?:everyone|here)\b|<(?:@[!&]?|#|/|id:|t:|a?:\w+:)[^<>\n]{0,120}>")
_FORMULA = re.compile(r"\s*[=＝]|\s*[+\-@＋－＠]\s*[A-Za-z_.]+\s*[(|]")
# Two signs join letters in Persian, Indian scripts and emoji; a new line parts paragraphs.
_WELCOME = frozenset("\n\u200c\u200d")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def faults_of_form(value: object, file: str, at: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Every fault of what was read from a file, before anything else looks at it."""
    match value:
        case dict():
            yield from _table(cast("dict[str, object]", value), file, at)
        case list():
            yield from _list(cast("list[object]", value), file, at)
        case str():
            if wrong := fault_of_text(value):
                yield _fault(file, at, wrong)
        case int() if abs(value) > BIGGEST_NUMBER:
            yield _fault(file, at, problem("number_too_big"))
        case int() | float() | date() | None:
            return
        case _:
            yield _fault(file, at, problem("no_place"))


def fault_of_text(text: str) -> Problem | None:
    """What must not stand in a text that people will read, or None where all is well."""
    if len(text) > LONGEST_TEXT:
        return problem("text_too_long", length=len(text), most=LONGEST_TEXT)
    if unseen := next((sign for sign in text if _is_unseen(sign)), None):
        return problem("unseen_sign", sign=f"U+{ord(unseen):04X}")
    if mention := _MENTION.search(text):
        return problem("mention", text=mention[0][:40])
    if _FORMULA.match(text):
        return problem("formula")
    return None


def _table(values: dict[str, object], file: str, at: tuple[str, ...]) -> Iterator[Fault]:
    if len(at) >= DEEPEST:
        yield _fault(file, at, problem("too_deep", most=DEEPEST))
        return
    if len(values) > MOST_KEYS:
        yield _fault(file, at, problem("too_many_keys", count=len(values), most=MOST_KEYS))
        return
    for name, inner in values.items():
        if len(name) > LONGEST_KEY or fault_of_text(name):
            yield _fault(file, at, problem("odd_key", name=name[:40]))
        else:
            yield from faults_of_form(inner, file, (*at, name))


def _list(values: list[object], file: str, at: tuple[str, ...]) -> Iterator[Fault]:
    if len(at) >= DEEPEST:
        yield _fault(file, at, problem("too_deep", most=DEEPEST))
        return
    if len(values) > MOST_ITEMS:
        yield _fault(file, at, problem("too_many_items", count=len(values), most=MOST_ITEMS))
        return
    for place, inner in enumerate(values):
        yield from faults_of_form(inner, file, (*at, str(place)))


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN and sign not in _WELCOME


def _fault(file: str, at: tuple[str, ...], wrong: Problem) -> Fault:
    return Fault(file, ".".join(at), wrong)
