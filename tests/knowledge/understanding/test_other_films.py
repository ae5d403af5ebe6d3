"""The film of a conversation is answered only where the message names no other, known or not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.answers import NoSuchFilm, WhichFilm
from knowledge.curation.shipped_guide import read_library, read_vocabulary
from knowledge.guide import Guide
from knowledge.library import film_of
from knowledge.titles.folding import fold
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.reading import Reading
from knowledge.understanding.understand import Understanding

HERE = Path(__file__).parent
WELL_KNOWN = (HERE / "well_known_titles.txt").read_text(encoding="utf-8").splitlines()
FOLLOW_UPS = tomllib.loads((HERE / "follow_ups.toml").read_text(encoding="utf-8"))
ASKED = (
    "is {} ok for 10",
    "what about {}",
    "{}?",
    "{} too scary for a 10 yr old",
    "does anyone die in {}",
    "my daughter wants to see {}, any swearing?",
)
SPOKEN_OF = ("Coraline 2009", "Inside Out 2 2024", "Marley & Me 2008")
PRONOUNS = frozenset({"it", "us", "her"})
"""Titles that in small letters are rather a word of the question."""
STAYS = 0.97
"""The part of follow-ups that stay with the film spoken of."""
MISSED = 0.012
"""The part of newly named films that may be taken for words of the question: `what about yesterday`."""


def follow_ups() -> Iterator[str]:
    """All that is asked without a title."""
    for language in FOLLOW_UPS.values():
        yield from language["plain"]
        yield from (each.format(age) for each in language["for_age"] for age in language["ages"])


def about_another(reading: Reading, title: str, titles: Titles) -> bool:
    """Whether a question is answered about a film that is not called so."""
    films = (titles.named(question.movie) for question in reading.questions if question.movie)
    return any(film and fold(title) not in map(fold, (film.title, *film.names)) for film in films)


def typed(title: str, way: int) -> str:
    """A title as it is written, or in small letters; a pronoun stays as it is."""
    return title if way == 0 or title.lower() in PRONOUNS else title.lower()


def test_the_titles_are_many_and_half_of_them_unknown(titles: Titles) -> None:
    known = [title for title in WELL_KNOWN if titles.exact(title)]
    assert len(WELL_KNOWN) == len(set(WELL_KNOWN)) == 300
    assert len(known) == 150


def test_a_newly_named_film_is_not_answered_as_another(understanding: Understanding, titles: Titles) -> None:
    asked = [
        (title, film, question.format(typed(title, way)))
        for way, film in enumerate(map(titles.named, SPOKEN_OF))
        for title in WELL_KNOWN
        if film and fold(title) != fold(film.title)
        for question in ASKED
    ]
    answered = [
        text for title, film, text in asked if about_another(understanding.read(text, film), title, titles)
    ]
    assert len(answered) <= MISSED * len(asked), answered


def test_what_names_nothing_stays_with_the_film_spoken_of(
    understanding: Understanding, titles: Titles
) -> None:
    asked = list(follow_ups())
    film = titles.named("Coraline 2009")
    readings = [understanding.read(text, film) for text in asked]
    stay = [reading for reading in readings if reading.match == "context"]
    assert len(asked) >= 300
    assert not any(reading.movie not in (film, None) for reading in readings)
    assert len(stay) >= STAYS * len(asked), [each.text for each in readings if each not in stay]


@pytest.fixture(scope="module")
def guide(learned: Learned) -> Guide:
    """The films that ship, and no catalogue."""
    library = read_library()
    titles = Titles.of(map(film_of, library.movies.values()))
    return Guide(library, titles, Understanding(titles, read_vocabulary(), learned))


@pytest.mark.parametrize(
    ("film", "asked"),
    [
        ("frozen-2013", "does elsa die"),
        ("frozen-2013", "is anna hurt"),
        ("frozen-2013", "who voices Olaf"),
        ("frozen-2013", "is Hans mean?"),
        ("inside-out-2-2024", "is anxiety scary"),
        ("inside-out-2-2024", "does bing bong die"),
        ("jaws-1975", "what about the boat"),
        ("coco-2017", "does Miguel get home"),
        ("the-lion-king-1994", "is mufasa killed"),
    ],
)
def test_what_the_entry_tells_of_belongs_to_the_film(guide: Guide, film: str, asked: str) -> None:
    reading = guide.ask(asked, film).reading
    assert (reading.match, reading.movie and reading.movie.id) == ("context", film)


@pytest.mark.parametrize("title", ["deadpool", "Fight Club", "Scarface", "the goonies", "Bambi"])
def test_a_film_that_is_not_in_the_list_is_said_not_to_be(guide: Guide, title: str) -> None:
    ((_, answer),) = guide.ask(f"is {title} ok for 10", "inside-out-2-2024").answers
    assert answer == NoSuchFilm(title)


@pytest.mark.parametrize(
    ("film", "asked"),
    [("frozen-2013", "is frozen 3 ok for 5"), ("frozen-2013", "us too scary for a 10 yr old")],
)
def test_where_it_is_not_sure_one_asks_with_the_film_spoken_of(guide: Guide, film: str, asked: str) -> None:
    ((_, answer),) = guide.ask(asked, film).answers
    assert isinstance(answer, WhichFilm)
    assert film in [each.id for each in answer.candidates]
