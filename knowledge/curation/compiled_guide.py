"""The guide that comes with Usher, kept beside the catalogue as it was read: TOML takes long to read anew.

The kept file holds nothing that the guide's own files do not, and is found by what those files and the code
that reads them hold. An entry is made of it when it is first asked for.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.curation.film_rows import films_of
from knowledge.kept_file import kept
from knowledge.titles.films import Film

if TYPE_CHECKING:
    from knowledge.library import Library
    from knowledge.vocabulary import Vocabulary

KNOWLEDGE = Path(__file__).parents[1]
DATA = KNOWLEDGE / "data"


class CompiledGuide:
    """The shipped guide, out of a folder where it is kept if there is one; it is read once."""

    def __init__(self, folder: Path | None, data: Path = DATA) -> None:
        self._folder = folder
        self._data = data

    def films(self) -> list[Film]:
        """The guide's films, as they can be named; nothing else is read of them. Raises Faulty."""
        return films_of(kept(self._folder, "films", self._sources(), lambda: self._text.partition(b"\n")[0]))

    def library(self) -> "Library":
        """The whole library. Raises Faulty where the guide's own files are wrong."""
        return _library(self._text)

    def vocabulary(self) -> "Vocabulary":
        """The words of the guide alone. Raises Faulty."""
        if self._folder is not None:
            return self.library().vocabulary
        from knowledge.curation.shipped_guide import read_vocabulary  # noqa: PLC0415 - slow start

        return read_vocabulary(self._data)

    @cached_property
    def _text(self) -> bytes:
        return kept(self._folder, "guide", self._sources(), self._read)

    def _read(self) -> bytes:
        # Whoever finds the guide kept, or only names films, does not wait for what checks it.
        from knowledge.curation.library_json import text_of  # noqa: PLC0415 - slow start
        from knowledge.curation.shipped_guide import read_library  # noqa: PLC0415 - slow start

        return text_of(read_library(self._data))

    def _sources(self) -> Iterator[Path]:
        yield from _files(self._data, ".toml")
        yield from _files(self._data / "movies", ".toml")
        yield from _files(KNOWLEDGE, ".py")
        yield from _files(Path(__file__).parent, ".py")


@lru_cache(1)
def compiled_guide(folder: Path | None) -> CompiledGuide:
    """The same for all of a process that ask for it."""
    return CompiledGuide(folder)


def _files(folder: Path, ending: str) -> list[Path]:
    """In the order of their names: hundreds of paths compare slowly."""
    return sorted(folder.glob(f"*{ending}"), key=attrgetter("name"))


@lru_cache(1)
def _library(text: bytes) -> "Library":
    """It never changes, so a process makes it once."""
    from knowledge.curation.library_json import library_of  # noqa: PLC0415 - slow start

    return library_of(text)
