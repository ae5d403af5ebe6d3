"""An entry's findings beside what the boards named."""

import pytest

from knowledge.curation.board_differences import far_from_board
from knowledge.entry import Finding, Level, Movie, OfficialRating
from knowledge.library import Library


def entry(library: Library, level: Level, reason: str, code: str = "R") -> Movie:
    """A film of the guide with one rating and one finding, on violence."""
    return library.movies["up-2009"].model_copy(
        update={
            "ratings": (OfficialRating(board="MPA", code=code, reason=reason, sources=("one",)),),
            "findings": (Finding(topic="violence", level=level, says="Fights.", sources=("one",)),),
        }
    )


@pytest.mark.parametrize(
    ("level", "noted"),
    [(Level.NONE, True), (Level.MILD, True), (Level.MODERATE, False), (Level.SEVERE, False)],
)
def test_two_steps_from_the_board_is_noted_and_one_is_not(
    library: Library, level: Level, noted: bool
) -> None:
    notes = list(far_from_board(entry(library, level, "strong violence"), "up.toml"))
    assert [note.key for note in notes] == (["findings.0.level"] if noted else [])


def test_what_a_board_did_not_name_is_never_far(library: Library) -> None:
    assert list(far_from_board(entry(library, Level.SEVERE, "thematic elements", "PG"), "up.toml")) == []


def test_hardly_any_entry_of_the_guide_is_far_from_a_board(library: Library) -> None:
    notes = [str(note) for movie in library.movies.values() for note in far_from_board(movie, movie.id)]
    assert len(notes) <= len(library.movies) / 20, notes
