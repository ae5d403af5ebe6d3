"""A whole library as JSON, and back. Where it is kept: compiled_guide.py; single entries: export.py."""

import gc
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter
from pydantic_core import to_json

from knowledge.curation.shipped_guide import read_library
from knowledge.library import Library, film_of

_LIBRARY = TypeAdapter(Library)


@lru_cache(1)
def library_of(text: bytes) -> Library:
    """The library that this text was made of; it never changes, so a process makes it once.

    No garbage is looked for meanwhile: a hundred thousand values are made, and all of them stay.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _LIBRARY.validate_json(text)
    finally:
        if collects:
            gc.enable()


def read_texts(data: Path) -> tuple[bytes, bytes]:
    """The guide's files as JSON: what names its films, and the library. Raises Faulty."""
    library = read_library(data)
    films = map(film_of, library.movies.values())
    names = [(film.id, film.title, film.year, film.names, film.imdb) for film in films]
    return to_json(names), _LIBRARY.dump_json(library)
