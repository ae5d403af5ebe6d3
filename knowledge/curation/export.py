"""Entries into files: TOML as it stands in the guide, JSON, and CSV. Reading them again: upload.py."""

import csv
import io
import json
from collections.abc import Sequence

import tomli_w

from knowledge.curation.csv_cells import cells, defused
from knowledge.entry import Movie

BOM = "\ufeff"
"""At the start of a CSV, it tells spreadsheets that the file is UTF-8."""


def to_toml(movies: Sequence[Movie]) -> str:
    """One entry as its file in the guide; several as one file with [[entries]]."""
    tables = [movie.model_dump(exclude_defaults=True) for movie in movies]
    return tomli_w.dumps(tables[0] if len(tables) == 1 else {"entries": tables})


def to_json(movies: Sequence[Movie]) -> str:
    """A list of entries."""
    tables = [movie.model_dump(mode="json", exclude_defaults=True) for movie in movies]
    return json.dumps(tables, ensure_ascii=False, indent=2) + "\n"


def to_csv(movies: Sequence[Movie]) -> str:
    """One row for each entry, one column for each dotted key. Nothing in it is run by a spreadsheet."""
    rows = [cells(movie) for movie in movies]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", quoting=csv.QUOTE_MINIMAL)
    writer.writeheader()
    writer.writerows({key: defused(cell) for key, cell in row.items()} for row in rows)
    return BOM + file.getvalue()


FORMATS = {"toml": to_toml, "json": to_json, "csv": to_csv}
"""How to write entries, by the ending of the file's name."""
