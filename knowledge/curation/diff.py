"""Two states of an entry, field by field, as people read it; and what an upload would change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from knowledge.entry import Movie, StrictModel, Voice
from knowledge.library import Library

_NAMED_BY = ("topic", "board", "title", "movie")
"""What tells the items of a list apart, whichever of them they have."""


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
    return dict(_walk(movie, "")) if movie else {}


def _walk(value: object, at: str) -> Iterator[tuple[str, object]]:
    match value:
        case StrictModel():
            for name in type(value).model_fields:
                yield from _walk(getattr(value, name), f"{at}.{name}" if at else name)
        case dict():
            for name, inner in sorted(cast("Mapping[str, object]", value).items()):
                yield from _walk(inner, f"{at}.{name}")
        case tuple() if items := _labelled(cast("tuple[object, ...]", value)):
            for label, item in items.items():
                yield from _walk(item, f"{at}.{label}")
            yield f"{at}.order", _Order(tuple(items))
        case None | ():
            return
        case _:
            yield at, value


def _labelled(items: tuple[object, ...]) -> dict[str, StrictModel]:
    """Each fact of a list by the name by which people know it; a second one of that name is #2."""
    labelled: dict[str, StrictModel] = {}
    for item in (item for item in items if isinstance(item, StrictModel)):
        name = _name(item)
        names = (name, *(f"{name}#{number}" for number in range(2, len(items) + 2)))
        labelled[next(free for free in names if free not in labelled)] = item
    return labelled


def _name(item: StrictModel) -> str:
    if isinstance(item, Voice):
        said = (item.who, item.age, item.said_on)
        return " ".join(str(part) for part in said if part is not None)
    return next(str(getattr(item, name)) for name in _NAMED_BY if name in type(item).model_fields)


def _text(value: object) -> str | None:
    match value:
        case None:
            return None
        case _Order(names):
            return " · ".join(names)
        case tuple():
            return " · ".join(map(str, cast("tuple[object, ...]", value)))
        case date():
            return value.isoformat()
        case _:
            return str(value)
