"""A section of an entry: read from what was typed, and shown again, as the marks beside its fields say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.curation.form_values import (
    BAR,
    Typed,
    fields,
    film_id,
    held,
    line,
    lines,
    listed,
    number,
    rows,
    some,
    text,
)
from knowledge.entry import NOT_NAMED, Movie
from knowledge.entry_walk import EntryField, fields_of
from knowledge.field_marks import Input, InSection, ItemKey, NameOf
from knowledge.titles.folding import unslugged

Entry = Mapping[str, Any]
"""An entry's tables as JSON, as far as it is written."""
Values = dict[str, tuple[str, ...]]
"""What a form holds, by the name of its field."""
IN_ROWS: Mapping[str, Callable[[str], str]] = {
    "kind": lambda kind: kind.lower() or "nickname",
    "language": str.lower,
    "movie": film_id,
}
"""How a part of a row is written, where otherwise than typed."""


SHOWN_IN_ROWS: Mapping[str, Callable[[str], str]] = {"movie": unslugged}
"""How such a part is shown again: a film by its title, which means the same film when it is sent."""


@dataclass(frozen=True, slots=True)
class Section:
    """One step of writing an entry. `which` is its topic, board or place in a list, if it has several."""

    read: Callable[[Typed, Entry, str], dict[str, Any]]
    """The tables that the typed text makes; an empty value means: nothing is recorded."""
    show: Callable[[Entry, str], Values]
    """What the form holds when it opens."""


def fields_in(section: str, model: type[Movie] = Movie) -> Iterator[EntryField]:
    """The fields of an entry that are written in a section, in the order of the entry."""
    for field in fields_of(model).values():
        if (mark := field.mark(InSection)) and mark.name == section:
            yield field


def inputs_of(section: str, model: type[Movie] = Movie) -> tuple[tuple[str, Input], ...]:
    """What the form of a section has, by name: fields of one name are typed together."""
    found: dict[str, Input] = {}
    for field in fields_in(section, model):
        for one in _typed_in(field):
            mark = one.mark(Input)
            if mark:
                found.setdefault(mark.name or one.name, mark)
    return tuple(sorted(found.items(), key=lambda pair: pair[1].place))


def has_items(section: str) -> bool:
    """Whether there are several of it, such as one for each topic."""
    return any(field.mark(ItemKey) and not field.mark(Input) for field in fields_in(section))


def section_for(name: str, model: type[Movie] = Movie) -> Section:
    """The section whose fields are typed each by itself."""

    def read(typed: Typed, entry: Entry, which: str) -> dict[str, Any]:
        return {field.name: _read(field, typed, entry, which) for field in fields_in(name, model)}

    def show(entry: Entry, which: str) -> Values:
        shown = (_show(field, entry, which) for field in fields_in(name, model))
        return {key: value for one in shown for key, value in one.items()}

    return Section(read, show)


def cited(typed: Typed) -> list[str]:
    """The sources that were chosen, else what stands for one until somebody chooses."""
    return list(typed.get("sources", ())) or [NOT_NAMED]


def cites(table: Mapping[str, Any]) -> Values:
    """The sources of a fact, as the form's field holds them; the field is empty until one is chosen."""
    chosen = tuple(key for key in table.get("sources", ()) if key != NOT_NAMED)
    return {"sources": chosen} if chosen else {}


def _typed_in(field: EntryField) -> tuple[EntryField, ...]:
    """The fields that a form has for this one: itself, or those of its table."""
    if field.mark(Input) or field.inner is None:
        return (field,)
    return tuple(one for one in fields_of(field.inner).values() if one.mark(Input))


def _read(field: EntryField, typed: Typed, entry: Entry, which: str) -> Any:
    by = field.mark(ItemKey)
    if field.mark(Input) or field.inner is None:
        return _value(field, typed)
    if by is None:
        return _table(field, typed, {})
    items = list(entry.get(field.name, ()))
    at = next((place for place, one in enumerate(items) if one[by.fields[0]] == which), len(items))
    old: dict[str, Any] = items[at] if at < len(items) else {}
    new = _table(field, typed, {**old, by.fields[0]: which})
    items[at : at + 1] = [new] if new else []
    return items


def _table(field: EntryField, typed: Typed, old: Mapping[str, Any]) -> dict[str, Any]:
    """The table that was typed; nothing where there are sources alone."""
    values = {one.name: _value(one, typed) for one in _typed_in(field)}
    says = [value for one, value in values.items() if one != "sources"]
    return some(**{**old, **values}) if any(says) else {}


def _value(field: EntryField, typed: Typed) -> Any:
    mark = field.mark(Input)
    name = (mark.name if mark else "") or field.name
    if field.mark(NameOf) is NameOf.SOURCE:
        return cited(typed)
    if field.inner:
        return [_row(field.inner_fields, one) for one in lines(typed, name)]
    if mark and mark.apart:
        return listed(typed, name) if mark.apart == "," else lines(typed, name)
    if field.has_paragraphs:
        return text(typed, name)
    return number(line(typed, name)) if field.holds(int) else line(typed, name)


def _row(inner: tuple[EntryField, ...], row: str) -> dict[str, Any]:
    parts = zip(inner, fields(row, len(inner)), strict=True)
    return some(**{one.name: IN_ROWS.get(one.name, str)(part) for one, part in parts})


def _show(field: EntryField, entry: Entry, which: str) -> Values:
    by = field.mark(ItemKey)
    if field.mark(Input) or field.inner is None:
        return _shown(field, entry.get(field.name))
    table: Mapping[str, Any] = entry.get(field.name, {})
    if by:
        items: list[dict[str, Any]] = list(entry.get(field.name, ()))
        table = next((one for one in items if one[by.fields[0]] == which), dict[str, Any]())
    shown = (_shown(one, table.get(one.name)) for one in _typed_in(field))
    return {key: value for one in shown for key, value in one.items()}


def _shown(field: EntryField, value: Any) -> Values:
    mark = field.mark(Input)
    name = (mark.name if mark else "") or field.name
    if field.mark(NameOf) is NameOf.SOURCE:
        return cites({"sources": value or ()})
    if field.inner:
        names = [one.name for one in field.inner_fields]
        return rows(name, [BAR.join(filter(None, _row_parts(one, names))) for one in value or ()])
    if mark and mark.apart == "\n":
        return rows(name, list(value or ()))
    return held({name: value}, name)


def _row_parts(item: Mapping[str, str], names: list[str]) -> Iterator[str]:
    for name in names:
        part = item.get(name) or ""
        yield SHOWN_IN_ROWS.get(name, str)(part) if part else ""
