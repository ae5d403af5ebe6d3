"""Two states of an entry, field by field, as people read it; and what an upload would change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from knowledge.entry import Movie
from knowledge.entry_walk import fields_of, item_names, walk
from knowledge.field_marks import ItemKey
from knowledge.library import Library

BETWEEN = " · "
"""Stands between the items of a list, where it is told as one text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. None: nothing is recorded there."""

    key: str
    """Such as `findings.sex.level`."""
    was: str | None
    now: str | None

    def __str__(self) -> str:
        return f"{self.key}: {self.was or 'nothing'} → {self.now or 'nothing'}"


@dataclass(frozen=True, slots=True)
class Proposed:
    """An entry as it would be, beside how it is."""

    movie: Movie
    before: Movie | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    """The names of a list's items, in their order."""

    names: tuple[str, ...]


def diff(was: Movie | None, now: Movie | None) -> tuple[Difference, ...]:
    """Every field that differs, in the order of the entry; none if and only if the two are equal."""
    old, new = _fields(was), _fields(now)
    return tuple(
        Difference(key, _text(old.get(key)), _text(new.get(key)))
        for key in dict.fromkeys((*new, *old))
        if _differ(old.get(key), new.get(key))
    )


def dry_run(movies: Iterable[Movie], library: Library) -> tuple[Proposed, ...]:
    """What these entries would change. One without differences is there already, as it is."""
    return tuple(Proposed(movie, before := library.get(movie.id), diff(before, movie)) for movie in movies)


def _differ(was: object, now: object) -> bool:
    match was, now:
        case _Order(before), _Order(after):
            # What came or went is told by its own fields; here only what stayed and moved.
            return [name for name in before if name in after] != [name for name in after if name in before]
        case (_Order(), None) | (None, _Order()):
            return False
        case _:
            return was != now


def _fields(movie: Movie | None) -> dict[str, object]:
    """Every value that is recorded by its key, then the order of each list."""
    if movie is None:
        return {}
    leaves = walk(movie, named=True)
    found = {leaf.key: leaf.value for leaf in leaves if leaf.value not in (None, (), {})}
    return found | dict(_orders(movie))


def _orders(movie: Movie) -> Iterator[tuple[str, object]]:
    for name, field in fields_of(type(movie)).items():
        if field.mark(ItemKey) and (items := getattr(movie, name)):
            yield f"{name}.order", _Order(item_names(items, field))


def _text(value: object) -> str | None:
    match value:
        case None:
            return None
        case _Order(names):
            return BETWEEN.join(names)
        case tuple():
            return BETWEEN.join(map(str, cast("tuple[object, ...]", value)))
        case _:
            return str(value)
