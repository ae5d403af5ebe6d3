"""Films that nobody rated are no rivals of well known ones, and are found where they alone are meant."""

from dataclasses import replace

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.rivals import worth_offering
from knowledge.titles.titles import Titles

KNOWN = (
    ("Dune", 2021),
    ("The Thing", 1982),
    ("Halloween", 1978),
    ("Pocahontas", 1995),
    ("The Little Mermaid", 1989),
    ("Mission: Impossible", 1996),
    ("Spider-Man", 2002),
    ("Cinderella", 2015),
)
TYPED = ("{}", "{} movie", "{}s", "{} the movie")


def home_made(title: str) -> list[Film]:
    names = (title, title, f"{title} Fan Film", f"{title}s", f"{title} (1982)", f"A {title}")
    return [Film(f"made-{at}", name, None if at % 2 else 1990 + at) for at, name in enumerate(names)]


def known(title: str, year: int, votes: int = 90_000, *, guide: bool = False) -> Film:
    return Film("known", title, year, votes=votes, guide=guide)


@pytest.mark.parametrize("guide", [False, True])
@pytest.mark.parametrize(("title", "year"), KNOWN)
def test_beside_a_well_known_film_nobody_is_offered_a_home_made_one(
    title: str, year: int, guide: bool
) -> None:
    film = known(title, year, 0 if guide else 90_000, guide=guide)
    titles = Titles.of([film, *home_made(title)])
    decision = titles.find(title)
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, film)
    assert [match.film for match in decision.matches] == [film]
    misspelt = f"{title[:-2]}{title[-1]}{title[-2]}"
    assert titles.find(misspelt).matches[0].film is film


@pytest.mark.parametrize(("title", "year"), KNOWN)
def test_with_title_and_year_the_home_made_one_is_found(title: str, year: int) -> None:
    made = Film("made", title, 2014)
    decision = Titles.of([known(title, year), made]).find(f"{title} (2014)")
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, made)


@pytest.mark.parametrize(("title", "year"), KNOWN)
def test_where_only_the_home_made_one_is_called_so_it_is_asked_about(title: str, year: int) -> None:
    made = Film("made", f"{title} Fever", 2014)
    decision = Titles.of([known(title, year), made]).find(f"{title} fever")
    assert (decision.decided, decision.matches[0].film) == (Decided.CONFIRM, made)


def test_where_no_known_film_is_called_so_all_are_offered() -> None:
    films = [Film(f"made-{at}", "Blue Harbour", 1990 + at, votes=at) for at in range(3)]
    decision = Titles.of(films).find("blue harbour")
    assert {match.film.id for match in decision.matches} == {film.id for film in films}


def test_beside_an_answer_stand_only_films_that_somebody_rated() -> None:
    film, other = known("Dune", 2021), Film("other", "Dune", 1984, votes=500)
    made = Film("made", "Dune", 1990)
    elsewhere = Film("elsewhere", "Duneland", 1990)
    assert worth_offering((other, made, elsewhere), film) == (other, elsewhere)
    assert worth_offering((film, made)) == (film,)
    assert worth_offering((made, film)) == (made, film)
    assert worth_offering((made, elsewhere)) == (made, elsewhere)


CHILDS, ADULTS = known("Snow Day", 1982), Film("other", "Snow Day", 2017)


@pytest.mark.parametrize("votes", [(90_000, 90_000), (40_000, 10_000), (10_000, 40_000)])
@pytest.mark.parametrize("guide", [False, True])
@pytest.mark.parametrize("typed", ["snow day", "the snow day", "snow dya"])
def test_of_one_name_a_film_for_children_and_one_that_is_not_are_asked_about(
    votes: tuple[int, int], guide: bool, typed: str
) -> None:
    of_children = replace(CHILDS, votes=votes[0], guide=guide, for_children=True)
    of_adults = replace(ADULTS, votes=votes[1], for_children=False)
    decision = Titles.of([of_children, of_adults]).find(typed)
    assert decision.decided is Decided.CONFIRM
    assert {match.film for match in decision.matches} == {of_children, of_adults}


def test_the_one_with_a_guide_is_accepted_where_the_other_is_much_less_known() -> None:
    of_children = replace(CHILDS, votes=600_000, guide=True, for_children=True)
    of_adults = replace(ADULTS, votes=70_000, for_children=False)
    decision = Titles.of([of_children, of_adults]).find("snow day")
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, of_children)
    assert of_adults in {match.film for match in decision.matches}, "one press away"


def test_with_its_year_the_one_of_them_is_accepted() -> None:
    films = [replace(CHILDS, for_children=True), replace(ADULTS, votes=90_000, for_children=False)]
    for film in films:
        decision = Titles.of(films).find(f"snow day {film.year}")
        assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, film)


@pytest.mark.parametrize("votes", [(90_000, 90_000), (10_000, 40_000), (40_000, 10_000), (4, 90_000)])
def test_of_two_films_of_one_name_and_near_fame_a_guide_decides_nothing(votes: tuple[int, int]) -> None:
    written, other = (
        replace(film, votes=each, guide=film is CHILDS)
        for film, each in zip((CHILDS, ADULTS), votes, strict=True)
    )
    decision = Titles.of([written, other]).find("snow day")
    assert decision.decided is Decided.CONFIRM
    assert {match.film for match in decision.matches} == {written, other}


def test_of_two_guides_of_one_name_none_is_passed_over_however_little_known_it_is() -> None:
    new = replace(ADULTS, votes=200, guide=True)
    decision = Titles.of([replace(CHILDS, votes=800_000, guide=True), new]).find("snow day")
    assert decision.decided is Decided.CONFIRM
    assert new in {match.film for match in decision.matches}


SERIES = tuple(
    Film(f"harbour-{at}", f"Blue Harbour: Episode {at} - {name}", 1990 + at, votes=500_000, guide=at == 1)
    for at, name in enumerate(("The Tide", "The Storm", "The Long Way Home"), 1)
)


@pytest.mark.parametrize("typed", ["blue harbour", "the blue harbour"])
def test_a_first_film_that_is_called_as_its_whole_series_is_asked_about(typed: str) -> None:
    first = replace(SERIES[0], names=("Blue Harbour",))
    decision = Titles.of([first, *SERIES[1:]]).find(typed)
    assert decision.decided is Decided.CONFIRM
    assert {first, *SERIES[1:]} <= {match.film for match in decision.matches}
    assert Titles.of([first]).find("blue harbour").decided is Decided.ACCEPT
    assert (
        Titles.of([replace(first, title="Blue Harbour"), *SERIES[1:]]).find("blue harbour").decided
        is Decided.ACCEPT
    )
