"""All that is known at one moment, immutable, with its look-ups. Reading files is curation's work."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.entry import Movie
from knowledge.titles.films import Film
from knowledge.vocabulary import Vocabulary


def film_of(movie: Movie) -> Film:
    """An entry as a film that can be named."""
    names = tuple(other.title for other in movie.also_known_as)
    return Film(movie.id, movie.title, movie.year, names, guide=True, imdb=movie.external.imdb)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Library:
    """The entries by id, and the words they are written in. It is equal to itself alone."""

    movies: dict[str, Movie]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, movies: Iterable[Movie], vocabulary: Vocabulary) -> "Library":
        """A library of these entries; a later entry with the same id lies over an earlier one."""
        return cls({movie.id: movie for movie in movies}, vocabulary)

    def __getitem__(self, movie_id: str) -> Movie:
        return self.movies[movie_id]

    def get(self, movie_id: str | None) -> Movie | None:
        """The entry with this id, or None."""
        return self.movies.get(movie_id) if movie_id is not None else None

    def with_entries(self, movies: Iterable[Movie]) -> "Library":
        """The same library with these entries laid over it."""
        return Library.of([*self.movies.values(), *movies], self.vocabulary)
