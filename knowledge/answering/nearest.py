"""The film with a guide that is nearest to one without: by official code and by what boards named."""

from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from knowledge.answering.families import judged
from knowledge.answering.suitability import fits_from
from knowledge.entry import Level, Movie, OfficialRating
from knowledge.library import Library
from knowledge.verdicts import BoardNamed, Verdict
from knowledge.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of an entry is compared, worked out once for a library."""

    movie: Movie
    fits_from: int
    codes: frozenset[tuple[str, str]]
    topics: frozenset[str]


_traits: WeakKeyDictionary[Library, tuple[_Traits, ...]] = WeakKeyDictionary()


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
    near = sorted(
        (-shared, abs(one.movie.year - (year or one.movie.year)), one.movie.id)
        for one in _traits_of(library)
        if one.fits_from <= age and (shared := (not codes.isdisjoint(one.codes)) + len(topics & one.topics))
    )
    films = (library[movie] for _, _, movie in near)
    # Voices may object, so the verdict itself is asked of the nearest ones until one fits.
    return next((film for film in films if judged(film, age, library).verdict is Verdict.FITS), None)


def _traits_of(library: Library) -> tuple[_Traits, ...]:
    if library not in _traits:
        _traits[library] = tuple(_compared(movie, library.vocabulary) for movie in library.movies.values())
    return _traits[library]


def _compared(movie: Movie, vocabulary: Vocabulary) -> _Traits:
    return _Traits(
        movie,
        fits_from(movie, vocabulary),
        frozenset((one.board, one.code) for one in movie.ratings),
        frozenset(one.topic for one in movie.findings if one.level is not Level.NONE),
    )
