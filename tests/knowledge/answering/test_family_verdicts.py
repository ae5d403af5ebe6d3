"""Families beside the verdict: they can only make it stricter, and are named as what they are."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.answer import answer
from knowledge.answering.families import families_of, family_opinions, judged, objecting
from knowledge.answers import Reviews, Suitability
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.reviews.counts import recount
from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import Review, Reviewer
from knowledge.verdicts import Verdict
from tests.films import VOCABULARY, ages, harmless, movies
from tests.knowledge.reviews.test_counts import reviews

STRICTER = [Verdict.FITS, Verdict.WITH_CARE, Verdict.CANNOT_TELL, Verdict.NOT_YET]


def told(movie: Movie, *said: Review) -> Library:
    return Library.of([movie], VOCABULARY).with_families({movie.id: FilmReviews.of(recount(said))})


def by(who: Reviewer, *suits: int) -> list[Review]:
    return [Review(who=who, suits_from=age, stars=3) for age in suits]


@given(movies, ages, st.lists(reviews, max_size=8))
def test_what_families_say_never_makes_a_verdict_milder(movie: Movie, age: int, said: list[Review]) -> None:
    with_them, without = (judged(movie, age, told(movie, *one)).verdict for one in (said, []))
    assert STRICTER.index(with_them) >= STRICTER.index(without)
    assert with_them is without or (without, with_them) == (Verdict.FITS, Verdict.WITH_CARE)


@given(movies, st.lists(reviews, max_size=8))
def test_with_families_too_an_older_child_is_never_told_less(movie: Movie, said: list[Review]) -> None:
    library = told(movie, *said)
    found = [STRICTER.index(judged(movie, age, library).verdict) for age in range(22)]
    yes = [step <= STRICTER.index(Verdict.WITH_CARE) for step in found]
    assert yes == sorted(yes)


def test_three_object_by_their_median_and_fewer_each_for_themselves() -> None:
    movie = harmless()
    three = families_of(movie, told(movie, *by("parent", 6, 8, 16)))
    assert [(one.suits_from, one.spread) for one in family_opinions(three)] == [(8, (6, 16))]
    assert objecting(three, 8) == ()
    two = families_of(movie, told(movie, *by("parent", 6, 16)))
    assert [one.suits_from for one in objecting(two, 8)] == [16]


def test_who_objects_stands_first_in_the_line_of_voices() -> None:
    movie = harmless()
    library = told(movie, *by("parent", 4, 4, 4), *by("teen", 12, 12, 13))
    found = answer(Question(Intent.SUITABILITY, movie.id, (8,)), library)
    assert isinstance(found, Suitability)
    assert found.verdicts[0].verdict is Verdict.WITH_CARE
    assert [(one.who, one.count, one.suits_from, one.here) for one in found.opinions] == [
        ("teen", 3, 12, True),
        ("parent", 3, 4, True),
    ]


def test_a_film_of_which_only_families_speak_has_reviews() -> None:
    movie = harmless()
    asked = Question(Intent.REVIEW_SUMMARY, movie.id)
    found = answer(asked, told(movie, *by("parent", 8)))
    assert isinstance(found, Reviews)
    assert (found.families.reviews.count, found.families.computed) == (1, 0)
    assert not isinstance(answer(asked, told(movie)), Reviews)
