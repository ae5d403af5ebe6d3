"""Two people's changes of one entry put together; mine stands where both changed a thing."""

from collections.abc import Mapping
from typing import Any, cast

from knowledge.entry import Movie
from knowledge.entry_walk import EntryField, fields_of, mapped
from knowledge.field_marks import ItemKey, NameOf

ITEM_KEYS = {
    name: by.fields[0]
    for name, field in fields_of(Movie).items()
    if (by := field.mark(ItemKey)) and by.found_again
}
"""Lists whose items are merged one by one, and what names an item; all other lists are merged as a whole."""


def merge(base: Movie | None, mine: Movie, theirs: Movie) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The tables with both people's changes, and where both changed the same thing: there mine stands."""
    clashes: list[str] = []
    old, ours = _table(base), _table(mine)
    old, ours, other = map(_named, (old, ours, _table(_apart(theirs, mine, base))))
    joined = _tables(old, ours, other, (), clashes)
    return _listed(joined) | {"provenance": _table(theirs)["provenance"]}, tuple(clashes)


def _tables(
    old: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    at: tuple[str, ...],
    clashes: list[str],
) -> dict[str, Any]:
    joined = {
        key: _one(old.get(key), mine.get(key), theirs.get(key), (*at, key), clashes)
        for key in dict.fromkeys((*mine, *theirs))
        if key != "provenance"
    }
    return {key: value for key, value in joined.items() if value is not None}


def _one(old: Any, mine: Any, theirs: Any, at: tuple[str, ...], clashes: list[str]) -> Any:
    if mine in (old, theirs):
        return theirs
    if theirs == old:
        return mine
    if len(at) == 1 and isinstance(mine, dict) and isinstance(theirs, dict):
        before = cast("dict[str, Any]", old) if isinstance(old, dict) else dict[str, Any]()
        return _tables(before, cast("dict[str, Any]", mine), cast("dict[str, Any]", theirs), at, clashes)
    clashes.append(".".join(at))
    return cast("Any", mine) if mine is not None else theirs


def _apart(theirs: Movie, mine: Movie, base: Movie | None) -> Movie:
    """Theirs, with another key for each source that both added under one: what cites it cites no other."""
    ours, there, before = mine.sources, theirs.sources, base.sources if base else {}
    same = [key for key in there if key in ours and key not in before and there[key] != ours[key]]
    keys = {key: _free(key, {**ours, **there, **before}) for key in same}

    def cite(field: EntryField, value: object) -> object:
        return _cited(value, keys) if field.mark(NameOf) is NameOf.SOURCE else value

    citing = mapped(theirs, cite)
    sources = {keys.get(key, key): source for key, source in citing.sources.items()}
    return citing.model_copy(update={"sources": sources})


def _free(key: str, taken: Mapping[str, object]) -> str:
    return next(name for number in range(2, len(taken) + 3) if (name := f"{key}-{number}") not in taken)


def _cited(value: object, keys: Mapping[str, str]) -> object:
    """The keys of sources, each with the one that now stands for it."""
    if isinstance(value, tuple):
        return tuple(keys.get(key, key) for key in cast("tuple[str, ...]", value))
    return keys.get(value, value) if isinstance(value, str) else value


def _table(movie: Movie | None) -> dict[str, Any]:
    return movie.model_dump(mode="json", exclude_defaults=True) if movie else {}


def _named(table: dict[str, Any]) -> dict[str, Any]:
    named = {key: {item[by]: item for item in table[key]} for key, by in ITEM_KEYS.items() if key in table}
    return {**table, **named}


def _listed(table: dict[str, Any]) -> dict[str, Any]:
    lists = {key: list(table[key].values()) for key in ITEM_KEYS if key in table}
    return {**table, **lists}
