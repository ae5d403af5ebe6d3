"""Small parts that cards say alike: which sources a line has, and what a field is called."""

import re

import pytest

from bot.cards.differing import field_name
from bot.cards.phrases import Phrases
from bot.cards.saying import Notes, official_lines
from knowledge.answering.official import official_ratings
from knowledge.facts import Movie, Source
from knowledge.library import Library
from tests.bot.pretend import Person


@pytest.mark.parametrize(
    ("cited", "marks"),
    [
        ("a", "¹"),
        ("ab", "¹ ²"),
        ("abc", "¹⁻³"),
        ("acb", "¹⁻³"),
        ("aa", "¹"),
        ("", ""),
    ],
)
def test_the_sources_of_a_line_are_not_read_as_one_number(library: Library, cited: str, marks: str) -> None:
    film = next(iter(library.movies.values()))
    notes = Notes(film.model_copy(update={"sources": {key: Source(name=key) for key in "abc"}}))
    assert notes.cite(*cited).replace("\u202f", " ") == marks


def test_sources_that_were_cited_before_keep_their_numbers(library: Library) -> None:
    film = next(iter(library.movies.values()))
    notes = Notes(film.model_copy(update={"sources": {key: Source(name=key) for key in "abcde"}}))
    notes.cite(*"abcde")
    assert notes.cite("e", "a", "b", "c").replace("\u202f", " ") == "¹⁻³ ⁵"


def test_every_field_of_an_entry_has_a_plain_name(say: Phrases) -> None:
    unsaid = {"id", "provenance"}  # What changes by itself, and what the heading says.
    assert [
        name for name in Movie.model_fields if not say.name(f"record.{name}", "") and name not in unsaid
    ] == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("pitch", "one line about the film"),
        ("released.home", "first day, at home"),
        ("findings.fear.level", "what is in it, fear, how much"),
        ("also_known_as.Dr. No.title", "other names, Dr. No, title"),
    ],
)
def test_a_field_that_differs_is_called_as_people_call_it(say: Phrases, key: str, name: str) -> None:
    assert field_name(key, say) == name


def test_a_rating_that_is_a_number_is_not_read_as_an_age_of_ours(library: Library, say: Phrases) -> None:
    for film in library.movies.values():
        for one in official_ratings(film, library.vocabulary):
            (head, *_) = official_lines(one, say, Notes(film))
            assert not re.match(r"\*\*\d+ ", head)
            assert one.rating.code in head


async def test_help_ends_with_its_list(parent: Person) -> None:
    seen = await parent.slash("help")
    lines = seen.text.splitlines()
    listed = [line.startswith("- ") for line in lines]
    assert listed == sorted(listed)
    assert "/movie" in seen.text
