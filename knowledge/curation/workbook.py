"""Spreadsheets as programs save them: the rows of one that was sent, and the template that people fill in."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from knowledge.curation.export import BOM
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.plain_columns import Column
from knowledge.curation.upload_parsers import MOST_COLUMNS, MOST_ENTRIES

ENDINGS = ("xlsx", "xlsm", "xls", "ods")
"""Of the files that hold a workbook."""
MOST_UNPACKED = 40 * 1024 * 1024
ROWS_TO_FILL = 1000
LONGEST_LIST = 255
"""Characters of a list of choices that a cell can have; Excel's limit."""
WIDTH = 18
Rows = list[tuple[int, list[str]]]
"""The cells of each row that says something, with the number that the spreadsheet shows for it."""


def workbook_rows(data: bytes, file: str) -> tuple[list[str], Rows]:
    """The heads of the first sheet, and its rows. Raises Faulty where it is none, or far too big."""
    _require_small(data, file)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(False, MOST_ENTRIES + 50)]
    except (CalamineError, IndexError) as error:
        raise Faulty([Fault(file, "", problem("not_workbook"))]) from error
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not filled:
        raise Faulty([Fault(file, "", problem("no_entry"))])
    if len(filled) > MOST_ENTRIES + 1 or sheet.total_width > MOST_COLUMNS:
        raise Faulty([Fault(file, "", problem("too_many_entries", most=MOST_ENTRIES))])
    (_, heads), *others = filled
    return heads, others


def _require_small(data: bytes, file: str) -> None:
    """A small file can unpack to more than there is room for."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        size = sum(one.file_size for one in packed.infolist())
    if size > MOST_UNPACKED:
        raise Faulty([Fault(file, "", problem("too_many_bytes", bytes=size, most=MOST_UNPACKED))])


def _text(cell: object) -> str:
    """A cell as somebody would type it."""
    match cell:
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell).strip()


def csv_template(columns: Sequence[Column], _: Mapping[str, str]) -> bytes:
    """The heads, and one row as an example."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([[one.head for one in columns], [one.example for one in columns]])
    return (BOM + file.getvalue()).encode()


def xlsx_template(columns: Sequence[Column], notes: Mapping[str, str]) -> bytes:
    """The same, with what may stand in a cell as a list to choose from, and notes beside the heads."""
    file = io.BytesIO()
    book: Any
    # It takes 12 MB, and few ask for a template.
    import xlsxwriter  # type: ignore[import-untyped]  # it says nowhere that it has types  # noqa: PLC0415 - slow start

    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(columns) - 1, WIDTH)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.head, bold)
            sheet.write_string(1, place, column.example)
            if note := notes.get(column.head):
                sheet.write_comment(0, place, note)
            if choices := list(_short(column.choices)):
                options = {"validate": "list", "source": choices, "error_type": "warning"}
                sheet.data_validation(1, place, ROWS_TO_FILL, place, options)
    return file.getvalue()


def _short(choices: Sequence[str]) -> Iterator[str]:
    """As many as fit the list of a cell."""
    room = LONGEST_LIST
    for one in choices:
        room -= len(one) + 1
        if room < 0:
            return
        yield one


TEMPLATES: Mapping[str, Callable[[Sequence[Column], Mapping[str, str]], bytes]] = {
    "xlsx": xlsx_template,
    "csv": csv_template,
}
"""How to write a template, by the ending of the file's name."""
