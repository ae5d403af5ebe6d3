"""Guides for commands and for the bot: a library, the films of a catalogue, and how questions are read."""

from functools import cache, lru_cache
from pathlib import Path

from bot.titles_factory import known_films
from knowledge.catalogue.kept_index import index_of, known_of
from knowledge.catalogue.kept_layer import with_guide
from knowledge.catalogue.store import Known
from knowledge.curation.compiled_guide import compiled_guide
from knowledge.guide import Guide, Indexed
from knowledge.library import Library, film_of
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned, learned_from
from knowledge.understanding.understand import Understanding
from knowledge.weights import read_weights

KEPT = 2000
"""Films without a guide whose facts are kept in memory, the latest asked for."""


class Guides:
    """Makes guides over libraries, the films that come with Usher and one catalogue; it is read once."""

    def __init__(self, catalogue: Path | None = None) -> None:
        self._learned = _shipped_learned(catalogue)
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
        self._index, known = known_films(self._catalogue)
        self._known = known

        # What is known of a film stays as it was when the index was opened, as its titles do.
        @lru_cache(KEPT)
        def look_up(film_id: str) -> Known | None:
            film = known.named(film_id)
            return known_of(film, self._catalogue) if film else None

        self._look_up = look_up

    def __call__(self, library: Library, country: str = "US", base: Indexed | None = None) -> Guide:
        """A guide over a library, with the official ratings of a country first.

        `base` is a library that differs little and is indexed already: only what differs is indexed.
        """
        titles = _changed(base, library) if base else self._titles(library)
        understanding = Understanding(titles, library.vocabulary, self._learned)
        return Guide(library, titles, understanding, country, self._look_up)

    def _titles(self, library: Library) -> Titles:
        return with_guide(self._known, self._index, library.films())


@cache
def _shipped_learned(folder: Path | None) -> Learned:
    """Read once a process, and kept in the folder."""
    return learned_from(read_weights(folder=folder), compiled_guide(folder).vocabulary(), folder)


def shipped_guide(catalogue: Path | None = None) -> Guide:
    """The guide that comes with Usher, over the films of a catalogue."""
    return Guides(catalogue)(compiled_guide(catalogue).library())


def _changed(base: Indexed, library: Library) -> Titles:
    """Only what is called otherwise than before is indexed: most changes are to what is in a film."""
    unlike = library.unlike(base.library)
    now = {movie.id: film_of(movie) for movie in map(library.get, unlike) if movie}
    before = {movie.id: film_of(movie) for movie in map(base.library.get, unlike) if movie}
    renamed = [film for film in now.values() if film != before.get(film.id)]
    return base.titles.with_films(renamed, [one for one in unlike if one not in now])
