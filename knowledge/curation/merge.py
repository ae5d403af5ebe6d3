"""Two people's changes of one entry put together; mine stands where both changed a thing."""

from collections.abc import Mapping
from typing import Any, cast

from knowledge.entry import Movie

NAMED_BY = {"findings": "topic", "ratings": "board", "alternatives": "movie", "also_known_as": "title"}
"""Lists whose items are joined one by one, by this name; all other lists are joined as a whole."""


CITING = ("sources", "source", "facts_from", "copy_of")
"""Where keys of sources stand."""


def merge(base: Movie | None, mine: Movie, theirs: Movie) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The tables with both people's changes, and where both changed the same thing: there mine stands."""
    clashes: list[str] = []
    old, ours = _table(base), _table(mine)
    old, ours, other = map(_named, (old, ours, _apart(_table(theirs), ours, old)))
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


def _apart(theirs: dict[str, Any], mine: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """Theirs, with another key for each source that both added under one: what cites it cites no other."""
    ours, before = mine.get("sources", {}), base.get("sources", {})
    there = theirs.get("sources", {})
    same = [key for key in there if key in ours and key not in before and there[key] != ours[key]]
    keys = {key: _free(key, {**ours, **there, **before}) for key in same}
    return _citing(theirs, keys) | {"sources": {keys.get(key, key): one for key, one in there.items()}}


def _free(key: str, taken: Mapping[str, object]) -> str:
    return next(name for number in range(2, len(taken) + 3) if (name := f"{key}-{number}") not in taken)


def _citing(value: Any, keys: Mapping[str, str]) -> Any:
    """The same, with these keys in place of the old ones wherever sources are cited."""
    match value:
        case dict():
            table = cast("dict[str, Any]", value)
            return {
                name: _keys(inner, keys)
                if name in CITING and not isinstance(inner, dict)
                else _citing(inner, keys)
                for name, inner in table.items()
            }
        case list():
            return [_citing(inner, keys) for inner in cast("list[Any]", value)]
        case _:
            return value


def _keys(cited: str | list[str], keys: Mapping[str, str]) -> str | list[str]:
    return keys.get(cited, cited) if isinstance(cited, str) else [keys.get(key, key) for key in cited]


def _table(movie: Movie | None) -> dict[str, Any]:
    return movie.model_dump(mode="json", exclude_defaults=True) if movie else {}


def _named(table: dict[str, Any]) -> dict[str, Any]:
    named = {key: {item[by]: item for item in table[key]} for key, by in NAMED_BY.items() if key in table}
    return {**table, **named}


def _listed(table: dict[str, Any]) -> dict[str, Any]:
    lists = {key: list(table[key].values()) for key in NAMED_BY if key in table}
    return {**table, **lists}
