"""Small parts that cards say alike: ratings, and what a field is called."""

import re

import pytest

from bot.entry.diff_lines import field_name
from bot.film.fragments import official_line
from bot.ui.phrases import Phrases
from knowledge.answering.board_rating import official_ratings
from knowledge.entry import Movie
from knowledge.entry_walk import fields_of
from knowledge.library import Library
from tests.bot.pretend import Person


def test_every_field_of_an_entry_has_a_plain_name(say: Phrases) -> None:
    unsaid = {"id", "provenance"}  # What changes by itself, and what the heading says.
    assert [
        name for name in fields_of(Movie) if not say.name(f"record.{name}", "") and name not in unsaid
    ] == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("pitch", "one line about the film"),
        ("released.home", "first day, at home"),
        ("findings.fear.level", "Scary moments"),
        ("findings.animal_harm.says", "An animal is hurt, the sentence"),
        ("findings.order", "what is in it, order"),
        ("left_open.animal_harm", "what was left open, and why, An animal is hurt"),
        ("ratings.MPA.code", "official rating, MPA, rating"),
        ("alternatives.the-tin-whale-1999.why", "instead, The tin whale (1999), why"),
        ("also_known_as.Dr. No.title", "other names, Dr. No, title"),
    ],
)
def test_a_field_that_differs_is_called_as_people_call_it(say: Phrases, key: str, name: str) -> None:
    assert field_name(key, say) == name


def test_a_rating_that_is_a_number_is_not_read_as_an_age_of_ours(library: Library, say: Phrases) -> None:
    for film in library.movies.values():
        for one in official_ratings(film, library.vocabulary):
            head = official_line(one, say)
            assert not re.match(r"\*\*\d+ ", head)
            assert one.rating.code in head


async def test_help_ends_with_its_list(parent: Person) -> None:
    seen = await parent.slash("help")
    lines = seen.text.splitlines()
    listed = [line.startswith("- ") for line in lines]
    assert listed == sorted(listed)
    assert "/movie" in seen.text
