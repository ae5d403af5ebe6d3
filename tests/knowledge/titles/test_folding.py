"""One spelling for every way to write a title."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.folding import fold, slug
from knowledge.titles.query import read
from knowledge.titles.similarity import similarity
from knowledge.titles.titles import Titles
from knowledge.titles.words import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rocky IV", "rocky four"),
        ("Lion King, The", "The Lion King"),
        ("Haine, La", "la haine"),
        ("E.T.", "et"),
        ("M*A*S*H", "mash"),
        ("Amélie", "amelie"),
        ("Kill Bill: Vol. 2", "kill bill volume two"),
        ("Star Wars: Episode V", "star wars 5"),
        ("Friday the 13th", "friday the thirteenth"),
        ("Fast & Furious", "fast and furious"),
        ("Fast & Furious", "fast n furious"),
        ("One Hundred and One Dalmatians", "101 dalmatians"),
        ("Twenty-One Bridges", "21 bridges"),
        ("Dr. No", "doctor no"),
        ("8MM", "8 mm"),
        ("Ocean's Eleven", "oceans 11"),
    ],
)
def test_two_ways_to_write_a_title_are_one(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("V for Vendetta", "5 for vendetta"), ("I, Robot", "1 robot"), ("Frozen", "Frozen II")]
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert words(one) != words(other)


@given(st.text())
@example("㎐")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_can_be_read_and_looked_for(text: str) -> None:
    titles = Titles.of([Film("up-2009", "Up", 2009, guide=True), Film("her-2013", "Her", 2013, guide=True)])
    read(text)
    assert len(titles.find(text).matches) <= 5
    titles.complete(text)
    titles.exact(text)


@given(st.lists(st.sampled_from(["the", "lion", "king", "2", "frozen", "never", "let"]), min_size=1))
def test_a_name_is_wholly_like_itself_and_nothing_is_liker(listed: list[str]) -> None:
    name = tuple(listed)
    assert similarity(name, name).score == 100
    assert similarity(name, (*name, "more")).score < 100


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("it (2017)", 2017),
        ("it 2017", 2017),
        ("it from 2017", 2017),
        ("the 2017 it", 2017),
        ("it '17", 2017),
        ("it, 2017 version", 2017),
        ("it [2017]", 2017),
        ("it the 1990 one", 1990),
        ("2012", None),
        ("blade runner 2049", None),
    ],
)
def test_a_year_is_read_in_every_form(typed: str, year: int | None) -> None:
    assert read(typed).readings[-1].year == year


def test_a_year_that_is_part_of_a_title_is_no_hint() -> None:
    films = [Film("wonder-woman-1984-2020", "Wonder Woman 1984", 2020, guide=True)]
    decision = Titles.of([*films, Film("wonder-woman-2017", "Wonder Woman", 2017, guide=True)]).find(
        "wonder woman 1984"
    )
    assert (decision.decided, decision.matches[0].film.year) == (Decided.ACCEPT, 2020)


LONG = "Borat: Cultural Learnings of America for Make Benefit Glorious Nation of Kazakhstan"


@pytest.mark.parametrize(
    ("title", "year", "expected"),
    [
        (LONG, 2006, "borat-cultural-learnings-of-america-for-make-benefit-2006"),
        ("日本", 2020, "u65e5-u672c-2020"),
        ("???", 1999, "untitled-1999"),
        ("x" * 100, 1999, f"{'x' * 55}-1999"),
    ],
)
def test_every_title_has_an_id_that_a_button_can_carry(title: str, year: int, expected: str) -> None:
    assert slug(title, year) == expected
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title, year))
    assert len(slug(title, year)) <= 60
