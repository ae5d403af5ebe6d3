"""The sources of an entry that is being written: the list of them, and which statements still wait for one.

Nobody but the person who writes chooses: a statement without a choice cites `NOT_NAMED`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from knowledge.curation.faults import Fault, Keys, problem
from knowledge.curation.form_values import BAR, Typed, fields, lines, rows, some, source_key
from knowledge.curation.section import Entry, Section
from knowledge.entry import NOT_NAMED, Movie
from knowledge.entry_walk import EntryField, fields_of
from knowledge.field_marks import InSection, ItemKey, NameOf

STAND_IN = {NOT_NAMED: {"name": "Not named yet"}}
_DAY = re.compile(r"\d{4}-\d")
Rows = Mapping[str, Mapping[str, Any]]
"""Sources by key."""


def statements(entry: Entry) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every part that states something, such as `finding.sex`, with the keys of its sources."""
    if entry.get("sources"):
        yield "glance", tuple(entry.get("facts_from") or [NOT_NAMED])
    for name, field in fields_of(Movie).items():
        section, citing = field.mark(InSection), _citing(field)
        if section and citing and entry.get(name):
            items = _items(entry[name], section.name, field.mark(ItemKey))
            yield from ((part, _keys(item[citing])) for part, item in items)


def _citing(field: EntryField) -> str | None:
    """The field with which what stands in this one cites its sources."""
    inner = () if field.holds_by_name else field.inner_fields
    return next((one.name for one in inner if one.mark(NameOf) is NameOf.SOURCE), None)


def _items(value: Any, section: str, by: ItemKey | None) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each table with the name of its part, such as `rating.MPA`, `voice.0` or `story`."""
    if by is None:
        yield section, value
    elif by.found_again:
        yield from ((f"{section}.{one.get(by.fields[0], '')}", one) for one in value)
    else:
        yield from ((f"{section}.{place}", one) for place, one in enumerate(value))


def _keys(cited: str | list[str]) -> tuple[str, ...]:
    return (cited,) if isinstance(cited, str) else tuple(cited)


def unsourced(entry: Entry) -> tuple[str, ...]:
    """The parts that state something and for which nobody has chosen a source."""
    return tuple(part for part, cited in statements(entry) if NOT_NAMED in cited)


def still_cited(entry: Entry, left: Entry, file: str) -> Iterator[Fault]:
    """Sources that were taken off the list though something cites them."""
    there = left.get("sources", {})
    for key, source in entry.get("sources", {}).items():
        citing = [part for part, cited in statements(left) if key in cited and key not in there]
        if citing:
            parts = Keys("part", tuple(citing))
            yield Fault(file, "sources", problem("still_cited", name=source["name"], parts=parts))


def shown_entry(entry: Entry) -> dict[str, Any]:
    """The entry with something to stand in for each source that it needs and does not have."""
    sources: dict[str, Any] = dict(entry.get("sources", {}))
    if not sources or unsourced(entry):
        sources.update(STAND_IN)
    return {**entry, "sources": sources, "facts_from": entry.get("facts_from") or [NOT_NAMED]}


def _read(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    old: Rows = entry.get("sources", {})
    sources: dict[str, Any] = {}
    listed = [_row(one) for one in lines(typed, "list")]
    for row in listed:
        key = _known(row, listed, old, sources) or _new(row, old, sources)
        sources[key] = some(**row, copy_of=old.get(key, {}).get("copy_of"))
    chosen = [key for key in typed.get("facts", ()) if key in sources]
    # What is listed first is what the film is known from; what comes later says what it is chosen for.
    facts_from = chosen or ([NOT_NAMED] if entry.get("facts_from") else list(sources))
    return {"sources": sources, "facts_from": facts_from if sources else []}


def _show(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    named = [
        BAR.join(filter(None, (one["name"], one.get("url"), one.get("seen_on"))))
        for one in entry.get("sources", {}).values()
    ]
    facts = tuple(key for key in entry.get("facts_from", ()) if key != NOT_NAMED)
    return {**rows("list", named), **({"facts": facts} if facts else {})}


def waiting_kinds(entry: Entry) -> tuple[str, ...]:
    """The kinds of parts that wait for a source, such as *finding*; first what stands at a glance."""
    facts = () if _chosen(entry.get("facts_from", ())) else ("glance",)
    return tuple(dict.fromkeys((*facts, *(part.partition(".")[0] for part in unsourced(entry)))))


def with_sources(entry: Entry, rows: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """The list of sources with those of these lines, and the key of each line."""
    old: Rows = entry.get("sources", {})
    sources, keys = {key: dict(one) for key, one in old.items()}, list[str]()
    listed = [_row(one) for one in rows]
    for row in listed:
        key = _known(row, listed, old, {}) or _new(row, old, sources)
        sources[key] = {**sources.get(key, {}), **some(**row)}
        keys.append(key)
    return sources, keys


def with_citations(entry: Entry, chosen: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What waits for a source, by the field of the entry, with those that were chosen for its kind."""
    changed: dict[str, Any] = {}
    if (facts := chosen.get("glance")) and not _chosen(entry.get("facts_from", ())):
        changed["facts_from"] = list(facts)
    for name, field in fields_of(Movie).items():
        section, citing = field.mark(InSection), _citing(field)
        if section and citing and chosen.get(section.name) and entry.get(name):
            value, keys = entry[name], chosen[section.name]
            items = [_cite(one, citing, keys) for one in (value if field.mark(ItemKey) else [value])]
            changed[name] = items if field.mark(ItemKey) else items[0]
    return changed


def dated(entry: Entry, before: Entry, today: date) -> dict[str, Any]:
    """The entry with this day for each page that was named just now, if nobody said when it was seen."""
    old: Rows = before.get("sources", {})
    sources = {
        key: {**one, "seen_on": one.get("seen_on", today.isoformat())}
        if one.get("url") and key not in old
        else one
        for key, one in entry.get("sources", {}).items()
    }
    return {**entry, "sources": sources} if sources else dict(entry)


def _cite(table: Mapping[str, Any], citing: str, keys: Sequence[str]) -> dict[str, Any]:
    """The table with these sources, if it waits for one."""
    cited = table.get(citing, [NOT_NAMED])
    if _chosen(_keys(cited)):
        return dict(table)
    return {**table, citing: keys[0] if isinstance(cited, str) else list(keys)}


def _chosen(keys: Sequence[str]) -> bool:
    return bool(keys) and NOT_NAMED not in keys


def _row(line: str) -> dict[str, str]:
    """Name, link and day of one line; a link alone is called as its site is."""
    name, *more = fields(line, 3)
    seen_on = next((one for one in more if _DAY.match(one)), "")
    url = " ".join(filter(None, (one for one in more if one != seen_on)))
    if "://" in name and not url:
        name, url = urlsplit(name).netloc or name, name
    return {"name": name, "url": url, "seen_on": seen_on}


def _known(row: dict[str, str], listed: list[dict[str, str]], old: Rows, taken: Rows) -> str | None:
    """The key that it had before: by name and link, by name, or, where it was renamed, by link."""
    names = {each["name"] for each in listed}
    free = {key: source for key, source in old.items() if key not in taken}
    same = [key for key, source in free.items() if source["name"] == row["name"]]
    linked = [key for key, source in free.items() if row["url"] and source.get("url") == row["url"]]
    both = [key for key in same if key in linked]
    renamed = [key for key in linked if free[key]["name"] not in names]
    return next(iter([*both, *same, *renamed]), None)


def _new(row: dict[str, str], old: Rows, taken: Rows) -> str:
    """A key that no source has or had, so that nothing comes to cite what nobody chose for it."""
    plain = source_key(row["name"]) or "source"
    names = (plain, *(f"{plain}-{number}" for number in range(2, len(old) + len(taken) + 3)))
    return next(name for name in names if name not in old and name not in taken and name != NOT_NAMED)


SOURCES = Section(_read, _show)
