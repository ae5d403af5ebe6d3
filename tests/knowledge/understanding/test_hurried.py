"""Bare numbers: ages beside a title, and nothing elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions import Intent
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding

AGES = st.integers(min_value=3, max_value=17)


@given(one=AGES, other=AGES)
def test_the_order_of_two_ages_changes_nothing(understanding: Understanding, one: int, other: int) -> None:
    first = understanding.read(f"is coraline ok for {one} and {other}")
    second = understanding.read(f"is coraline ok for {other} and {one}")
    assert first.ages == second.ages == tuple(sorted({one, other}))
    assert first.movie == second.movie


@given(age=AGES)
def test_a_bare_number_is_an_age_beside_a_title_only(understanding: Understanding, age: int) -> None:
    assert understanding.read(f"coco {age}?").ages == (age,)
    assert understanding.read(f"we won {age} nil").ages == ()


def test_the_number_of_another_film_is_no_age(understanding: Understanding, titles: Titles) -> None:
    reading = understanding.read("jaws 2?")
    assert reading.movie == titles.exact("Jaws 2")[0]
    assert reading.ages == ()


def test_where_a_film_is_spoken_of_a_number_alone_is_an_age(
    understanding: Understanding, titles: Titles
) -> None:
    reading = understanding.read("6?", titles.exact("Coraline")[0])
    assert (reading.ages, reading.match, reading.questions[0].intent) == ((6,), "context", Intent.SUITABILITY)
