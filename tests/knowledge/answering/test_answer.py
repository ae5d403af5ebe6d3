"""Every kind of question gets an answer, and the four ways of not saying yes read differently."""

import pytest

from knowledge.answering.answer import answer
from knowledge.answering.contents import assess, warnings_of
from knowledge.answers import (
    Aside,
    Facts,
    Glance,
    NoFilmNamed,
    NotRecorded,
    Quoted,
    Ratings,
    Suggestions,
    Suitability,
    Topics,
)
from knowledge.entry import Level, Voice
from knowledge.library import Library
from knowledge.questions import Intent, Question
from tests.films import VOCABULARY, film, finding

MOVIE = "never-let-me-go-2010"
BARE = film()
SHELF = Library.of([BARE], VOCABULARY)


@pytest.mark.parametrize("intent", Intent)
def test_every_kind_of_question_is_answered_for_every_film(library: Library, intent: Intent) -> None:
    for movie in library.movies:
        found = answer(Question(intent, movie, ages=(8,), topics=("fear",), others=(MOVIE,)), library)
        assert getattr(found, "movie", None) == library[movie]


@pytest.mark.parametrize("intent", Intent)
def test_a_film_of_which_nothing_is_recorded_never_gets_a_no(intent: Intent) -> None:
    found = answer(Question(intent, BARE.id, topics=("drugs",)), SHELF)
    assert (
        isinstance(found, Suitability | Glance | Topics | NotRecorded | Facts | Quoted | Suggestions)
        or intent is Intent.COMPARE
    )
    if isinstance(found, Topics):
        assert found.assessments[0].finding is None


def test_without_a_film_the_answer_asks_for_one(library: Library) -> None:
    assert answer(Question(Intent.SUITABILITY, ages=(5,)), library) == NoFilmNamed(Intent.SUITABILITY)
    assert answer(Question(Intent.UNKNOWN), library) == Aside("unclear")


def test_none_and_not_assessed_are_different_values() -> None:
    movie = film(finding("drugs", Level.NONE))
    topics = VOCABULARY.topics
    assert assess(movie, topics["drugs"]).finding is not None
    assert assess(movie, topics["alcohol"]).finding is None


def test_a_topic_is_disputed_when_a_voice_found_too_much_of_what_is_little() -> None:
    voice = Voice(who="teen", age=14, says="A view.", too_much=("violence", "sex"), source="s")
    movie = film(finding("violence", "mild"), finding("sex", "severe"), voices=(voice,))
    assert assess(movie, VOCABULARY.topics["violence"]).disputed_by == (voice,)
    assert assess(movie, VOCABULARY.topics["sex"]).disputed_by == ()


def test_warnings_come_most_first_and_every_topic_is_somewhere() -> None:
    movie = film(finding("sex", "mild"), finding("gore", "severe"), finding("drugs", "none"))
    found = warnings_of(movie, VOCABULARY)
    assert [one.topic.id for one in found.found] == ["gore", "sex"]
    assert [topic.id for topic in found.absent] == ["drugs"]
    assert len(found.found) + len(found.absent) + len(found.good) + len(found.not_assessed) == len(
        VOCABULARY.topics
    )


def test_facts_that_nobody_recorded_are_named(library: Library) -> None:
    assert answer(Question(Intent.FACTS, BARE.id, facts=("runtime",)), SHELF) == NotRecorded(
        BARE, Intent.FACTS, ("runtime",)
    )
    found = answer(Question(Intent.FACTS, MOVIE, facts=("runtime",)), library)
    assert isinstance(found, Facts)
    assert found.parts == ("runtime",)


def test_the_rating_carries_what_it_says_at_an_age(library: Library) -> None:
    found = answer(Question(Intent.AGE_RATING, MOVIE, ages=(13,)), library)
    assert isinstance(found, Ratings)
    assert found.ratings[0].rating.code == "R"
    assert found.ratings[0].at[0][0] == 13


def test_a_thing_that_is_no_topic_is_looked_for_in_the_entry(library: Library) -> None:
    found = answer(Question(Intent.CONTENT_TOPIC, MOVIE, words="hospital"), library)
    assert isinstance(found, Quoted)
    assert any("hospital" in quote.says for quote in found.quotes)
    assert all(quote.sources for quote in found.quotes)
    none = answer(Question(Intent.CONTENT_TOPIC, MOVIE, words="submarine"), library)
    assert isinstance(none, Quoted)
    assert none.quotes == ()
