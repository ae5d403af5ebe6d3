"""Keys as people can follow them: `findings.fear.level` in place of `findings.3.level`."""

from collections.abc import Mapping
from typing import Any, cast

from knowledge.entry import Movie
from knowledge.entry_walk import fields_of
from knowledge.field_marks import ItemKey


def named_key(key: str, entry: Mapping[str, Any]) -> str:
    """The key with what names an item of a list in place of its number, if the entry has it.

    Where nothing names it, people count from 1.
    """
    first, last = _named(key, entry)
    return ".".join([first, *(str(int(one) + 1) if one.isdigit() else one for one in last)])


def _named(key: str, entry: Mapping[str, Any]) -> tuple[str, list[str]]:
    """As much of the key as is named, and the rest of it."""
    name, *rest = key.split(".")
    field = fields_of(Movie).get(name)
    by = field.mark(ItemKey) if field else None
    items: Any = entry.get(name)
    if not (by and by.found_again and rest and rest[0].isdigit() and isinstance(items, list)):
        return name, rest
    found = cast("list[Any]", items)[int(rest[0]) : int(rest[0]) + 1]
    if not found or not isinstance(found[0], dict):
        return name, rest
    item = cast("dict[str, Any]", found[0]).get(by.fields[0])
    return (f"{name}.{item}", rest[1:]) if item else (name, rest)
