"""All that is known at one moment, immutable, with its look-ups. Reading files is curation's work."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from knowledge.entry import Movie
from knowledge.reviews.groups import NOBODY, FilmReviews
from knowledge.titles.films import Film
from knowledge.vocabulary import Vocabulary


def film_of(movie: Movie) -> Film:
    """An entry as a film that can be named."""
    names = tuple(other.title for other in movie.also_known_as)
    return Film(movie.id, movie.title, movie.year, names, guide=True, imdb=movie.external.imdb)


class LazyEntries(Mapping[str, Movie]):
    """Entries that are kept as texts, each made when it is first asked for; who asks again gets the same."""

    def __init__(
        self, texts: Mapping[str, bytes], make: Callable[[bytes], Movie], films: Iterable[Film]
    ) -> None:
        self._texts, self._make = texts, make
        self._made: dict[str, Movie] = {}
        self.films = list(films)

    def __getitem__(self, movie_id: str) -> Movie:
        made = self._made.get(movie_id)
        return made or self._made.setdefault(movie_id, self._make(self._texts[movie_id]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, movie_id: object) -> bool:
        return movie_id in self._texts


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Library:
    """The entries by id, and the words they are written in. It is equal to itself alone."""

    movies: Mapping[str, Movie]
    vocabulary: Vocabulary
    families: Mapping[str, FilmReviews] = field(default_factory=dict[str, FilmReviews])
    """What families of the server say, also of films without an entry; see `reviewed_as`."""

    @classmethod
    def of(cls, movies: Iterable[Movie], vocabulary: Vocabulary) -> "Library":
        """A library of these entries; a later entry with the same id lies over an earlier one."""
        return cls({movie.id: movie for movie in movies}, vocabulary)

    def __getitem__(self, movie_id: str) -> Movie:
        return self.movies[movie_id]

    def get(self, movie_id: str | None) -> Movie | None:
        """The entry with this id, or None."""
        return self.movies.get(movie_id) if movie_id is not None else None

    def films(self) -> list[Film]:
        """The entries as films that can be named; none is made for it."""
        movies = self.movies
        return movies.films if isinstance(movies, LazyEntries) else list(map(film_of, movies.values()))

    def with_entries(self, movies: Iterable[Movie]) -> "Library":
        """The same library with these entries laid over it."""
        overlaid = Library.of([*self.movies.values(), *movies], self.vocabulary)
        return replace(overlaid, families=self.families)

    def with_families(self, families: Mapping[str, FilmReviews]) -> "Library":
        """The same entries with what these families say."""
        return replace(self, families=families)

    def reviewed_as(self, film_id: str, imdb: str | None) -> str:
        """Under which id families' reviews of a film are kept.

        That of IMDb where it is known, so that they are found again when the film gets its guide.
        """
        known = next((one for one in (imdb, film_id) if one in self.families), None)
        return known or imdb or film_id

    def reviews_of(self, film_id: str, imdb: str | None) -> FilmReviews:
        """What families say of a film; empty where nobody wrote."""
        return self.families.get(self.reviewed_as(film_id, imdb)) or NOBODY
