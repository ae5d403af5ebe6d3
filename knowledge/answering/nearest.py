"""The film with a guide that is nearest to one without: by official code and by what boards named."""

from collections.abc import Iterable

from knowledge.answering.suitability import asks_for_more, verdict_at
from knowledge.entry import Level, Movie, OfficialRating
from knowledge.library import Library
from knowledge.verdicts import BoardNamed, Verdict


def nearest_film(
    ratings: Iterable[OfficialRating],
    named: Iterable[BoardNamed],
    year: int | None,
    age: int,
    library: Library,
) -> Movie | None:
    """The entry that fits this age in years and shares most with these codes and topics.

    Of equals the one nearest in year; None where none that fits shares anything.
    """
    codes = {(one.board, one.code) for one in ratings}
    topics = {one.topic.id for one in named}
    vocabulary = library.vocabulary
    fitting = (movie for movie in library.movies.values() if not asks_for_more(movie, age, vocabulary))
    shared = ((_shared(movie, codes, topics), movie) for movie in fitting)
    near = sorted(
        (-count, abs(movie.year - (year or movie.year)), movie.id) for count, movie in shared if count
    )
    films = (library[movie] for _, _, movie in near)
    return next((film for film in films if verdict_at(film, age, vocabulary).verdict is Verdict.FITS), None)


def _shared(movie: Movie, codes: set[tuple[str, str]], topics: set[str]) -> int:
    """How many codes and topics the entry has in common with these."""
    rated = any((one.board, one.code) in codes for one in movie.ratings)
    there = sum(one.topic in topics and one.level is not Level.NONE for one in movie.findings)
    return rated + there
