"""Never Let Me Go carries the facts of the page that the project grew from, and none of its sentences."""

import re
from datetime import date
from pathlib import Path

import pytest

from knowledge.entry import Movie
from knowledge.library import Library

SEED = Path(__file__).parents[3].parent / "shared" / "seed"
LONGEST_SHARED_RUN = 7
"""Words in a row that would be a copy; names of people are left out."""


@pytest.fixture
def movie(library: Library) -> Movie:
    return library["never-let-me-go-2010"]


def test_it_has_every_part_of_the_page(movie: Movie) -> None:
    assert (movie.runtime, movie.studio) == (103, "Fox Searchlight")
    assert movie.directors == ("Mark Romanek",)
    assert set(movie.cast) == {"Andrew Garfield", "Carey Mulligan", "Keira Knightley"}
    assert movie.released.theatrical == date(2010, 9, 15)
    assert movie.released.home == date(2011, 2, 1)
    rating = movie.ratings[0]
    assert (rating.board, rating.code, rating.reason) == ("MPA", "R", "some sexuality and nudity")
    assert movie.story
    assert movie.quality
    assert movie.parents_need_to_know
    assert len(movie.talk_about) == 2


def test_the_three_teens_are_there_with_age_date_and_flags(movie: Movie) -> None:
    teens = [voice for voice in movie.voices if voice.who == "teen"]
    assert [(voice.age, voice.said_on) for voice in teens] == [
        (14, date(2013, 8, 11)),
        (14, date(2011, 7, 1)),
        (16, date(2012, 8, 20)),
    ]
    assert [set(voice.too_much) for voice in teens] == [set(), {"violence", "sex"}, {"sex", "language"}]
    assert teens[2].praises == ("positive_messages",)


def test_paragraphs_without_a_heading_are_marked_as_inferred(movie: Movie) -> None:
    for topic in ("violence", "sex", "language", "consumerism"):
        found = movie.finding(topic)
        assert found
        assert found.inferred


def test_what_the_page_does_not_say_is_left_unsaid(movie: Movie) -> None:
    for topic in ("alcohol", "drugs"):
        found = movie.finding(topic)
        assert found
        assert "csm" not in found.sources


def test_no_sentence_of_the_page_is_copied(movie: Movie) -> None:
    pages = sorted(SEED.glob("*.txt")) if SEED.exists() else []
    if not pages:
        pytest.skip("the seed page is not on this machine")
    page = _runs(pages[0].read_text(encoding="utf-8"))
    prose = movie.model_copy(update={"cast": ()})
    assert _runs(prose.model_dump_json()) & page == set()


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return {tuple(words[at : at + LONGEST_SHARED_RUN]) for at in range(len(words) - LONGEST_SHARED_RUN + 1)}
