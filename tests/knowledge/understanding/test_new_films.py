"""The film of a conversation is answered only where the message names no other: many titles, many lists."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.titles_factory import shipped_titles
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.library import film_of
from knowledge.reading import Reading
from knowledge.titles.folding import fold
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding
from tests.films import shipped_library
from tests.made import machine

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
THREE = ("coraline-2009", "inside-out-2-2024", "coco-2017")
SPOKEN_OF = (*THREE, "the-lion-king-1994", "toy-story-1995", "it-2017")
"""Films, among them those that have another version, or further parts, which may be meant as well."""
PRONOUNS = frozenset({"it", "us", "her"})
"""Titles that in small letters are rather a word of the question."""
STAYS = 0.97
"""The part of follow-ups that stay with the film spoken of."""
MISSED = {"all": 0.0, "shipped": 0.0, "three": 0.0}
"""The part of newly named films that may be taken for words of the question: `what about the others`."""
INVENTED = (
    "The Last Lighthouse Cat", "Wobbly Hollow", "Quibble", "Captain Marrow", "The Tin Orchard", "Moonpup 2",
    "Sunny Side Down", "Brindlewick", "A Winter of Foxes", "Robot Grandpa", "Pip and the Paper Sea",
    "Thornbury",
)  # fmt: skip
ABOUT_THE_INVENTED = (
    "is {} ok for 10", "what about {}", "{} - any swearing?", "how scary is {}",
    "does the dog die in {}", "and {} for 6?", "can my 6 year old watch {}", "is {} rated PG",
)  # fmt: skip
MOST_INVENTED = 6
WHOLE = "USHER_PROVE_TITLES" in os.environ
"""Each title in each question after every film; otherwise the films take turns."""


@pytest.fixture(scope="module", params=["all", "shipped", "three"])
def world(request: pytest.FixtureRequest) -> tuple[str, Titles]:
    """Which films are known: every one, those that come with Usher, or three."""
    movies = shipped_library().movies
    match request.param:
        case "all":
            return "all", request.getfixturevalue("many_films")
        case "shipped":
            return "shipped", shipped_titles(machine())
        case _:
            return "three", Titles.of(film_of(movies[film]) for film in THREE)


@pytest.fixture(scope="module")
def reads(world: tuple[str, Titles], learned: Learned) -> Understanding:
    """The reader over these films."""
    return Understanding(world[1], read_vocabulary(), learned)


def follow_ups() -> Iterator[str]:
    """All that is asked without a title."""
    for language in FOLLOW_UPS.values():
        yield from language["plain"]
        yield from (each.format(age) for each in language["for_age"] for age in language["ages"])


def is_about_another(reading: Reading, title: str, titles: Titles) -> bool:
    """Whether a question is answered about a film that is not called so."""
    films = (titles.named(question.movie) for question in reading.questions if question.movie)
    return any(film and fold(title) not in map(fold, (film.title, *film.names)) for film in films)


def typed(title: str, way: int) -> str:
    """A title as it is written, or in small letters; a pronoun stays as it is."""
    return title if way == 0 or title.lower() in PRONOUNS else title.lower()


@pytest.mark.prove
def test_a_newly_named_film_is_not_answered_as_another(
    world: tuple[str, Titles], reads: Understanding
) -> None:
    titles = world[1]
    asked = [
        (title, film, question.format(typed(title, way)))
        for way, film in enumerate(map(titles.named, SPOKEN_OF))
        for at, title in enumerate(WELL_KNOWN)
        if film and fold(title) not in (fold(film.title), *fold(film.title).split())
        for place, question in enumerate(ASKED)
        if WHOLE or (at + place) % len(SPOKEN_OF) == way
    ]
    assert len(asked) > (5000 if WHOLE else 5000 / len(SPOKEN_OF))
    answered = [
        text for title, film, text in asked if is_about_another(reads.read(text, film), title, titles)
    ]
    assert len(answered) <= MISSED[world[0]] * len(asked), answered


def test_a_title_that_nobody_knows_is_not_answered_as_the_film_before(
    world: tuple[str, Titles], reads: Understanding
) -> None:
    coco = world[1].named("coco-2017")
    asked = [
        question.format(each)
        for title in INVENTED
        for each in (title, title.lower())
        for question in ABOUT_THE_INVENTED
    ]
    answered = [
        text
        for text in asked
        if any(question.movie == "coco-2017" for question in reads.read(text, coco).questions)
    ]
    assert len(asked) == 192
    assert len(answered) <= MOST_INVENTED, answered


def test_what_names_nothing_stays_with_the_film_spoken_of(
    world: tuple[str, Titles], reads: Understanding
) -> None:
    asked = list(follow_ups())
    film = world[1].named("coraline-2009")
    readings = [reads.read(text, film) for text in asked]
    strayed = [each.text for each in readings if each.match != "context"]
    assert len(asked) >= 300
    assert len(strayed) <= (1 - STAYS) * len(asked), strayed
