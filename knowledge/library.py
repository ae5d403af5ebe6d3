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
    """Entries of films, each made by its id when it is first asked for; who asks again gets the same."""

    def __init__(self, films: Iterable[Film], make: Callable[[str], Movie]) -> None:
        self.films = list(films)
        self._make = make
        self._made: dict[str, Movie] = {}
        self._ids = {film.id: film.id for film in self.films}

    def __getitem__(self, movie_id: str) -> Movie:
        made = self._made.get(movie_id)
        return made or self._made.setdefault(movie_id, self._make(self._ids[movie_id]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, movie_id: object) -> bool:
        return movie_id in self._ids


class LayeredEntries(Mapping[str, Movie]):
    """A few entries laid over others, none of which is made or copied for it."""

    def __init__(self, below: Mapping[str, Movie], own: Mapping[str, Movie]) -> None:
        self.below, self.own = below, own

    def __getitem__(self, movie_id: str) -> Movie:
        own = self.own.get(movie_id)
        return self.below[movie_id] if own is None else own

    def __iter__(self) -> Iterator[str]:
        yield from self.below
        yield from (movie_id for movie_id in self.own if movie_id not in self.below)

    def __len__(self) -> int:
        return len(self.below) + sum(movie_id not in self.below for movie_id in self.own)

    def __contains__(self, movie_id: object) -> bool:
        return movie_id in self.own or movie_id in self.below


def _films(movies: Mapping[str, Movie]) -> list[Film]:
    if isinstance(movies, LazyEntries):
        return movies.films
    if isinstance(movies, LayeredEntries):
        below = (film for film in _films(movies.below) if film.id not in movies.own)
        return [*below, *map(film_of, movies.own.values())]
    return list(map(film_of, movies.values()))


def _layers(movies: Mapping[str, Movie]) -> tuple[Mapping[str, Movie], set[str]]:
    """The entries that lie lowest, and the ids of those over them."""
    over: set[str] = set()
    while isinstance(movies, LayeredEntries):
        over, movies = over | movies.own.keys(), movies.below
    return movies, over


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
        return _films(self.movies)

    def unlike(self, other: "Library") -> list[str]:
        """The ids under which the two have not the same entry; what lies lowest in both is not compared."""
        (lowest, over), (others_lowest, others_over) = _layers(self.movies), _layers(other.movies)
        apart = over | others_over
        if lowest is not others_lowest:
            apart |= lowest.keys() | others_lowest.keys()
        return sorted(one for one in apart if self.get(one) is not other.get(one))

    def with_entries(self, movies: Iterable[Movie]) -> "Library":
        """The same library with these entries laid over it."""
        own = {movie.id: movie for movie in movies}
        return replace(self, movies=LayeredEntries(self.movies, own)) if own else self

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
