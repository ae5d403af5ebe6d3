"""A library: entries laid over others, and what one differs from another in."""

from collections.abc import Callable

import pytest

from knowledge.entry import Movie
from knowledge.library import LazyEntries, Library, film_of


@pytest.fixture
def unread(library: Library) -> Library:
    """The guide, with entries that no test may read."""

    def unreadable(_: str) -> Movie:
        raise AssertionError("an entry was made that nobody asked for")

    return Library(LazyEntries(library.films(), unreadable), library.vocabulary)


@pytest.fixture
def kite(library: Library) -> Callable[..., Movie]:
    def made(movie_id: str = "kite-2001", title: str = "Kite") -> Movie:
        entry = next(iter(library.movies.values()))
        return entry.model_copy(update={"id": movie_id, "title": title, "year": 2001})

    return made


def test_entries_laid_over_others_are_read_in_their_place(
    library: Library, kite: Callable[..., Movie]
) -> None:
    first, second = list(library.movies)[:2]
    laid = library.with_entries([kite(first, "Instead"), kite()])
    assert (laid[first].title, laid["kite-2001"].title, laid[second]) == ("Instead", "Kite", library[second])
    assert list(laid.movies) == [*library.movies, "kite-2001"]
    assert len(laid.movies) == len(library.movies) + 1
    assert {film.id: film for film in laid.films()} == {
        movie.id: film_of(movie) for movie in laid.movies.values()
    }


def test_what_is_laid_over_a_library_makes_none_of_its_entries(
    unread: Library, kite: Callable[..., Movie]
) -> None:
    shared = unread.with_entries([kite()])
    own = shared.with_entries([kite("own-2001"), kite(title="Other")])
    assert own.unlike(unread) == ["kite-2001", "own-2001"] == unread.unlike(own)
    assert own.unlike(shared) == ["kite-2001", "own-2001"]
    assert own.with_entries([]).unlike(own) == []
    assert len(own.films()) == len(unread.films()) + 2


def test_libraries_that_have_nothing_in_common_are_compared_entry_by_entry(
    library: Library, kite: Callable[..., Movie]
) -> None:
    one, other = kite(), kite("own-2001")
    here = Library.of([one, other], library.vocabulary)
    there = Library.of([one, kite("own-2001", "Other")], library.vocabulary)
    assert here.unlike(there) == ["own-2001"]
