"""JSON lines in and out, one a question, in order; a bad line gets an error in its place."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, cast

from bot.cli.error_lines import UsageError
from bot.cli.error_lines import line as error_line

Row = dict[str, Any]
BOM = "\ufeff"
"""With which some programs begin whatever they write or hand on."""


def asked_of(given: Namespace, such_as: str) -> str:
    """What was typed, empty where a batch is to be answered. Raises UsageError where nothing is asked."""
    text = " ".join(given.text)
    if text.strip() and given.batch:
        raise UsageError("ask one thing, or give a file with --batch; not both")
    if not (text.strip() or given.batch):
        raise UsageError(f'type what is asked, such as: usher {given.command} "{such_as}"; or --batch FILE')
    return whole(text)


def whole(text: str) -> str:
    """The text as it was typed, where Python took its bytes for another encoding than UTF-8.

    What is none gets a question mark for each half of a sign.
    """
    if text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text):
        return text
    with suppress(UnicodeError):
        return os.fsencode(text).decode()
    return text.encode(errors="replace").decode()


@dataclass(frozen=True, slots=True)
class RowShape:
    """What a line holds: texts that are needed, and texts that may be missing."""

    example: str
    needed: tuple[str, ...]
    may: tuple[str, ...] = ()


QUESTION = RowShape(
    '{"text": "is it ok for 13?", "context": "Never Let Me Go (2010)"}', ("text",), ("context",)
)


def answer_file(name: str, answer: Callable[..., Row], form: RowShape = QUESTION) -> int:
    """Prints one line for each line of a file; `answer` is given the texts of the form in their order.

    Raises UsageError where the file cannot be read.
    """
    try:
        with _opened(name) as lines:
            for line in answer_lines(lines, answer, form):
                print(line, flush=name == "-")
    except UnicodeDecodeError as error:
        raise UsageError(f"--batch {name} is not in UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"--batch: {error_line(error)}") from error
    return 0


@contextmanager
def _opened(name: str) -> Generator[TextIO]:
    """The file of this name; `-` is standard input."""
    if name == "-":
        yield sys.stdin
        return
    with Path(name).open(encoding="utf-8-sig") as file:
        yield file


def answer_lines(lines: Iterable[str], answer: Callable[..., Row], form: RowShape) -> Iterator[str]:
    """One line out for each line in."""
    for number, typed in enumerate(lines, start=1):
        line = typed.removeprefix(BOM)
        if not line.strip():
            continue
        try:
            texts = _texts(line, form)
        except ValueError as error:
            yield written({"error": f"line {number}: {error}"})
        else:
            yield written(answer(*texts))


def written(row: Row, indent: int | None = None) -> str:
    """The row as JSON, on one line unless it is indented, its letters as they are where they can be shown."""
    text = json.dumps(row, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(row, indent=indent)
    return text


def _texts(line: str, form: RowShape) -> list[str | None]:
    right = f"write {form.example}"
    try:
        row: object = json.loads(line)
    except ValueError as error:
        raise ValueError(f"this is no JSON ({error}); {right}") from None
    if not isinstance(row, dict):
        raise ValueError(f"this is no object; {right}")
    fields = cast("dict[str, object]", row)
    names = (*form.needed, *form.may)
    texts = [text for name in names if isinstance(text := fields.get(name), str | None)]
    if len(texts) < len(names) or None in texts[: len(form.needed)]:
        raise ValueError(f"{', '.join(names[:-1])} and {names[-1]} are strings; {right}")
    return [text and whole(text) for text in texts]
