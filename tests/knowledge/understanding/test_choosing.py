"""Which film of a name is meant, and when one has to ask."""

import pytest

from bot.titles_factory import known_films
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.reading import Reading
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding
from tests.made import machine

FILMS = (
    Film("old", "Lilo & Stitch", 2002, (), 200_000),
    Film("new", "Lilo & Stitch", 2025, (), 0),
    Film("known", "The Witches", 1990, (), 90_000),
    Film("remake", "The Witches", 2020, (), 60_000),
    Film("first", "Dune", 1984, (), 187_000),
    Film("part", "Dune: Part One", 2021, (), 900_000),
    Film("again", "Dune", 2021, (), 0),
    Film("never", "Never Let Go", 2024, (), 30_000),
    Film("quiet", "A Quiet Place", 2018, (), 600_000),
    Film("coco", "Coco", 2017, (), 600_000),
    Film("play", "Playdate", 2012, (), 0),
)


@pytest.fixture(scope="module")
def reads(learned: Learned) -> Understanding:
    """Understanding of films of which some share a name."""
    return Understanding(Titles.of(FILMS), read_vocabulary(), learned)


@pytest.fixture(scope="module")
def shipped(learned: Learned) -> Understanding:
    """The same of all films that come with Usher."""
    return Understanding(known_films(machine())[1], read_vocabulary(), learned)


def _ids(reading: Reading) -> list[str]:
    return [film.id for film in reading.candidates]


def test_the_new_one_is_the_newest(shipped: Understanding) -> None:
    reading = shipped.read("is the new witches ok for 8")
    assert reading.movie is not None
    assert (reading.movie.title, reading.movie.year) == ("The Witches", 2020)


def test_films_of_one_name_that_are_as_well_known_are_asked_about(shipped: Understanding) -> None:
    reading = shipped.read("is lilo and stitch ok for 8")
    assert reading.match == "confirm"
    assert {film.year for film in reading.candidates} >= {2002, 2025}


def test_a_film_as_like_and_better_known_is_asked_about(shipped: Understanding) -> None:
    reading = shipped.read("is dune ok for 12")
    assert reading.match == "confirm"
    assert "dune-part-one-2021" in _ids(reading)


def test_the_first_side_of_a_comparison_may_be_misspelt(reads: Understanding) -> None:
    reading = reads.read("nevr let go scarier than quiet place")
    assert reading.movie is not None
    assert reading.movie.id == "never"
    assert reading.questions[0].others == ("quiet",)


@pytest.mark.parametrize("text", ["who is up for a playdate this afternoon", "my 4yo just drew on the wall"])
def test_everyday_talk_names_no_film(reads: Understanding, text: str) -> None:
    reading = reads.read(text)
    assert reading.movie is None
    assert reading.candidates == ()
