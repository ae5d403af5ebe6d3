"""The age table beside the ages that reviewers in the entries give: near, and neither strict nor lax."""

from statistics import mean, median

from knowledge.answering.suitability import usual_age
from knowledge.entry import Movie
from knowledge.library import Library

NEAR_YEARS = 2.5


def reviewers(movie: Movie) -> list[int]:
    """The ages, in years, that experts and teachers give."""
    given = [voice.suits_from for voice in movie.voices if voice.who in {"expert", "educator"}]
    return [age for age in given if age is not None]


def test_usual_ages_lie_near_those_of_reviewers(library: Library) -> None:
    apart = [
        usual_age(movie, library.vocabulary).from_age - median(ages)
        for movie in library.movies.values()
        if (ages := reviewers(movie))
    ]
    assert len(apart) >= 15
    assert mean(abs(years) for years in apart) <= NEAR_YEARS
    assert abs(median(apart)) <= NEAR_YEARS
