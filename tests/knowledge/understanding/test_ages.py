"""Ages in the ways that parents write them, and numbers that are no ages."""

import pytest

from knowledge.understanding.understand import Understanding


@pytest.mark.parametrize(
    ("said", "ages"),
    [
        ("my almost-4 year old", (3,)),
        ("a four and a half year old", (4,)),
        ("an 18 month old", (1,)),
        ("ages 5 to 9", (5, 9)),
        ("8-10 yr olds", (8, 10)),
        ("kids under 10", (9,)),
        ("my 5-, 7- and 9-year-olds", (5, 7, 9)),
        ("my three kids (4, 6, and 8)", (4, 6, 8)),
        ("my son who is 12 and my daughter who is nine", (9, 12)),
        ("a first grader", (6, 7)),
        ("my class of 4th graders", (9, 10)),
        ("Year 2 pupils", (6, 7)),
        ("toddlers", (1, 3)),
        ("a preschooler", (3, 5)),
        ("my kindergartener", (5, 6)),
        ("tweens", (10, 12)),
        ("young teens", (13, 14)),
        ("my teen (14)", (14,)),
        ("someone who is 11", (11,)),
        ("5+", (5,)),
    ],
)
def test_an_age_is_read(said: str, ages: tuple[int, ...], understanding: Understanding) -> None:
    assert understanding.read(f"is coraline ok for {said}").ages == ages


@pytest.mark.parametrize(
    "text",
    [
        "is coraline rated PG-13",
        "is coraline (2009) ok for kids",
        "we are a family of 5, is coraline ok",
        "i have 2 boys and 1 girl, is coraline ok",
        "coraline is 100 minutes long, is it ok for kids",
        "I saw coraline when I was 6, is it ok for kids",
        "coraline came out 16 years ago, is it ok for kids",
        "I am a 40 year old mom, is coraline ok for kids",
        "is the 40 year old virgin ok for my son",
        "is 12 angry men ok for school",
        "is coraline a 12A or a 15",
        "I gave coraline 9 out of 10. is it ok for kids",
    ],
)
def test_a_number_that_is_no_age_is_left(text: str, understanding: Understanding) -> None:
    assert understanding.read(text).ages == ()


def test_a_range_and_a_stage_are_said_back(understanding: Understanding) -> None:
    assert not understanding.read("is coraline ok for under 10s").plain
    assert not understanding.read("is coraline ok for toddlers").plain
