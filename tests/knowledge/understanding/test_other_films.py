"""What is said beside the film spoken of: its own people, films that nobody knows, and doubt."""

import pytest

from knowledge.answers import NoSuchFilm, WhichFilm
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.guide import Guide
from knowledge.library import film_of
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding
from tests.films import shipped_library


@pytest.fixture(scope="module")
def guide(learned: Learned) -> Guide:
    """The films that ship, and no catalogue."""
    library = shipped_library()
    titles = Titles.of(map(film_of, library.movies.values()))
    return Guide(library, titles, Understanding(titles, read_vocabulary(), learned))


@pytest.mark.parametrize(
    ("film", "asked"),
    [
        ("frozen-2013", "does elsa die"),
        ("frozen-2013", "is anna hurt"),
        ("frozen-2013", "who voices Olaf"),
        ("inside-out-2-2024", "is anxiety scary"),
        ("inside-out-2-2024", "does bing bong die"),
        ("jaws-1975", "what about the shark"),
        ("coco-2017", "does Miguel get home"),
        ("the-lion-king-1994", "is mufasa killed"),
    ],
)
def test_what_the_entry_tells_of_belongs_to_the_film(guide: Guide, film: str, asked: str) -> None:
    reading = guide.ask(asked, film).reading
    assert (reading.match, reading.movie and reading.movie.id) == ("context", film)


@pytest.mark.parametrize(
    "title", ["scarface", "Trainspotting", "Basic Instinct", "reservoir dogs", "Serpico"]
)
def test_a_film_that_is_not_in_the_list_is_said_not_to_be(guide: Guide, title: str) -> None:
    ((_, answer),) = guide.ask(f"is {title} ok for 10", "inside-out-2-2024").answers
    assert answer == NoSuchFilm(title)


@pytest.mark.parametrize(
    ("film", "asked"),
    [("frozen-2013", "is frozen 3 ok for 5"), ("coco-2017", "is coco 2 ok for 5")],
)
def test_where_it_is_not_sure_one_asks_with_the_film_spoken_of(guide: Guide, film: str, asked: str) -> None:
    ((_, answer),) = guide.ask(asked, film).answers
    assert isinstance(answer, WhichFilm)
    assert film in [each.id for each in answer.candidates]
