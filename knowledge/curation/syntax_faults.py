"""What the parsers of TOML, JSON and CSV say of a file, as problems of ours: theirs are in English alone."""

import re
from collections.abc import Mapping

from knowledge.curation.faults import Problem, problem

SYNTAX: Mapping[str, str] = {
    r"Expected '=' after|Expecting ':'": "no_sign_after_key",
    r"Cannot overwrite|Cannot declare|Cannot mutate|Cannot redefine|Duplicate inline": "stands_twice",
    r"Expected '\]|Unclosed|Expecting ',' delimiter": "open_bracket",
    r"Invalid initial character for a key|Expecting property name": "no_key",
    r"Unterminated string|Expected \"'|Expected '\"|unexpected end of data": "open_quote",
    r"Illegal character|Found invalid character|Invalid control|line contains NUL|new-line": "no_such_sign",
    r"Unescaped|Invalid \\|Invalid hex|Escaped character": "odd_backslash",
    r"Invalid date": "no_such_day",
    r"Invalid value|Expecting value": "no_value",
    r"Expected newline|Extra data|'.' expected after": "more_after_value",
    r"Invalid statement": "no_statement",
    r"Illegal trailing comma": "comma_at_end",
    r"field larger": "too_long_cell",
}
"""By the beginning of what the standard library's parsers say, in every version: what would be right."""


def syntax_problem(said: str) -> Problem:
    """What is wrong where a parser says this."""
    for beginning, key in SYNTAX.items():
        if re.match(beginning, said):
            return problem(key)
    return problem("unreadable")
