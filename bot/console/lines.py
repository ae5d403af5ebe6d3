"""JSON lines in and out, one a question, in order; a bad line gets an error in its place."""

import json
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

Row = dict[str, Any]


@contextmanager
def opened(name: str) -> Generator[TextIO]:
    """The file of this name; `-` is standard input."""
    if name == "-":
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8") as file:
        yield file


def answer_lines(lines: Iterable[str], answer: Callable[[str, str | None], Row]) -> Iterator[str]:
    """One line out for each line in. A line is {"text": …, "context": …} with context optional."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            text, context = _asked(line)
        except ValueError as error:
            yield written({"error": f"line {number}: {error}"})
        else:
            yield written(answer(text, context))


def written(row: Row) -> str:
    """The row as one line of JSON, with letters left as they are."""
    return json.dumps(row, ensure_ascii=False)


def _asked(line: str) -> tuple[str, str | None]:
    form = 'write {"text": "is it ok for 13?", "context": "Never Let Me Go (2010)"}'
    try:
        row: object = json.loads(line)
    except ValueError as error:
        raise ValueError(f"this is no JSON ({error}); {form}") from None
    if not isinstance(row, dict):
        raise ValueError(f"this is no object; {form}")
    fields = cast("dict[str, object]", row)
    text, context = fields.get("text"), fields.get("context")
    if not isinstance(text, str) or not isinstance(context, str | None):
        raise ValueError(f"text and context are strings; {form}")
    return text, context
