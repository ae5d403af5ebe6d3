"""An entry's findings beside those of the films most like it."""

import pytest

from knowledge.curation.neighbour_differences import MOST_OF_THEM, NEIGHBOURS, far_from_neighbours
from knowledge.entry import Movie
from knowledge.library import Library
from tests.films import film, finding


def others(*levels: str) -> list[Movie]:
    """Films of one kind with these levels of one topic."""
    return [
        film(finding("fear", level)).model_copy(update={"id": f"other-{place}", "genres": ("Family",)})
        for place, level in enumerate(levels)
    ]


def notes(level: str, guide: list[Movie]) -> list[str]:
    movie = film(finding("fear", level)).model_copy(update={"genres": ("Family",)})
    return [str(note) for note in far_from_neighbours([("boat.toml", movie)], [movie, *guide])]


@pytest.mark.parametrize(("level", "noted"), [("none", 0), ("mild", 0), ("moderate", 1), ("severe", 1)])
def test_two_steps_from_most_of_its_neighbours_is_noted_and_one_is_not(level: str, noted: int) -> None:
    guide = others(*["none"] * MOST_OF_THEM, *["mild"] * (NEIGHBOURS - MOST_OF_THEM))
    assert len(notes(level, guide)) == noted


def test_it_is_told_what_most_hold_and_which_films(library: Library) -> None:
    (note,) = notes("severe", others(*["none"] * NEIGHBOURS))
    assert note.startswith("boat.toml: findings.0.level: fear is severe, and films most like it hold none: ")
    assert "other-0, other-1, other-2;" in note
    movies = library.movies
    every = far_from_neighbours(movies.items(), movies.values())
    assert len({each.file for each in every}) <= len(movies) / 4


def test_few_neighbours_say_nothing() -> None:
    assert notes("severe", others(*["none"] * (NEIGHBOURS - 1))) == []


def test_films_of_another_kind_are_asked_last() -> None:
    strange = [
        film(finding("fear", "severe")).model_copy(update={"id": f"strange-{place}", "genres": ("Horror",)})
        for place in range(30)
    ]
    assert len(notes("severe", [*strange, *others(*["none"] * NEIGHBOURS)])) == 1
