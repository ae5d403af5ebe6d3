"""A whole library as lines of JSON, and back. Where it is kept: compiled_guide.py; single entries: export.py.

The first line is the films as they can be named, the second the words of the guide, each other line an entry.
Of a model stand its name and its fields in their order, so nothing is read that checks anything: what is
written was checked.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, cast

from knowledge import entry, vocabulary
from knowledge.curation.film_rows import as_json, film_rows, films_of
from knowledge.entry import Level, Movie, Status
from knowledge.library import LazyEntries, Library
from knowledge.strict_model import StrictModel
from knowledge.things import Things
from knowledge.vocabulary import Vocabulary

_MODELS: dict[str, type[StrictModel]] = {
    one.__name__: one
    for module in (entry, vocabulary)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, StrictModel) and one is not StrictModel
}
_MAKE: dict[str, Callable[[list[Any]], Any]] = {
    "": tuple,
    "set": frozenset,
    "date": lambda parts: date.fromisoformat(parts[0]),
    "Level": lambda parts: Level(parts[0]),
    "Status": lambda parts: Status(parts[0]),
    "Things": lambda parts: Things(*parts),
    "Vocabulary": lambda parts: Vocabulary(*parts),
}
"""By what stands first in a list: what is made of the rest."""
_FIELDS = {name: tuple(model.__dataclass_fields__) for name, model in _MODELS.items()}


def text_of(library: Library) -> bytes:
    """The library's lines."""
    values = (library.vocabulary, *library.movies.values())
    return "\n".join(map(as_json, (film_rows(library.films()), *map(_plain, values)))).encode()


def library_of(text: bytes) -> Library:
    """The library of such lines; an entry is made when it is first asked for."""
    first, second, *entries = _lines(text)
    films = films_of(text[first])
    places = dict(zip((film.id for film in films), entries, strict=True))

    def make(movie_id: str) -> Movie:
        return _value(json.loads(text[places[movie_id]]))

    # No entry's text is copied: the whole is held anyway, and is 3 MB.
    return Library(LazyEntries(films, make), _value(json.loads(text[second])))


def _lines(text: bytes) -> Iterator[slice]:
    """Where each line stands."""
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        yield slice(start, end)
        start = end + 1
    yield slice(start, len(text))


def _plain(value: Any) -> object:
    """A value as JSON has it."""
    if isinstance(value, StrictModel | Vocabulary | Things):
        return [type(value).__name__, *(_plain(getattr(value, one.name)) for one in fields(value))]
    if isinstance(value, Level | Status):
        return [type(value).__name__, value.value]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in cast("dict[str, object]", value).items()}
    if isinstance(value, tuple | frozenset):
        items = cast("Iterable[object]", value)
        return ["", *map(_plain, items)] if isinstance(value, tuple) else ["set", *sorted(map(str, items))]
    return value


def _value(plain: Any) -> Any:
    """What `_plain` made JSON of."""
    if type(plain) is list:
        name, *parts = cast("list[Any]", plain)
        values = list(map(_value, parts))
        make = _MAKE.get(name)
        return make(values) if make else _MODELS[name].trusted(dict(zip(_FIELDS[name], values, strict=True)))
    if type(plain) is dict:
        return {name: _value(one) for name, one in cast("dict[str, Any]", plain).items()}
    return plain
