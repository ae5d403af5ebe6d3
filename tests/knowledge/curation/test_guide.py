"""What people found wrong in the shipped guide stays right: the films by which a kind of fault is known."""

from collections import Counter

import pytest

from knowledge.entry import SOURCED, Level
from knowledge.library import Library

ANSWERS = {
    ("jaws-1975", "animal_harm"): {Level.PRESENT},
    ("wonder-2017", "animal_harm"): {Level.PRESENT},
    ("e-t-the-extra-terrestrial-1982", "animal_harm"): {Level.PRESENT},
    ("amelie-2001", "animal_harm"): {Level.PRESENT},
    ("wall-e-2008", "animal_harm"): {Level.NONE},
    ("the-lion-king-1994", "death_of_a_parent"): {Level.PRESENT},
    ("spider-man-into-the-spider-verse-2018", "death_of_a_parent"): {Level.PRESENT},
    ("up-2009", "death_of_a_parent"): {Level.NONE},
    ("the-hunger-games-2012", "suicide_and_self_harm"): {Level.MODERATE, Level.SEVERE},
    ("amelie-2001", "language"): {Level.MODERATE, Level.SEVERE},
}
TOLD = {
    ("jaws-1975", "animal_harm"): "dog",
    ("wonder-2017", "animal_harm"): "dog",
    ("wonder-2017", "grief_and_death"): "pet",
    ("e-t-the-extra-terrestrial-1982", "animal_harm"): "frogs",
    ("the-hunger-games-2012", "suicide_and_self_harm"): "berries",
    ("it-2017", "violence"): "monster, in the shape of a child",
    ("up-2009", "grief_and_death"): "pregnancy",
}
MORE_THAN_A_KISS = (
    *("passionate", "joke", "hint", "innuendo", "suggestive"),
    *("crude", "stare", "linger", "certain house", "goes wild"),
)
"""What the definition of mild asks for."""
FOR_ALL = {("MPA", "G"), ("MPA", "PG"), ("FSK", "0")}


@pytest.mark.parametrize(("place", "levels"), ANSWERS.items())
def test_what_the_story_answers_is_answered_so(
    library: Library, place: tuple[str, str], levels: set[Level]
) -> None:
    film, topic = place
    found = library[film].finding(topic)
    assert found
    assert found.level in levels


@pytest.mark.parametrize(("place", "word"), TOLD.items())
def test_who_or_what_it_happens_to_is_said(library: Library, place: tuple[str, str], word: str) -> None:
    film, topic = place
    found = library[film].finding(topic)
    assert found
    assert word in f"{found.says} {found.detail}"


def test_a_kiss_in_a_film_for_all_is_no_mild_sex(library: Library) -> None:
    for movie in library.movies.values():
        codes = {(rating.board, rating.code) for rating in movie.ratings}
        found = movie.finding("sex")
        if not (codes & FOR_ALL and "Family" in movie.genres and found and found.level is not Level.NONE):
            continue
        said = f"{found.says} {[rating.reason for rating in movie.ratings]}".lower()
        if "kiss" in found.says.lower():
            assert any(word in said for word in MORE_THAN_A_KISS), movie.id


def test_readers_of_one_page_are_heard_as_a_whole(library: Library) -> None:
    for movie in library.movies.values():
        aged = (voice for voice in movie.voices if voice.suits_from is not None and voice.who not in SOURCED)
        heard = Counter((voice.source, voice.who) for voice in aged)
        assert [place for place, ages in heard.items() if ages > 1] == [], movie.id
