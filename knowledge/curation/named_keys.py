"""Keys as people can follow them: `findings.fear.level` in place of `findings.3.level`."""

from collections.abc import Mapping
from typing import Any, cast

from knowledge.entry import Movie
from knowledge.entry_walk import fields_of
from knowledge.field_marks import ItemKey


def named_key(key: str, entry: Mapping[str, Any]) -> str:
    """The key with what names an item of a list in place of its number, if the entry has it."""
    name, _, rest = key.partition(".")
    place, _, inner = rest.partition(".")
    field = fields_of(Movie).get(name)
    by = field.mark(ItemKey) if field else None
    items: Any = entry.get(name)
    if not (by and place.isdigit() and isinstance(items, list)):
        return key
    found = cast("list[Any]", items)[int(place) : int(place) + 1]
    if not found or not isinstance(found[0], dict):
        return key
    item = cast("dict[str, Any]", found[0])
    if not by.found_again:
        return ".".join(filter(None, (name, str(int(place) + 1), inner)))
    return ".".join(filter(None, (name, str(item.get(by.fields[0], place)), inner)))
