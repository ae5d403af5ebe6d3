"""JSON lines in and out, one a question, in order; a bad line gets an error in its place."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

from bot.console.refusing import Refusal

Row = dict[str, Any]


def asked_of(given: Namespace, such_as: str) -> str:
    """What was typed, empty where a batch is to be answered. Raises Refusal where nothing is asked."""
    text = " ".join(given.text)
    if not (text.strip() or given.batch):
        raise Refusal(f'type what is asked, such as: usher {given.command} "{such_as}"; or --batch FILE')
    return text


def answer_file(name: str, answer: Callable[[str, str | None], Row]) -> int:
    """Prints one line for each line of a file. Raises Refusal where it cannot be read."""
    try:
        with _opened(name) as lines:
            for line in answer_lines(lines, answer):
                print(line, flush=name == "-")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"--batch {name}: {error}") from error
    return 0


@contextmanager
def _opened(name: str) -> Generator[TextIO]:
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


def written(row: Row, indent: int | None = None) -> str:
    """The row as JSON, on one line unless it is indented, with letters left as they are."""
    return json.dumps(row, ensure_ascii=False, indent=indent)


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
