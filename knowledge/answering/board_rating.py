"""What official ratings mean, and what they say to a child of some age. For the verdict see made_for.py."""

from collections.abc import Iterable, Sequence

from knowledge.entry import Movie, OfficialRating
from knowledge.verdicts import Admission, BoardRating
from knowledge.vocabulary import Code, Vocabulary


def official_ratings(
    movie: Movie, vocabulary: Vocabulary, ages: Sequence[int] = (), country: str = "US"
) -> tuple[BoardRating, ...]:
    """The film's ratings with their meaning, those of the country first."""
    return meanings(movie.ratings, vocabulary, ages, country)


def meanings(
    ratings: Iterable[OfficialRating], vocabulary: Vocabulary, ages: Sequence[int], country: str
) -> tuple[BoardRating, ...]:
    """These ratings with their meaning, those of the country first; one of no known code is left out."""
    known = [
        BoardRating(rating, board, code, _at(code, ages), abroad=board.country != country)
        for rating in ratings
        if (board := vocabulary.boards.get(rating.board)) and (code := board.codes.get(rating.code))
    ]
    return tuple(sorted(known, key=lambda one: one.abroad))


def official_of(
    movie: Movie, vocabulary: Vocabulary, ages: Sequence[int] = (), country: str = "US"
) -> BoardRating | None:
    """The rating that is said first: that of the country, else the first one."""
    return next(iter(official_ratings(movie, vocabulary, ages, country)), None)


def _at(code: Code, ages: Sequence[int]) -> tuple[tuple[int, Admission], ...]:
    return tuple((age, admission(code, age)) for age in ages)


def admission(code: Code, age: int) -> Admission:
    """What the code says to somebody of this age in years."""
    if age >= code.alone:
        careful = code.careful_under is not None and age < code.careful_under
        return Admission.CAREFUL if careful else Admission.FREE
    if code.with_adult is not None and age >= code.with_adult:
        return Admission.WITH_ADULT
    return Admission.NOT_ADMITTED
