"""Typed text into small pieces, and recorded pieces back into text that can be typed over."""

import re
from collections.abc import Mapping
from typing import Any, cast

from knowledge.titles.folding import fold, slug

Typed = Mapping[str, tuple[str, ...]]
"""What a form holds, by the name of its field."""
BAR = " | "


def line(typed: Typed, name: str) -> str:
    return " ".join(" ".join(typed.get(name, ())).split())


def text(typed: Typed, name: str) -> str:
    return "\n".join(typed.get(name, ())).strip()


def lines(typed: Typed, name: str) -> list[str]:
    return [" ".join(line.split()) for line in text(typed, name).splitlines() if line.strip()]


def listed(typed: Typed, name: str) -> list[str]:
    return [one.strip() for one in line(typed, name).split(",") if one.strip()]


def number(text: str) -> object:
    """A number, or the text as it is, for the fault to name it."""
    return int(text) if text.isascii() and text.isdigit() else text


def fields(line: str, count: int) -> list[str]:
    parts = [part.strip() for part in line.split("|", count - 1)]
    return parts + [""] * (count - len(parts))


def some(**values: object) -> dict[str, Any]:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in ("", [], (), {}, None)}


def held(table: Mapping[str, Any], *names: str) -> dict[str, tuple[str, ...]]:
    """Fields for values that are recorded: a list in one line, all else as it is."""
    return {name: (shown(table[name]),) for name in names if table.get(name) not in (None, "", [])}


def shown(value: object) -> str:
    return ", ".join(map(str, cast("list[object]", value))) if isinstance(value, list) else str(value)


def rows(name: str, rows: list[str]) -> dict[str, tuple[str, ...]]:
    return {name: ("\n".join(rows),)} if rows else {}


def source_key(name: str) -> str:
    """The key of a source, made from its name."""
    return re.sub("[^a-z0-9]+", "-", fold(name)).strip("-")[:60].strip("-")


def film_id(film: str) -> str:
    """The id that *Title (Year)* has; what is an id already stays."""
    title, _, year = film.rpartition("(")
    digits = year.rstrip(")")
    return slug(title.strip(), int(digits)) if title and digits.isascii() and digits.isdigit() else film
