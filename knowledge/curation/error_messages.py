"""What is wrong with one value of a file or form, in words for people who know nothing of programs."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from knowledge.curation.faults import Problem, problem
from knowledge.dates import meant
from knowledge.entry import Form

LONGEST_SHOWN = 80
KINDS = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "whole_number"),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), "number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "yes_or_no"),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), "list"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "table"),
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


def problem_of(detail: ErrorDetails, model: type[BaseModel]) -> Problem:
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
def forms(model: type[BaseModel]) -> Mapping[str, str]:
    """By the pattern of a text anywhere in the model: the key of what would be right."""
    return dict(_forms(model))


def _forms(annotation: object, metadata: tuple[object, ...] = ()) -> Iterator[tuple[str, str]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from _forms(field.annotation, tuple(field.metadata))
    elif get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from _forms(inner, tuple(marks))
    else:
        for inner in get_args(annotation):
            yield from _forms(inner)
    patterns = [pattern for mark in metadata if (pattern := _pattern(mark))]
    yield from ((pattern, mark.right) for mark in metadata if isinstance(mark, Form) for pattern in patterns)


def _pattern(mark: object) -> str | None:
    match mark:
        case StringConstraints(pattern=str(pattern)):
            return pattern
        case FieldInfo():
            return next(filter(None, map(_pattern, mark.metadata)), None)
        case _:
            pattern = getattr(mark, "pattern", None)
            return pattern if isinstance(pattern, str) else None


def _no_day(text: str, shown: str) -> Problem:
    days = [day.isoformat() for day in meant(text)]
    if len(days) > 1:
        return problem("two_days", shown=shown, one=days[0], other=days[1])
    return problem("no_day", shown=shown, right=next(iter(days), "2010-09-15"))
