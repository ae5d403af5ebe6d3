"""A text that is just a title, slips and numbers included, is the film that the titles would accept."""

import pytest

from bot.titles_factory import shipped_titles
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding
from tests.made import machine


@pytest.fixture(scope="module")
def titles() -> Titles:
    """The films that come with Usher."""
    return shipped_titles(machine())


@pytest.fixture(scope="module")
def reads(titles: Titles, learned: Learned) -> Understanding:
    """The reader over them."""
    return Understanding(titles, read_vocabulary(), learned)


@pytest.mark.parametrize(
    ("typed", "film", "ages"),
    [
        ("könig der löwen 2", ("The Lion King II: Simba's Pride", 1998), ()),
        ("enchanto", ("Encanto", 2021), ()),
        ("jurrasic park", ("Jurassic Park", 1993), ()),
        ("hunger games?", ("The Hunger Games", 2012), ()),
        ("godzila minus one", ("Godzilla Minus One", 2023), ()),
        ("coco 7", ("Coco", 2017), (7,)),
        ("moana 2 6", ("Moana 2", 2024), (6,)),
    ],
)
def test_a_title_with_a_slip_or_a_number_by_itself_is_the_film(
    typed: str, film: tuple[str, int], ages: tuple[int, ...], reads: Understanding
) -> None:
    reading = reads.read(typed)
    assert reading.movie is not None, reading
    assert ((reading.movie.title, reading.movie.year), reading.ages) == (film, ages)


@pytest.mark.parametrize(
    ("asked", "films"),
    [
        ("luca or soul for 5", {"Luca", "Soul"}),
        ("coco or up 5", {"Coco", "Up"}),
        ("which is scarier, mulan or brave", {"Mulan", "Brave"}),
        ("is coco and it ok for 10", {"Coco", "It"}),
        ("Toy Story 3 vs 4, which is milder", {"Toy Story 3", "Toy Story 4"}),
        ("is the Shrek sequel ok for 6", {"Shrek 2"}),
        ('is the "Frozen" sequel ok for 4', {"Frozen II"}),
    ],
)
def test_each_film_of_two_is_heard_in_small_letters_and_a_sequel_is_the_next_one(
    asked: str, films: set[str], reads: Understanding, titles: Titles
) -> None:
    reading = reads.read(asked)
    named = {film for question in reading.questions for film in (question.movie, *question.others) if film}
    assert {film.title for each in named if (film := titles.named(each))} == films
