"""What one part of an entry is, and the kinds of which there are several. All of them: sections.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.curation.form_values import Typed, held, line, some, text
from knowledge.entry import NOT_NAMED

Entry = Mapping[str, Any]
"""An entry's tables as JSON, as far as it is written."""


@dataclass(frozen=True, slots=True)
class Section:
    """One step of writing an entry. `which` is its topic, board or place in a list, if it has several."""

    read: Callable[[Typed, Entry, str], dict[str, Any]]
    """The tables that the typed text makes; an empty value means: nothing is recorded."""
    show: Callable[[Entry, str], dict[str, tuple[str, ...]]]
    """What the form holds when it opens."""


def cited(typed: Typed) -> list[str]:
    """The sources that were chosen, else what stands for one until somebody chooses."""
    return list(typed.get("sources", ())) or [NOT_NAMED]


def in_list(key: str, by: str, needed: str, *more: str) -> Section:
    """One item of a list of tables, found by its topic or board; an empty form takes it out."""

    def read(typed: Typed, entry: Entry, which: str) -> dict[str, Any]:
        items = list(entry.get(key, ()))
        at = next((place for place, one in enumerate(items) if one[by] == which), len(items))
        old: dict[str, Any] = items[at] if at < len(items) else {}
        values = {name: _read(typed, name) for name in (needed, *more)}
        new = some(**{**old, by: which, **values, "sources": cited(typed)})
        items[at : at + 1] = [new] if any(values.values()) else []
        return {key: items}

    def show(entry: Entry, which: str) -> dict[str, tuple[str, ...]]:
        items: list[dict[str, Any]] = list(entry.get(key, ()))
        one = next((one for one in items if one[by] == which), dict[str, Any]())
        return {**held(one, needed, *more), **cites(one)}

    return Section(read, show)


def _read(typed: Typed, name: str) -> str:
    return text(typed, name) if name == "detail" else line(typed, name)


def cites(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The sources of a fact, as the form's field holds them; the field is empty until one is chosen."""
    chosen = tuple(key for key in table.get("sources", ()) if key != NOT_NAMED)
    return {"sources": chosen} if chosen else {}


def told(key: str) -> Section:
    """Prose for all, and prose that gives the plot away."""

    def read(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
        del entry
        says, detail = text(typed, "says"), text(typed, "detail")
        told = some(says=says, detail=detail, sources=cited(typed))
        return {key: told if says or detail else {}}

    def show(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
        told = entry.get(key, {})
        return {**held(told, "says", "detail"), **cites(told)}

    return Section(read, show)
