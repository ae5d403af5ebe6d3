"""Which of the titles seen in one text is meant, where everyday words are titles as well."""

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

FILMS = (
    Film("ok", "O.K.", 1970, (), 200),
    Film("nan", "Nana", 2005, (), 4_000),
    Film("bear", "Bear Attack", 1999, (), 500),
    Film("end", "The End", 1978, (), 4_600),
    Film("west", "Western", 2017, (), 4_400),
    Film("fire", "Fire", 1996, (), 6_500),
    Film("goblet", "Harry Potter and the Goblet of Fire", 2005, (), 700_000),
    Film("wild", "Wild Things", 1998, (), 136_000),
    Film("things", "Where the Wild Things Are", 2009, (), 100_000),
    Film("somebody", "Anna Berg", 2016, (), 0),
    Film("kingdom", "The Kingdom", 2007, (), 135_000),
    Film("owl", "Otto's Kingdom", 2023, (), 1_100),
    Film("witch", "The Witch", 2015, (), 329_000),
    Film("luca", "Luca", 2021, (), 200_000),
    Film("surf", "Surf's Up", 2007, (), 90_000),
    Film("grave", "Old Grave Road", 2001, (), 60_000),
    Film("hundred", "12", 2007, (), 16_000),
)


@pytest.fixture(scope="module")
def reads(learned: Learned) -> Understanding:
    """Understanding of films of which some are called as people talk."""
    return Understanding(Titles.of(FILMS), read_vocabulary(), learned)


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Luca - OK for a 6yr old doing an art project?", "luca"),
        ("Hello it's Nana. The boys have found something called Luca, is that alright", "luca"),
        ("Is Surf's Up still worth showing? bear attack, is it bloody", "surf"),
        ("Is it mean to turn off Surf's Up halfway? My 6 year old wanted to see the end", "surf"),
        ("is luca really for kids or did they just make a western for dads", "luca"),
        ("we tried Where the Wild Things Are and my 5yo went quiet. was he too young for it?", "things"),
        ("we tried where the wild things are, was he too young for it? 5", "things"),
        ("Luca (the Anna Berg one) ok for 6?", "luca"),
        ("is Otto's Kingdom ok for 6?", "owl"),
        ("Luca, is the witch too scary at 4", "luca"),
    ],
)
def test_everyday_words_beside_a_title_are_no_title(reads: Understanding, text: str, film: str) -> None:
    reading = reads.read(text)
    assert reading.movie is not None
    assert reading.movie.id == film


def test_the_end_of_a_name_in_capitals_is_not_taken_for_the_whole(reads: Understanding) -> None:
    reading = reads.read("who decided that Goblet of Fire was a PG")
    assert reading.movie is not None
    assert reading.movie.id == "goblet"


def test_a_certificate_is_no_title(reads: Understanding) -> None:
    assert reads.read("what's the difference between a 12 and a 15").movie is None


def test_a_film_that_few_know_is_still_found_where_it_is_the_only_one(reads: Understanding) -> None:
    reading = reads.read("is Bear Attack ok for 12")
    assert reading.movie is not None
    assert reading.movie.id == "bear"
