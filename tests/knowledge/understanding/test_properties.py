"""What holds for every text."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.questions import Intent
from knowledge.reading import Reading
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

QUESTIONS = (
    "is coraline ok for 7",
    "what is jaws rated",
    "any swearing in stand by me?",
    "how long is titanic",
    "movies like moana",
    "coraline or corpse bride for my 9yo",
    "too scary for a 6 year old?",
)
WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        'is it ok for my 8 year old frozen too scary ? , ( ) " up the r pg 12a rated or than vs 2 lion king '
        "Jaws it's 1994 in second one why book . R of & Coraline",
    )
)
ages = st.integers(min_value=2, max_value=17)
kept = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def meaning(reading: Reading) -> tuple[object, ...]:
    """What was understood, without the text itself."""
    return reading.questions, reading.match, reading.movie, reading.ages, reading.topics, reading.candidates


@kept
@given(text=st.text(max_size=4_000))
@example(text="a" * 4_000)
@example(text="is " * 1_300)
@example(text="(" * 4_000)
@example(text="is it ok for 8 and " * 210)
@example(text="12 " * 1_300)
@example(text="…‮​א؀\x00\ud83d")
def test_any_text_is_read(text: str, understanding: Understanding) -> None:
    reading = understanding.read(text)
    assert reading.text == text
    assert reading.questions


@settings(kept, max_examples=200)
@given(words=st.lists(WORDS, max_size=40))
@example(words=["Coraline", "why", "r"])
@example(words=["38.5", "Coraline", "ok"])
@example(words=["2.5", "grader", "and", "elementary", "school", "kid"])
def test_any_mix_of_question_words_is_read(
    words: list[str], understanding: Understanding, titles: Titles
) -> None:
    for context in (None, titles.named("Jaws 1975")):
        reading = understanding.read(" ".join(words), context)
        assert all(0 <= age <= 110 for age in reading.ages)
        assert reading.match != "accept" or reading.movie is not None


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "polite", ["please {}", "hi! {}", "hello, {}", "{} please", "{} thanks", "Hey Usher, {}"]
)
def test_good_manners_change_nothing(question: str, polite: str, understanding: Understanding) -> None:
    assert meaning(understanding.read(polite.format(question))) == meaning(understanding.read(question))


@kept
@given(one=ages, other=ages)
def test_the_order_of_two_children_changes_nothing(
    one: int, other: int, understanding: Understanding
) -> None:
    first = understanding.read(f"is coraline ok for my {one} and {other} year olds")
    second = understanding.read(f"is coraline ok for my {other} and {one} year olds")
    assert meaning(first) == meaning(second)
    assert set(first.ages) == {one, other}


@kept
@given(age=ages)
def test_an_age_is_an_age_in_any_notation(age: int, understanding: Understanding) -> None:
    forms = ("{} year old", "{}yo", "{} y/o", "{}-year-old", "{} yr old", "{} years old")
    texts = [f"is coraline ok for a {form.format(age)}?" for form in forms] + [f"coraline for {age}?"]
    assert {understanding.read(text).ages for text in texts} == {(age,)}


@pytest.mark.parametrize("text", ["is xyzzy plover ok", "is  xyzzy   Plover ok"])
def test_what_was_typed_stays_as_typed(text: str, understanding: Understanding) -> None:
    sought = understanding.read(text).sought
    assert sought is not None
    assert sought in text


def test_nothing_asked_is_unknown(understanding: Understanding) -> None:
    assert understanding.read("").questions[0].intent is Intent.UNKNOWN


def test_of_words_it_is_kept_what_they_are_for_and_never_of_a_name(
    understanding: Understanding, learned: Learned
) -> None:
    understanding.read("is coraline ok for quillonia, she is 9")
    kept_words = repr(learned.word_kinds)
    assert "'she'" in kept_words
    assert "quillonia" not in kept_words
