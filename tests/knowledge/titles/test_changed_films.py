"""What a changed film does to the titles that can be named, and what many changes leave behind."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from tests.knowledge.titles.test_index import FILMS


def test_after_many_changes_only_the_latest_state_is_found() -> None:
    titles = Titles.of([Film("up-2009", "Up", 2009, guide=True), Film("her-2013", "Her", 2013, guide=True)])
    for number in range(2, 80):
        film = Film("up-2009", f"Balloon House {number}", 2009, guide=True)
        titles = titles.with_films([film, Film(f"new-{number}", f"Novelty {number}", 2026, guide=True)])
    assert titles.find("balloon house 79").decided is Decided.ACCEPT
    assert titles.find("balloon house 78").decided is not Decided.ACCEPT
    assert titles.find("up").decided is not Decided.ACCEPT
    assert titles.find("novelty 2").matches[0].film.id == "new-2"
    assert titles.find("her").matches[0].film.id == "her-2013"
    assert len(titles.films) == 80


def test_many_changes_lie_on_several_segments_until_they_are_compacted(many: Titles) -> None:
    titles = many.with_films([Film("coraline-2009", "Coraline", 2009, guide=True)])
    for number in range(2, 120):
        titles = titles.with_films([Film(f"new-{number}", f"Novelty {number}", 2026, guide=True)])
    titles = titles.with_films([Film("new-3", "Renamed House", 2026, guide=True)], gone=["new-2", "new-119"])
    assert titles.fragmented
    for each in (titles, titles.compacted(), titles.compacted().with_films([]).compacted()):
        assert each.films == titles.films
        assert each.find("renamed house").matches[0].film.id == "new-3"
        assert {match.film.id for match in each.find("novelty 50").matches} >= {"new-50"}
        assert not {"new-2", "new-3", "new-119"} & {match.film.id for match in each.find("novelty 2").matches}
        assert each.find("coraline").matches[0].film.id == "coraline-2009"
        assert [film.id for film in each.exact("coraline")].count("coraline-2009") == 1
    assert not titles.compacted().fragmented


def test_films_that_are_taken_off_leave_no_empty_segments() -> None:
    titles = Titles.of(Film(f"new-{number}", f"Novelty {number}", 2026, guide=True) for number in range(9))
    for number in range(8):
        titles = titles.with_films([], gone=[f"new-{number}"])
    assert len(titles.sides) == 1
    assert [match.film.id for match in titles.find("novelty 8").matches] == ["new-8"]


def test_a_film_that_left_the_guide_is_not_found_and_the_catalogue_knows_it_again(many: Titles) -> None:
    guide = Film("our-coraline-2009", "Coraline", 2009, guide=True)
    laid = many.with_films([guide, Film("novelty-2026", "Novelty", 2026, guide=True)])
    later = laid.with_films([Film("other-2026", "Other Thing", 2026, guide=True)], gone=["our-coraline-2009"])
    assert laid.find("coraline").matches[0].film.guide
    assert not later.find("coraline").matches[0].film.guide
    assert later.named("our-coraline-2009") is None
    assert later.find("novelty").matches[0].film.id == "novelty-2026"
    again = later.with_films([guide])
    assert [film.id for film in again.exact("coraline")][:1] == ["our-coraline-2009"]
    assert len(again.exact("coraline")) == len(laid.exact("coraline"))


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(FILMS)), max_size=12))
def test_films_laid_on_and_taken_off_leave_what_the_last_state_has(steps: list[tuple[bool, Film]]) -> None:
    titles, state = Titles.of(FILMS[:2]), {film.id: film for film in FILMS[:2]}
    for added, film in steps:
        titles = titles.with_films([film] if added else [], gone=[] if added else [film.id])
        state = (
            {**state, film.id: film} if added else {key: one for key, one in state.items() if key != film.id}
        )
    for film in FILMS:
        found = {match.film.id for match in titles.find(film.title).matches}
        assert (film.id in found) == (film.id in state)
    assert titles.films.keys() == state.keys()
