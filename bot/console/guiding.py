"""Guides for commands and for the bot: a library, the films of a catalogue, and how questions are read."""

from functools import cache, lru_cache, partial
from pathlib import Path

from knowledge.catalogue.importing import index_of, known_film, ready_index
from knowledge.curation.shipped import read_library, read_vocabulary
from knowledge.guide import Guide, Laid, film_of
from knowledge.library import Library
from knowledge.titles.titles import Titles
from knowledge.understanding.phrases import Phrases, read_phrases
from knowledge.understanding.understand import Understanding

KEPT = 2000
"""Films of the catalogue whose facts are kept in memory, the latest asked for."""


class Guides:
    """Makes guides over libraries and one catalogue; it is read once."""

    def __init__(self, catalogue: Path | None = None) -> None:
        self._phrases = _shipped_phrases()
        self._catalogue = catalogue
        self._take(ready_index(catalogue) if catalogue else None)

    def renew(self) -> bool:
        """Takes what was imported into the catalogue since; False where nothing was. It reads files."""
        index = index_of(self._catalogue) if self._catalogue else None
        if index == self._index:
            return False
        self._take(index)
        return True

    def _take(self, index: Path | None) -> None:
        self._index, self._known = index, _titles_of(index)
        # What is known of a film stays as it was when the index was opened, as its titles do.
        self._look_up = lru_cache(KEPT)(partial(known_film, self._catalogue)) if self._catalogue else _nothing

    def __call__(self, library: Library, country: str = "US", like: Laid | None = None) -> Guide:
        """A guide over a library, with the official ratings of a country first.

        `like` is a library that differs little and is laid already: only what differs is indexed.
        """
        titles = _changed(like, library) if like else _titles(self._known, library)
        understanding = Understanding(titles, library.vocabulary, self._phrases)
        return Guide(library, titles, understanding, country, self._look_up)


def _nothing(_: str) -> None:
    """For a guide without a catalogue."""


@cache
def _shipped_phrases() -> Phrases:
    """Read once a process: nothing takes longer at a start."""
    return read_phrases(read_vocabulary())


def shipped_guide(catalogue: Path | None = None) -> Guide:
    """The guide that comes with Usher, over the films of a catalogue."""
    return Guides(catalogue)(read_library())


def shipped_titles(catalogue: Path) -> Titles:
    """The films of a catalogue with those of the guide that comes with Usher, for who only names one."""
    return _titles(_titles_of(ready_index(catalogue)), read_library())


class DamagedIndex(ValueError):
    """A file of the catalogue's index is missing or torn."""


def _titles_of(index: Path | None) -> Titles:
    try:
        return Titles.open(index) if index else Titles.of(())
    except (OSError, EOFError, KeyError, ValueError) as error:
        raise DamagedIndex(
            f"the catalogue's index is damaged; take the folder {index} away, and it is made anew"
        ) from error


def _changed(laid: Laid, library: Library) -> Titles:
    old, new = laid.library.movies, library.movies
    changed = (film_of(movie) for film, movie in new.items() if old.get(film) is not movie)
    return laid.titles.with_films(changed, old.keys() - new.keys())


def _titles(known: Titles, library: Library) -> Titles:
    return known.with_films(film_of(movie) for movie in library.movies.values())
