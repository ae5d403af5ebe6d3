"""What families type where nothing was imported: the films that come with Usher are found, none wrongly."""

from collections import defaultdict
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_index import film_of
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.library import Library
from knowledge.library import film_of as guided
from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles, in_memory
from knowledge.titles.words import words

TYPED = (Path(__file__).parent / "families.tsv").read_text(encoding="utf-8").splitlines()[1:]
MOST = 0.95


@pytest.fixture(scope="module")
def fresh(library: Library) -> Titles:
    """The films of a machine on which Usher was just installed."""
    return in_memory(map(film_of, SHIPPED.films())).with_films(map(guided, library.movies.values()))


def test_nearly_all_that_families_type_is_accepted_and_nothing_wrongly(fresh: Titles) -> None:
    right, wrong = 0, list[str]()
    for typed, film_id in (line.split("\t") for line in TYPED):
        decision = fresh.find(typed)
        if decision.decided is Decided.ACCEPT:
            hit = decision.matches[0].film.id == film_id
            right += hit
            wrong += [] if hit else [typed]
    assert wrong == []
    assert right >= MOST * len(TYPED)


@pytest.mark.parametrize("typed", [line.split("\t")[0] for line in TYPED])
def test_what_families_mean_is_among_what_is_offered(fresh: Titles, typed: str) -> None:
    meant = next(line.split("\t")[1] for line in TYPED if line.startswith(f"{typed}\t"))
    assert meant in [match.film.id for match in fresh.find(typed).matches]


@pytest.mark.parametrize(
    ("typed", "films"),
    [
        ("snow white", {"snow-white-2025", "snow-white-and-the-seven-dwarfs-1937"}),
        ("dune", {"dune-1984", "dune-part-one-2021"}),
        ("cinderella", {"cinderella-1950", "cinderella-2015", "cinderella-1997", "cinderella-2021"}),
        ("pinocchio", {"pinocchio-1940", "pinocchio-2022", "pinocchio-2019"}),
        ("mulan", {"mulan-1998", "mulan-2020"}),
        ("peter pan", {"peter-pan-1953", "peter-pan-2003"}),
        ("ghostbusters", {"ghostbusters-1984", "ghostbusters-2016"}),
        ("alice in wonderland", {"alice-in-wonderland-1951", "alice-in-wonderland-2010"}),
        ("little women", {"little-women-2019", "little-women-1994"}),
        ("freaky friday", {"freaky-friday-2003", "freaky-friday-1976"}),
        ("the parent trap", {"the-parent-trap-1998", "the-parent-trap-1961"}),
        ("superman", {"superman-2025", "superman-1978"}),
        ("the addams family", {"the-addams-family-1991", "the-addams-family-2019"}),
        ("101 dalmatians", {"one-hundred-and-one-dalmatians-1961", "101-dalmatians-1996"}),
        ("willy wonka", {"wonka-2023", "willy-wonka-and-the-chocolate-factory-1971"}),
        (
            "star wars",
            {
                "star-wars-episode-iv-a-new-hope-1977",
                "star-wars-episode-vii-the-force-awakens-2015",
            },
        ),
        ("aladdin", {"aladdin-1992", "aladdin-2019"}),
        ("the snowman", {"the-snowman-1982", "the-snowman-2017"}),
        ("snowman", {"the-snowman-1982", "the-snowman-2017"}),
        (
            "the girl with the dragon tattoo",
            {"the-girl-with-the-dragon-tattoo-2009", "the-girl-with-the-dragon-tattoo-2011"},
        ),
        ("vice versa", {"vice-versa-1988", "inside-out-2015"}),
        (
            "charlie und die schokoladenfabrik",
            {"charlie-and-the-chocolate-factory-2005", "willy-wonka-and-the-chocolate-factory-1971"},
        ),
    ],
)
def test_of_films_of_one_name_none_is_taken_for_the_other(fresh: Titles, typed: str, films: set[str]) -> None:
    decision = fresh.find(typed)
    assert decision.decided is Decided.CONFIRM
    assert films <= {match.film.id for match in decision.matches}


@pytest.mark.parametrize(
    ("typed", "film_id"),
    [
        ("könig der löwen 2", "the-lion-king-ii-simbas-pride-1998"),
        ("le roi lion 2", "the-lion-king-ii-simbas-pride-1998"),
        ("ratatoullie", "ratatouille-2007"),
        ("monster inc", "monsters-inc-2001"),
        ("interview with a vampire", "interview-with-the-vampire-1994"),
    ],
)
def test_a_letter_moved_an_s_left_out_and_a_numbered_translation_are_slips(
    fresh: Titles, typed: str, film_id: str
) -> None:
    decision = fresh.find(typed)
    assert (decision.decided, decision.matches[0].film.id) == (Decided.ACCEPT, film_id)


@pytest.mark.parametrize("typed", ["2001", "2010", "10 things", "ça", "ca", "es"])
def test_what_everybody_writes_is_asked_about_even_where_a_film_is_called_so(
    fresh: Titles, typed: str
) -> None:
    assert fresh.find(typed).decided is Decided.CONFIRM


def test_a_film_that_gets_a_guide_keeps_its_id_and_its_names(fresh: Titles, library: Library) -> None:
    shipped = {film.id: film for film in SHIPPED.films()}
    both = [movie for movie in library.movies.values() if movie.id in shipped]
    assert both
    ids = {film_id: film.id for film in shipped.values() for film_id in film.other_ids}
    renamed = [
        (movie.id, ids[imdb]) for movie in library.movies.values() if (imdb := movie.external.imdb) in ids
    ]
    assert [(ours, theirs) for ours, theirs in renamed if ours != theirs] == []
    for movie in both:
        film = fresh.named(movie.id)
        assert film is not None
        assert film.guide
        assert {*shipped[movie.id].names} <= {film.title, *film.names}
        assert all(fresh.named(other) is film for other in shipped[movie.id].other_ids)


def test_of_one_title_no_film_for_children_is_taken_for_one_that_is_not(fresh: Titles) -> None:
    by_title: defaultdict[tuple[str, ...], list[Film]] = defaultdict(list)
    for film in map(film_of, SHIPPED.films()):
        by_title[words(film.title)].append(film)
    pairs = [films for films in by_title.values() if {film.for_children for film in films} >= {True, False}]
    assert pairs
    for films in pairs:
        decision = fresh.find(films[0].title)
        assert decision.decided is Decided.CONFIRM, films[0].title
        assert {film.id for film in films} <= {match.film.id for match in decision.matches}
