"""An uploaded text into tables, one for each entry: TOML, JSON or CSV, within limits."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from knowledge.curation.csv_cells import OverlappingColumns, is_formula, restored, table
from knowledge.curation.faults import Fault, Faulty, Problem, problem
from knowledge.curation.syntax_faults import syntax_problem
from knowledge.curation.toml_models import read_toml

Table = tuple[tuple[str, ...], dict[str, Any]]
"""Where an entry stands in the file, and what it says."""

MOST_ENTRIES = 1000
MOST_COLUMNS = 10_000
MOST_LINES = 50_000

# Empty lines, and one in which Excel says what stands between cells.
_BEFORE = re.compile(r"(?:[ \t]*+(?:\r\n|\r|\n))*+(?:sep=(.)(?:\r\n|\r|\n))?", re.IGNORECASE)
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
# tomllib needs the square of the length for names joined by dots; nothing in an entry joins more than four.
_MANY_DOTS = re.compile(rf"""(?<![\w"'-])(?:{_PART}[ \t]*+\.[ \t]*+){{9}}""")


def parse_toml(text: str, file: str) -> list[Table]:
    """One entry, or several as [[entries]]. Raises Faulty with the line."""
    if text.count("\n") > MOST_LINES:
        raise Faulty([Fault(file, "", problem("too_many_lines", most=MOST_LINES))])
    if deep := _MANY_DOTS.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise Faulty([Fault(file, f"line {line}", problem("too_many_dots"))])
    try:
        data = read_toml(text, file)
    except (ValueError, RecursionError) as error:
        raise Faulty([Fault(file, "", problem("too_deep_or_long"))]) from error
    return _entries(data["entries"], file, ("entries",)) if set(data) == {"entries"} else [((), data)]


def parse_json(text: str, file: str) -> list[Table]:
    """One entry, or a list of them. Raises Faulty with the line."""
    try:
        data: object = json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_such_number)
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:  # JSON can write half of a sign, which no file and no database takes.
        raise Faulty(
            [Fault(file, "", problem("half_sign", sign=f"{ord(error.object[error.start]):04X}"))]
        ) from error
    except json.JSONDecodeError as error:
        raise Faulty(
            [Fault(file, f"line {error.lineno}", problem("not_json", what=syntax_problem(error.msg)))]
        ) from error
    except _Unfit as error:
        raise Faulty([Fault(file, "", error.problem)]) from error
    except (ValueError, RecursionError) as error:
        raise Faulty([Fault(file, "", problem("too_deep_or_long"))]) from error
    return [((), cast("dict[str, Any]", data))] if isinstance(data, dict) else _entries(data, file, ())


def parse_csv(text: str, file: str) -> list[Table]:
    """One entry a row, under a row of dotted keys. Raises Faulty with row and column."""
    columns, rows = csv_rows(text, file)
    return [row_table(columns, row, number, file) for number, row in rows]


def csv_rows(text: str, file: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The heads, and each row that says something with its number. Raises Faulty with the line."""
    found = _BEFORE.match(text)
    begin, said = (found.end(), found[1]) if found else (0, None)
    before = len(text[:begin].splitlines())
    table = text[begin:]
    reader = csv.reader(io.StringIO(table, newline=""), delimiter=said or _apart(table), strict=True)
    try:
        columns = [name.strip().lower() for name in next(reader, list[str]())]
        if faults := list(faults_of_columns(columns, file)):
            raise Faulty(faults)
        return columns, list(_rows(reader, before + 2, file))
    except csv.Error as error:
        at = f"line {before + reader.line_num}"
        raise Faulty([Fault(file, at, problem("not_csv", what=syntax_problem(str(error))))]) from error


PARSERS: dict[str, Callable[[str, str], list[Table]]] = {
    "toml": parse_toml,
    "json": parse_json,
    "csv": parse_csv,
    "tsv": parse_csv,
}
"""How to read a file, by the ending of its name."""


class _Unfit(Exception):
    """Something that JSON allows and an entry does not."""

    def __init__(self, wrong: Problem) -> None:
        self.problem = wrong
        super().__init__(wrong.key)


def _entries(data: object, file: str, at: tuple[str, ...]) -> list[Table]:
    items = cast("list[Any]", data) if isinstance(data, list) else []
    if not items or not all(isinstance(item, dict) for item in items):
        raise Faulty([Fault(file, ".".join(at), problem("no_entry_here"))])
    _within(len(items), file)
    return [((*at, str(place)), item) for place, item in enumerate(items)]


def _within(number: int, file: str) -> None:
    if number > MOST_ENTRIES:
        raise Faulty([Fault(file, "", problem("too_many_entries", most=MOST_ENTRIES))])


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in found if names.count(name) > 1)
        raise _Unfit(problem("key_twice", name=twice[:40]))
    return found


def _no_such_number(name: str) -> None:
    raise _Unfit(problem("no_number", name=name))


def _apart(text: str) -> str:
    """What stands between cells; spreadsheets of some countries write semicolons or tabs."""
    head = "".join(text[:10_000].splitlines()[:1])
    return max(",;\t|", key=head.count)


def faults_of_columns(columns: list[str], file: str) -> Iterator[Fault]:
    """What is wrong with the heads of a table."""
    if not any(columns):
        yield Fault(file, "row 1", problem("no_columns"))
    if len(columns) > MOST_COLUMNS:
        yield Fault(file, "row 1", problem("too_many_columns", count=len(columns), most=MOST_COLUMNS))
    elif twice := next((name for name in columns if name and columns.count(name) > 1), None):
        yield Fault(file, "row 1", problem("column_twice", name=twice[:40]))
    if deep := next((name for name in columns if name.count(".") > 5), None):
        yield Fault(file, "row 1", problem("column_too_deep", name=deep[:40]))


def _rows(reader: Iterator[list[str]], first: int, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, with the number that a spreadsheet shows for them."""
    filled = 0
    for number, row in enumerate(reader, first):
        if any(row):
            filled += 1
            _within(filled, file)
            yield number, row


def row_table(columns: list[str], row: list[str], number: int, file: str) -> Table:
    """The tables of one row. Raises Faulty with its columns."""
    if any(row[len(columns) :]):
        wrong = problem("too_many_cells", cells=len(row), columns=len(columns))
        raise Faulty([Fault(file, f"row {number}", wrong)])
    formulas = [
        Fault(file, f"row {number}.{column}", problem("formula_cell"))
        for column, cell in zip(columns, row, strict=False)
        if is_formula(cell)
    ]
    if formulas:
        raise Faulty(formulas)
    filled = {column: restored(cell) for column, cell in zip(columns, row, strict=False) if column}
    try:
        return (f"row {number}",), table(filled)
    except OverlappingColumns as overlap:
        raise Faulty([Fault(file, f"row {number}", overlap.problem)]) from overlap
