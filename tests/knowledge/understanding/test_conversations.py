"""The conversations that the guide was planned with, read one after the other."""

import pytest

from knowledge.questions import Intent
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding


@pytest.fixture
def film(titles: Titles) -> Film:
    """The film that the conversation is about."""
    found = titles.named("Never Let Me Go 2010")
    assert found is not None
    return found


def test_the_film_stays_while_the_age_changes(understanding: Understanding, film: Film) -> None:
    first = understanding.read("is it OK for 13?", film)
    second = understanding.read("and for 16?", film)
    assert (first.match, first.movie, first.ages) == ("context", film, (13,))
    assert (second.match, second.movie, second.ages) == ("context", film, (16,))
    assert first.questions[0].intent is second.questions[0].intent is Intent.SUITABILITY


def test_it_needs_saying_what_it_was_taken_for(understanding: Understanding, film: Film) -> None:
    assert not understanding.read("is it OK for 13?", film).plain
    assert not understanding.read("is coraline ok for toddlers").plain
    assert understanding.read("is coraline ok for 7").plain


def test_a_topic_is_asked_about_the_film_of_the_conversation(
    understanding: Understanding, film: Film
) -> None:
    question = understanding.read("does anyone die?", film).questions[0]
    assert (question.intent, question.movie) == (Intent.CONTENT_TOPIC, film.id)
    assert question.topics == ("grief_and_death",)


def test_two_children_and_a_fear(understanding: Understanding) -> None:
    reading = understanding.read("my 8 and 12 yr olds want to see coraline tonight, too scary?")
    assert reading.movie is not None
    assert (reading.movie.id, reading.ages, reading.topics) == ("Coraline 2009", (8, 12), ("fear",))


def test_nobody_is_pinged_by_what_is_sought(understanding: Understanding) -> None:
    reading = understanding.read("@everyone is Up ok for 5")
    assert reading.movie is not None
    assert (reading.movie.title, reading.sought, reading.ages) == ("Up", "Up", (5,))


def test_a_title_in_the_message_wins_over_the_conversation(understanding: Understanding, film: Film) -> None:
    reading = understanding.read("and is Coco ok for 5?", film)
    assert reading.match == "accept"
    assert reading.movie is not None
    assert reading.movie.title == "Coco"


def test_no_film_at_all_is_no_film(understanding: Understanding) -> None:
    reading = understanding.read("is it ok for 13")
    assert (reading.match, reading.movie, reading.sought, reading.candidates) == ("none", None, None, ())
    assert reading.questions[0].intent is Intent.SUITABILITY


def test_a_title_that_nobody_knows_is_named(understanding: Understanding) -> None:
    reading = understanding.read("is Xyzzy Plover ok for 5")
    assert (reading.match, reading.movie, reading.sought) == ("none", None, "Xyzzy Plover")


@pytest.mark.parametrize("title", ["it", "up", "her", "It", "Us", "1917"])
def test_a_short_title_by_itself_is_a_title(title: str, understanding: Understanding) -> None:
    movie = understanding.read(title).movie
    assert movie is not None
    assert movie.title.casefold() == title.casefold()


def test_a_correction_takes_another_film_of_the_name(understanding: Understanding, titles: Titles) -> None:
    reading = understanding.read("no, I meant the 1961 one", titles.named("West Side Story 2021"))
    assert reading.corrects
    assert reading.movie is titles.named("West Side Story 1961")


def test_an_impossible_age_is_said_kindly(understanding: Understanding) -> None:
    for age in (150, -3):
        reading = understanding.read(f"is cars ok for a {age} year old")
        assert (reading.ages, reading.aside) == ((), "age")


def test_danger_is_pointed_out_beside_the_answer(understanding: Understanding, film: Film) -> None:
    reading = understanding.read("my daughter wants to die, is it ok for her? she is 14", film)
    assert reading.aside == "danger"
    assert reading.ages == (14,)


def test_a_word_that_is_no_topic_is_kept_to_be_looked_for(understanding: Understanding, film: Film) -> None:
    question = understanding.read("are there any tornadoes in it?", film).questions[0]
    assert (question.intent, question.topics, question.words) == (Intent.CONTENT_TOPIC, (), "tornadoes")
