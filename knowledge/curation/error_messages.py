"""What is wrong with one value of a file or form, in words for people who know nothing of programs."""

from typing import Any

from pydantic_core import ErrorDetails

from knowledge.dates import meant

LONGEST_SHOWN = 80
WHOLE = "this should be a whole number, in digits"
NUMBER = "this should be a number, in digits"
TEXT = "this should be a text between quotation marks"
TABLE = "this should be a table with keys of its own"
LIST = "this should be a list between square brackets"
YES_OR_NO = "this should be true or false"
KINDS = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), WHOLE),
    **dict.fromkeys(("float_type", "float_parsing", "finite_number"), NUMBER),
    **dict.fromkeys(("bool_type", "bool_parsing"), YES_OR_NO),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type"), LIST),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), TABLE),
    "string_type": TEXT,
}
"""By pydantic's name of the fault: a value of another kind than it should be."""
LIMITS = {
    "greater_than_equal": "this should be {ge} or more",
    "less_than_equal": "this should be {le} or less",
    "greater_than": "this should be more than {gt}",
    "less_than": "this should be less than {lt}",
    "too_long": "this has more items than fit; at most {max_length}",
    "too_short": "this needs at least {min_length} of them",
}
OTHER = "this should be something else"
FORMS = {
    r"^\S[^\r\n]*\S$|^\S$": "write it in one line, without blanks at its ends",
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$": "write it as lion-king or sex_scenes: small letters, digits, - and _",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "write it as the-lion-king-1994: small letters, digits and hyphens",
    r"^[a-z]{2,3}$": "write the language as its code, such as de or fr",
    r"^[A-Z]{2}$": "write the country as its code, such as US or GB",
    r"^tt\d{7,9}$": "write the number as IMDb has it, such as tt1334260",
    r"^Q[1-9]\d*$": "write the number as Wikidata has it, such as Q466101",
    r"^https://\S+$": "write the whole address; it begins with https://",
}
"""By the pattern of a text: what would be right."""


def _no_day(text: str) -> str:
    days = [day.isoformat() for day in meant(text)]
    if len(days) > 1:
        return f"can mean two days; write {' or '.join(days)}"
    return f"is not a date; write it as {next(iter(days), '2010-09-15')}"


def message_of(detail: ErrorDetails) -> str:
    """What is wrong with the value and what would be right."""
    context: dict[str, Any] = detail.get("ctx", {})
    shown = f"{detail['input']!r:.{LONGEST_SHOWN}}"
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "string_too_short":
            return "is empty; write something, or leave the key out"
        case "string_too_long":
            length = len(str(detail["input"]))
            return f"is {length} characters long; at most {context['max_length']} fit a Discord card"
        case "string_pattern_mismatch":
            return f"{shown} cannot be taken; {FORMS[context['pattern']]}"
        case "enum" | "literal_error":
            return f"{shown} is not known; it can be: {context['expected']}"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return f"{shown} {_no_day(str(detail['input']))}"
        case "value_error":
            return str(context.get("error", detail["msg"]))
        case kind:
            says = KINDS.get(kind) or LIMITS.get(kind, OTHER).format(**context)
            return f"{says}, not {shown}"
