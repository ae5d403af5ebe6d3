"""What is wrong with one value of a file or form, in words for people who know nothing of programs."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic_core import ErrorDetails

from knowledge.curation.faults import Problem, problem
from knowledge.dates import possible_days
from knowledge.entry_walk import every_field
from knowledge.field_marks import RightForm
from knowledge.strict_model import StrictModel

LONGEST_SHOWN = 80
KINDS = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "whole_number"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "yes_or_no"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "list"),
    **dict.fromkeys(("dict_type", "dataclass_type", "dataclass_exact_type"), "table"),
    "string_type": "text",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "greater_than": "more_than",
    "less_than": "less_than",
    "too_long": "too_many",
    "too_short": "too_few",
}
"""What would be right, by pydantic's name of the fault."""
LIMITS = ("ge", "le", "gt", "lt", "max_length", "min_length")


def problem_of(detail: ErrorDetails, model: type[StrictModel]) -> Problem:
    """What is wrong with a value of this model, and what would be right."""
    context: dict[str, Any] = detail.get("ctx", {})
    shown = f"{detail['input']!r:.{LONGEST_SHOWN}}"
    match detail["type"]:
        case "missing":
            return problem("missing")
        case "string_too_short":
            return problem("empty")
        case "string_too_long":
            length = len(str(detail["input"]))
            return problem("too_long_for_card", length=length, most=context["max_length"])
        case "string_pattern_mismatch":
            return problem("wrong_form", shown=shown, right=problem(forms(model)[context["pattern"]]))
        case "enum" | "literal_error":
            choices = ", ".join(re.findall(r"'([^']*)'", context["expected"]))
            return problem("unknown_choice", shown=shown, choices=choices)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return _no_day(str(detail["input"]), shown)
        case "value_error":
            return problem("as_told", what=str(context.get("error", detail["msg"])))
        case kind:
            limits = {name: str(context[name]) for name in LIMITS if name in context}
            return problem("not_so", right=problem(KINDS.get(kind, "something_else"), **limits), shown=shown)


@cache
def forms(model: type[StrictModel]) -> Mapping[str, str]:
    """By the pattern of a text anywhere in the model: the key of what would be right."""
    return dict(form for field in every_field(model).values() for form in _forms(field.marks))


def _forms(marks: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    """Each pattern among the marks, with the next mark that says what would be right."""
    pattern = ""
    for mark in marks:
        if isinstance(mark, RightForm):
            yield pattern, mark.key
        elif isinstance(one := getattr(mark, "pattern", None), str):
            pattern = one


def _no_day(text: str, shown: str) -> Problem:
    days = [day.isoformat() for day in possible_days(text)]
    if len(days) > 1:
        return problem("two_days", shown=shown, one=days[0], other=days[1])
    return problem("no_day", shown=shown, right=next(iter(days), "2010-09-15"))
