"""Guides for commands and for the bot: a library, the films of a catalogue, and how questions are read."""

import logging
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from knowledge.catalogue.catalogue_import import index_of, kept_edition, known_of, ready_index
from knowledge.catalogue.catalogue_index import film_of as film_known
from knowledge.catalogue.catalogue_index import index_left
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.catalogue.store import Known
from knowledge.curation.shipped_guide import read_library, read_vocabulary
from knowledge.guide import Guide, Indexed, film_of
from knowledge.library import Library
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles, in_memory
from knowledge.understanding.phrases import Phrases, read_phrases
from knowledge.understanding.understand import Understanding

log = logging.getLogger(__name__)

KEPT = 2000
"""Films without a guide whose facts are kept in memory, the latest asked for."""


class Guides:
    """Makes guides over libraries, the films that come with Usher and one catalogue; it is read once."""

    def __init__(self, catalogue: Path | None = None) -> None:
        self._phrases = _shipped_phrases()
        self._catalogue = catalogue
        self._take()

    def renew(self) -> bool:
        """Takes what was imported into the catalogue since; False where nothing was. It reads files."""
        index = index_of(self._catalogue) if self._catalogue else None
        if index in (None, self._index):
            return False
        self._take()
        return True

    def _take(self) -> None:
        self._index, known = _films(self._catalogue)
        self._known = known

        # What is known of a film stays as it was when the index was opened, as its titles do.
        @lru_cache(KEPT)
        def look_up(film_id: str) -> Known | None:
            film = known.named(film_id)
            return known_of(film, self._catalogue) if film else None

        self._look_up = look_up

    def __call__(self, library: Library, country: str = "US", like: Indexed | None = None) -> Guide:
        """A guide over a library, with the official ratings of a country first.

        `like` is a library that differs little and is laid already: only what differs is indexed.
        """
        titles = _changed(like, library) if like else _titles(self._known, library)
        understanding = Understanding(titles, library.vocabulary, self._phrases)
        return Guide(library, titles, understanding, country, self._look_up)


@cache
def _shipped_phrases() -> Phrases:
    """Read once a process: nothing takes longer at a start."""
    return read_phrases(read_vocabulary())


def shipped_guide(catalogue: Path | None = None) -> Guide:
    """The guide that comes with Usher, over the films of a catalogue."""
    return Guides(catalogue)(read_library())


def shipped_titles(catalogue: Path) -> Titles:
    """All films with those of the guide that comes with Usher, for who only names one."""
    return _titles(_films(catalogue)[1], read_library())


class DamagedIndex(ValueError):
    """A file of the catalogue's index is missing or torn."""


def _films(catalogue: Path | None) -> tuple[Path | None, Titles]:
    """The films that come with Usher and the catalogue's: from their index, or without it in memory."""
    if catalogue is None:
        return None, _shipped_films()
    try:
        index = ready_index(catalogue)
    except OSError as error:
        edition = kept_edition(catalogue)
        level = logging.WARNING if edition else logging.INFO
        log.log(level, "no index can be kept in %s (%s); it is made anew at each start", catalogue, error)
        left = index_left(catalogue, edition)
        return None, _opened(left).with_films(_each_shipped()) if left else _shipped_films()
    return index, _opened(index)


@cache
def _shipped_films() -> Titles:
    """In memory; made once a process, since it takes more than a second."""
    return in_memory(_each_shipped())


def _each_shipped() -> Iterator[Film]:
    return map(film_known, SHIPPED.films())


def _opened(index: Path) -> Titles:
    try:
        return Titles.open(index)
    except (OSError, EOFError, KeyError, ValueError) as error:
        raise DamagedIndex(
            f"the catalogue's index is damaged; take the folder {index} away, and it is made anew"
        ) from error


def _changed(laid: Indexed, library: Library) -> Titles:
    old, new = laid.library.movies, library.movies
    changed = (film_of(movie) for film, movie in new.items() if old.get(film) is not movie)
    return laid.titles.with_films(changed, old.keys() - new.keys())


def _titles(known: Titles, library: Library) -> Titles:
    return known.with_films(film_of(movie) for movie in library.movies.values())
