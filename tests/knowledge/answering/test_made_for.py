"""For whom a film was made: it makes a verdict stricter, never milder, and is said where it decides."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.made_for import made_for
from knowledge.answering.suitability import fits_from, usual_age, verdict_at
from knowledge.entry import Movie, OfficialRating
from knowledge.library import Library
from knowledge.verdicts import MadeFor, Verdict
from tests.films import VOCABULARY, ages, finding, harmless, movies

AUDIENCE = VOCABULARY.audience
RATED = st.lists(
    st.sampled_from([(board.id, code) for board in VOCABULARY.boards.values() for code in board.codes]),
    max_size=4,
    unique_by=lambda pair: pair[0],
)


def rated(movie: Movie, *codes: tuple[str, str], genres: tuple[str, ...] = ()) -> Movie:
    ratings = tuple(OfficialRating(board=board, code=code, sources=("s",)) for board, code in codes)
    return movie.model_copy(update={"ratings": ratings, "genres": genres})


def test_a_film_passed_for_teenagers_is_not_for_small_children_whatever_is_in_it() -> None:
    movie = rated(harmless(finding("fear", "mild")), ("MPA", "PG-13"))
    found = verdict_at(movie, 6, VOCABULARY)
    assert found.verdict is Verdict.NOT_YET
    assert found.made_for == MadeFor(AUDIENCE.passed_from[2], (("MPA", "PG-13"),))
    assert usual_age(movie, VOCABULARY).from_age == AUDIENCE.passed_from[2]


def test_the_board_in_the_middle_counts_and_of_two_the_milder() -> None:
    codes = (("MPA", "R"), ("BBFC", "12A"), ("FSK", "0"))
    found = made_for(rated(harmless(), *codes), VOCABULARY)
    assert found == MadeFor(AUDIENCE.passed_from[2], codes[:2])
    assert made_for(rated(harmless(), ("MPA", "PG"), ("FSK", "0")), VOCABULARY) is None


def test_a_film_for_others_than_families_is_for_older_children() -> None:
    found = made_for(rated(harmless(), genres=("Drama",)), VOCABULARY)
    assert found == MadeFor(AUDIENCE.others_from, ())
    assert made_for(rated(harmless(), genres=("Drama", "Family")), VOCABULARY) is None
    assert made_for(harmless(), VOCABULARY) is None, "nobody recorded its genres"


@given(movies, RATED, st.sampled_from([(), ("Family",), ("Drama",)]), ages)
def test_it_never_makes_a_verdict_milder(
    movie: Movie, codes: list[tuple[str, str]], genres: tuple[str, ...], age: int
) -> None:
    plain, made = rated(movie), rated(movie, *codes, genres=genres)
    permits = [Verdict.NOT_YET, Verdict.CANNOT_TELL, Verdict.WITH_CARE, Verdict.FITS]
    before, after = (verdict_at(one, age, VOCABULARY) for one in (plain, made))
    assert permits.index(after.verdict) <= permits.index(before.verdict)
    assert usual_age(made, VOCABULARY).from_age >= usual_age(plain, VOCABULARY).from_age
    assert fits_from(made, VOCABULARY) >= fits_from(plain, VOCABULARY)


@given(movies, RATED, ages)
def test_whatever_is_not_yet_says_why(movie: Movie, codes: list[tuple[str, str]], age: int) -> None:
    found = verdict_at(rated(movie, *codes), age, VOCABULARY)
    if found.verdict is Verdict.NOT_YET:
        assert found.made_for or any(reason.from_age > age for reason in found.reasons)


def test_every_stage_of_a_board_has_an_age_that_never_falls() -> None:
    assert list(AUDIENCE.passed_from) == sorted(AUDIENCE.passed_from)


def test_genres_that_mean_families_are_those_of_the_guide(library: Library) -> None:
    genres = {genre for movie in library.movies.values() for genre in movie.genres}
    assert set(AUDIENCE.families) <= genres


def test_a_server_that_is_stricter_is_so_about_this_as_well() -> None:
    strict = VOCABULARY.stricter(2).audience
    assert strict.others_from == AUDIENCE.others_from + 2
    assert strict.passed_from[0] == AUDIENCE.passed_from[0] == 0
