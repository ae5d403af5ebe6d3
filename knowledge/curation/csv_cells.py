"""An entry as the cells of a spreadsheet's row, and back; a cell that a spreadsheet would run is defused."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from knowledge.curation.faults import problem
from knowledge.dates import possible_days
from knowledge.entry import Movie
from knowledge.entry_walk import every_field, fields_of, walk

WHOLE_NUMBERS = frozenset(path[-1] for path, field in every_field(Movie).items() if field.holds(int))
"""The last part of keys whose cells are numbers. A film may be called 1917: its title stays a text."""
DAYS = frozenset(path[-1] for path, field in every_field(Movie).items() if field.holds(date))
"""The last part of keys whose cells are days; a spreadsheet saves them again in its own way."""
BY_NAME = frozenset(name for name, field in fields_of(Movie).items() if field.holds_by_name)
"""Tables whose keys are names, also where a name is made of digits only."""

# A spreadsheet runs what begins like this, also after a space, a tab or a new line, or in full width.
_RUNS = r"[\t\r\n]|\s*[=+\-@＝＋－＠]"
_DANGEROUS = re.compile(rf"'*(?:{_RUNS})")
_DEFUSED = re.compile(rf"'+(?:{_RUNS})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_PLACE = re.compile(r"[0-9]{1,3}")


class OverlappingColumns(Exception):
    """Two filled columns of which one is a part of the other, such as `story` and `story.says`."""

    def __init__(self, key: str) -> None:
        self.problem = problem("columns_overlap", name=key[:40])
        super().__init__(key)


def defused(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell."""
    return bool(_DANGEROUS.match(cell)) and not cell.startswith("'")


def restored(cell: str) -> str:
    """The text of which `defused` made this cell."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def cells(movie: Movie) -> dict[str, str]:
    """The entry by dotted keys, such as `findings.0.topic`; what is not recorded has no cell."""
    return {key: str(value) for leaf in walk(movie) for key, value in leaf.items.items()}


def table(row: Mapping[str, str]) -> dict[str, Any]:
    """The tables and lists that these cells describe; empty cells are left out. Raises OverlappingColumns."""
    root: dict[str, Any] = {}
    for key, cell in row.items():
        if cell and not _put(root, key.split("."), cell):
            raise OverlappingColumns(key)
    return {name: value if name in BY_NAME else _listed(value) for name, value in root.items()}


def _put(root: dict[str, Any], keys: list[str], cell: str) -> bool:
    """Puts the cell at its place; whether that place was free."""
    here = root
    for key in keys[:-1]:
        inner = here.setdefault(key, {})
        if not isinstance(inner, dict):
            return False
        here = cast("dict[str, Any]", inner)
    if keys[-1] in here:
        return False
    here[keys[-1]] = _value(keys[-1], cell)
    return True


def _value(key: str, cell: str) -> int | str:
    if key in WHOLE_NUMBERS and _NUMBER.fullmatch(cell):
        return int(cell)
    days = possible_days(cell) if key in DAYS else ()
    return days[0].isoformat() if len(days) == 1 else cell


def _listed(value: Any) -> Any:
    """Tables whose keys are places become lists, in the order of the places."""
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(item) for key, item in cast("dict[str, Any]", value).items()}
    if not all(map(_PLACE.fullmatch, inner)):
        return inner
    return [inner[key] for key in sorted(inner, key=int)]
