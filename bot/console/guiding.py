"""Guides for commands and for the bot: a library, the films of a catalogue, and how questions are read."""

from functools import lru_cache, partial
from pathlib import Path

from knowledge.catalogue.importing import known_film, ready_index
from knowledge.curation.shipped import read_library
from knowledge.guide import Guide, Laid, film_of
from knowledge.library import Library
from knowledge.titles.titles import Titles
from knowledge.understanding.phrases import read_phrases
from knowledge.understanding.understand import Understanding
from knowledge.vocabulary import Vocabulary

KEPT = 2000
"""Films of the catalogue whose facts are kept in memory, the latest asked for."""


class Guides:
    """Makes guides over libraries and one catalogue; it and the phrases of the languages are read once."""

    def __init__(self, vocabulary: Vocabulary, catalogue: Path | None = None) -> None:
        # What is known of a film stays as it was at the start, as its titles do.
        self._look_up = lru_cache(KEPT)(partial(known_film, catalogue)) if catalogue else _nothing
        self._phrases = read_phrases(vocabulary)
        self._known = _known_titles(catalogue)

    def __call__(self, library: Library, country: str = "US", like: Laid | None = None) -> Guide:
        """A guide over a library, with the official ratings of a country first.

        `like` is a library that differs little and is laid already: only what differs is indexed.
        """
        titles = _changed(like, library) if like else _titles(self._known, library)
        understanding = Understanding(titles, library.vocabulary, self._phrases)
        return Guide(library, titles, understanding, country, self._look_up)


def _nothing(_: str) -> None:
    """For a guide without a catalogue."""


def shipped_guide(catalogue: Path | None = None) -> Guide:
    """The guide that comes with Usher, over the films of a catalogue."""
    library = read_library()
    return Guides(library.vocabulary, catalogue)(library)


def shipped_titles(catalogue: Path) -> Titles:
    """The films of a catalogue with those of the guide that comes with Usher, for who only names one."""
    return _titles(_known_titles(catalogue), read_library())


def _known_titles(catalogue: Path | None) -> Titles:
    index = ready_index(catalogue) if catalogue else None
    return Titles.open(index) if index else Titles.of(())


def _changed(laid: Laid, library: Library) -> Titles:
    old, new = laid.library.movies, library.movies
    changed = (film_of(movie) for film, movie in new.items() if old.get(film) is not movie)
    return laid.titles.with_films(changed, old.keys() - new.keys())


def _titles(known: Titles, library: Library) -> Titles:
    return known.with_films(film_of(movie) for movie in library.movies.values())
