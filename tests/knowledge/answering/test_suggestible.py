"""What may be suggested: what is open is named, early is mild, and nothing that people publish much later."""

import pytest

from knowledge.answering.suggestion import suggest
from knowledge.entry import Finding, Level, Movie, OfficialRating, Voice
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.verdicts import FittingFilm
from tests.films import VOCABULARY, finding, harmless, shipped_library
from tests.knowledge.answering.test_family_verdicts import by, told

PASSED = (OfficialRating(board="MPA", code="G", sources=("s",)),)


def for_children(movie: Movie) -> Movie:
    return movie.model_copy(update={"genres": ("Family",), "ratings": PASSED})


def without(topic: str) -> Movie:
    rest: tuple[Finding, ...] = tuple(one for one in harmless().findings if one.topic != topic)
    return harmless().model_copy(update={"findings": rest})


def spoken(movie: Movie, *ages: int) -> Movie:
    voices = tuple(Voice(who="expert", says="Fine.", suits_from=age, source="s") for age in ages)
    return movie.model_copy(update={"voices": voices})


def suggested(age: int, *films: Movie) -> list[FittingFilm]:
    shelf = [movie.model_copy(update={"id": f"film-{place}"}) for place, movie in enumerate(films)]
    return list(suggest(Question(Intent.SUGGEST, ages=(age,)), Library.of(shelf, VOCABULARY)).films)


def test_what_boards_would_not_pass_for_children_may_be_open_and_is_named() -> None:
    (found,) = suggested(5, for_children(without("drugs")))
    assert [topic.id for topic in found.unseen] == ["drugs"]
    assert suggested(5, without("drugs")) == [], "no board passed it for children"


@pytest.mark.parametrize("topic", VOCABULARY.audience.looked_at)
def test_what_films_for_children_differ_in_must_have_been_looked_at(topic: str) -> None:
    assert suggested(5, for_children(without(topic))) == []


def test_a_mild_film_is_suggested_a_year_early_where_people_publish_so_and_it_is_said() -> None:
    mild = harmless(finding("fear", "mild"))
    age = VOCABULARY.topics["fear"].from_age(Level.MILD) - 1
    (found,) = suggested(age, spoken(mild, age, age + 1))
    assert found.early
    assert suggested(age, mild) == []
    assert suggested(age - 1, spoken(mild, age, age + 1)) == []
    (later,) = suggested(age + 1, spoken(mild, age, age + 1))
    assert not later.early


def test_a_film_to_which_families_of_the_server_object_is_not_suggested() -> None:
    movie = harmless()
    wish = Question(Intent.SUGGEST, ages=(6,))
    assert suggest(wish, told(movie, *by("parent", 4, 4, 4))).films
    assert not suggest(wish, told(movie, *by("parent", 9, 9, 9))).films


def test_a_film_that_people_publish_much_later_is_not_suggested() -> None:
    assert suggested(6, spoken(harmless(), 8, 9)) == []
    assert suggested(8, spoken(harmless(), 8, 9))


@pytest.mark.parametrize(("age", "least"), [(4, 10), *((age, 15) for age in range(5, 18))])
def test_the_guide_has_films_for_every_age_from_four_up(age: int, least: int) -> None:
    found = suggest(Question(Intent.SUGGEST, ages=(age,)), shipped_library())
    assert len(found.films) + found.more >= least


def test_films_that_hold_something_severe_come_last() -> None:
    severe, mild = harmless(finding("violence", "severe")), harmless(finding("violence", "mild"))
    assert [one.movie.id for one in suggested(17, severe, mild)] == ["film-1", "film-0"]
