"""The guide that comes with Usher, kept beside the catalogue as it was read: TOML takes long to read anew.

The kept file is JSON, and holds nothing that the guide's own files do not. It is found by what those files
and the code that reads them hold. Whatever is wrong with it, the guide is read from its files, and kept again
where that can be.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING
from zlib import crc32

from knowledge.titles.films import Film

if TYPE_CHECKING:
    from knowledge.library import Library

KNOWLEDGE = Path(__file__).parents[1]
DATA = KNOWLEDGE / "data"
FOUND = "guide-{:08x}.json"


class CompiledGuide:
    """The shipped guide, out of a folder where it is kept if there is one."""

    def __init__(self, folder: Path | None, data: Path = DATA) -> None:
        self._folder = folder
        self._data = data

    def films(self) -> list[Film]:
        """The guide's films, as they can be named; no entry is made for them. Raises Faulty."""
        films, _ = self._texts()
        return [_film(*row) for row in json.loads(films)]

    def library(self) -> "Library":
        """The whole library. Raises Faulty where the guide's own files are wrong."""
        # Whoever only looks for a title waits for no model of an entry.
        from knowledge.curation.library_json import library_of  # noqa: PLC0415 - slow start

        return library_of(self._texts()[1])

    def _texts(self) -> tuple[bytes, bytes]:
        """The films and the library, each as JSON."""
        if self._folder is None:
            return self._read()
        kept = self._folder / FOUND.format(self._key)
        with suppress(OSError, ValueError):
            return _whole(kept.read_bytes())
        texts = self._read()
        with suppress(OSError):
            _keep(kept, texts)
        return texts

    def _read(self) -> tuple[bytes, bytes]:
        from knowledge.curation.library_json import read_texts  # noqa: PLC0415 - slow start

        return read_texts(self._data)

    @property
    def _key(self) -> int:
        key = 0
        for file in self._sources():
            key = crc32(file.read_bytes(), crc32(file.name.encode(), key))
        return key

    def _sources(self) -> Iterator[Path]:
        yield from sorted(self._data.glob("*.toml"))
        yield from sorted((self._data / "movies").glob("*.toml"))
        yield from sorted(KNOWLEDGE.glob("*.py"))
        yield from sorted(Path(__file__).parent.glob("*.py"))


def _film(film_id: str, title: str, year: int, names: list[str], imdb: str | None) -> Film:
    return Film(film_id, title, year, tuple(names), guide=True, imdb=imdb)


def _whole(kept: bytes) -> tuple[bytes, bytes]:
    """What was kept. ValueError if it is damaged."""
    check, _, body = kept.partition(b"\n")
    if check != _check(body):
        raise ValueError("the kept guide is damaged")
    films, _, library = body.partition(b"\n")
    return films, library


def _keep(file: Path, texts: tuple[bytes, bytes]) -> None:
    """Whole or not at all, whoever else does the same now; what was kept of an older guide goes."""
    body = b"\n".join(texts)
    handle, making = mkstemp(prefix=".guide-", dir=file.parent)
    with os.fdopen(handle, "wb") as written:
        written.write(_check(body) + b"\n" + body)
    Path(making).replace(file)
    for old in file.parent.glob(FOUND.replace("{:08x}", "*")):
        if old != file:
            old.unlink(missing_ok=True)


def _check(body: bytes) -> bytes:
    return b"%08x" % crc32(body)
