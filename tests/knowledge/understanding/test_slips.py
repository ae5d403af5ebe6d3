"""Slips of the keyboard in the words of a question, and what is no slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.titles.titles import Titles
from knowledge.understanding.slips import meant_word, slips_of
from knowledge.understanding.understand import Understanding

SLIPS = slips_of(["violence", "appropriate", "language", "studios", "sad"])


@pytest.mark.parametrize("typed", ["violnce", "voilence", "violennce", "vialence"])
def test_one_letter_missing_moved_doubled_or_wrong_is_a_slip(typed: str) -> None:
    assert meant_word(typed, SLIPS) == "violence"


@pytest.mark.parametrize("typed", ["studies", "sed", "silence", "violin", "wiolence"])
def test_another_word_is_no_slip(typed: str) -> None:
    assert meant_word(typed, SLIPS) is None


@given(st.text(max_size=40))
def test_any_word_has_an_answer(typed: str) -> None:
    assert meant_word(typed, SLIPS) in (None, "violence", "appropriate", "language", "studios")


def test_a_title_is_no_slip_of_a_topic(understanding: Understanding, titles: Titles) -> None:
    reading = understanding.read("is luca violnt?")
    assert reading.movie == titles.exact("Luca")[0]
    assert reading.topics == ("violence",)


def test_the_longer_title_counts_and_not_the_one_inside_it(understanding: Understanding) -> None:
    reading = understanding.read("the lion king 1994 7?")
    assert reading.movie is not None
    assert reading.movie.title == "The Lion King"


@pytest.mark.parametrize("typed", ["apropriate", "approppriate", "aproppriate", "appropriatte"])
def test_letters_doubled_or_not_make_no_other_word(typed: str) -> None:
    assert meant_word(typed, SLIPS) == "appropriate"


def test_a_short_word_as_people_misspell_it_is_understood(understanding: Understanding) -> None:
    reading = understanding.read("wat is coraline rated")
    assert reading.questions[0].intent.value == "age_rating"
    assert reading.movie is not None
    assert reading.movie.title == "Coraline"


def test_a_misspelt_title_is_found_though_more_of_the_text_is_strange(understanding: Understanding) -> None:
    reading = understanding.read("ratatouile cleaver scene")
    assert reading.match in ("accept", "confirm")
    assert "Ratatouille" in {film.title for film in (reading.movie, *reading.candidates) if film}
