"""The films that come with Usher and those of a catalogue: each film once, and no two taken for one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.store import Known
from knowledge.catalogue.union import each_once, together

BOAT = Known(
    "the-paper-boat-2001",
    "The Paper Boat",
    2001,
    100,
    80,
    ("paper boat", "Das Papierschiff"),
    (("MPA", "PG", "Usher"),),
    ("Usher",),
    other_ids=("tt0000001",),
    named=(("MPA", "fear", "mild"),),
)
UNNUMBERED = replace(BOAT, other_ids=())


def kept(film_id: str, title: str, year: int | None = 2001, votes: int = 7) -> Known:
    return Known(
        film_id, title, year, votes, 81, ("Bateau de papier",), (("FSK", "6", "a list"),), ("a list",)
    )


def merged(shipped: Known, *others: Known) -> dict[str, Known]:
    films = list(each_once([shipped], others))
    assert len({film.id for film in films}) == len(films)
    return {film.id: film for film in films}


def test_a_film_of_one_imdb_id_is_one_film_whatever_its_title() -> None:
    films = merged(BOAT, kept("tt0000001", "Bateau", 2002, votes=900))
    film = films.pop(BOAT.id)
    assert not films
    assert (film.title, film.year, film.runtime, film.votes) == ("The Paper Boat", 2001, 80, 900)
    assert film.names == ("paper boat", "Das Papierschiff", "Bateau", "Bateau de papier")
    assert film.ratings == (("FSK", "6", "a list"), ("MPA", "PG", "Usher"))
    assert (film.named, film.sources, film.other_ids) == (BOAT.named, ("Usher", "a list"), ("tt0000001",))


def test_a_film_of_one_title_and_year_is_one_film_and_keeps_the_other_id() -> None:
    for film_id in ("Q17", "tmdb5", "movielens9"):
        films = merged(BOAT, kept(film_id, "Paper Boat, The"))
        assert list(films) == [BOAT.id]
        assert films[BOAT.id].other_ids == ("tt0000001", film_id)
    assert list(merged(UNNUMBERED, kept("tt0000009", "The paper boat"))) == [BOAT.id]


def test_a_number_of_a_file_is_no_film_of_its_own_by_another_name_of_it() -> None:
    assert list(merged(BOAT, kept("Q17", "Das Papierschiff"))) == [BOAT.id]
    assert set(merged(BOAT, kept("tt0000009", "Das Papierschiff"))) == {BOAT.id, "tt0000009"}


def test_another_number_of_imdb_another_year_and_another_title_are_another_film() -> None:
    for other in (
        kept("tt0000009", "The Paper Boat"),
        kept("Q17", "The Paper Boat", 2011),
        kept("Q17", "The Paper Boat", None),
        kept("Q17", "The Paper Boat 2"),
    ):
        assert set(merged(BOAT, other)) == {BOAT.id, other.id}


def test_of_several_numbers_of_imdb_it_is_the_best_known_film() -> None:
    films = merged(
        UNNUMBERED, kept("tt0000008", "The Paper Boat", votes=3), kept("tt0000009", "The Paper Boat", votes=5)
    )
    assert set(films) == {BOAT.id, "tt0000008"}
    assert films[BOAT.id].imdb == "tt0000009"


IDS = st.sampled_from(["tt0000001", "tt0000002", "Q1", "tmdb1", "own1"])
TITLES = st.sampled_from(["The Paper Boat", "paper boat", "Das Papierschiff", "The Tin Kite"])
KEPT = st.builds(kept, IDS, TITLES, st.sampled_from([None, 2001, 2002]), st.integers(0, 9))


@given(st.lists(KEPT, unique_by=lambda film: film.id), st.sampled_from([BOAT, UNNUMBERED]))
def test_no_id_is_lost_and_none_leads_to_two_films(others: list[Known], shipped: Known) -> None:
    films = merged(shipped, *others)
    ids = [film_id for film in films.values() for film_id in (film.id, *film.other_ids)]
    assert len(ids) == len(set(ids))
    assert set(ids) == {shipped.id, *shipped.other_ids, *(film.id for film in others)}
    assert films[shipped.id].title == shipped.title


def test_what_one_says_alone_stays_as_it_is() -> None:
    assert together(BOAT) == BOAT
