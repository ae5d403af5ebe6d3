"""A title and its year name one film, however little known; a year that is one off asks."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles

TITLES = ("Torn", "Heat", "Home", "Love", "The Thing", "Up", "Death to Owls", "Room", "Rebecca")
OTHERS = ("Torn Apart", "Wrong Turn", "Heat Wave", "Home Alone", "Love Me", "The Thing Within", "Death to Us")
WAYS = ("{} ({})", "{} {}", "{}, {}", "{} - {}", "{} [{}]", "{}/{}", "{} from {}", "{} the {} version")
LED = ("the {} {}", "({}) {}")
LITTLE_KNOWN, KNOWN = 2_000, 900_000


def the_known() -> list[Film]:
    """Each title by two well known films, and well known films with a name around it, two of them of 2021."""
    named = [
        Film(f"{title} {year}", title, year, votes=KNOWN + year) for title in TITLES for year in (1982, 2003)
    ]
    return [*named, *(Film(f"{title} 2021", title, 2021, votes=KNOWN) for title in OTHERS)]


def ways(title: str, year: int) -> list[str]:
    behind = [way.format(title, year) for way in WAYS]
    return [*behind, *(way.format(year, title) for way in LED), f"{title} '{year % 100:02}"]


@pytest.mark.parametrize("votes", [0, LITTLE_KNOWN])
@pytest.mark.parametrize("title", TITLES)
def test_title_and_year_are_first_and_accepted_however_known_others_are(title: str, votes: int) -> None:
    film = Film("it", title, 2021, votes=votes)
    titles = Titles.of([*the_known(), film])
    for typed in ways(title, 2021):
        decision = titles.find(typed)
        assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, film), typed


@pytest.mark.parametrize("off", [-1, 1])
@pytest.mark.parametrize("title", TITLES)
def test_a_year_that_is_one_off_puts_the_film_first_and_asks(title: str, off: int) -> None:
    film = Film("it", title, 2021, votes=LITTLE_KNOWN)
    titles = Titles.of([*the_known(), film])
    for typed in (f"{title} ({2021 + off})", f"{title} {2021 + off}"):
        decision = titles.find(typed)
        assert decision.decided is Decided.CONFIRM, typed
        assert decision.matches[0].film is film, typed


def test_a_year_one_off_is_not_taken_for_another_film_with_one_article_more() -> None:
    frozen = Film("frozen", "Frozen", 2013, votes=KNOWN)
    for votes in (0, LITTLE_KNOWN):
        other = Film("the-frozen", "The Frozen", 2012, votes=votes)
        decision = Titles.of([frozen, other]).find("frozen 2012")
        assert decision.decided is Decided.CONFIRM
        assert decision.matches[0].film is frozen


ENDS_IN_A_YEAR: Sequence[tuple[str, int, int]] = (
    ("Death to 2020", 2020, 0),
    ("Death to 2021", 2021, 0),
    ("Blade Runner 2049", 2017, KNOWN),
    ("2012", 2009, KNOWN),
    ("1917", 2019, KNOWN),
    ("Wonder Woman 1984", 2020, KNOWN),
    ("Death Race 2000", 1975, LITTLE_KNOWN),
    ("Fantasia 2000", 1999, LITTLE_KNOWN),
    ("Airport 1975", 1974, LITTLE_KNOWN),
    ("Class of 1984", 1982, LITTLE_KNOWN),
    ("1941", 1979, LITTLE_KNOWN),
    ("Summer 1993", 2017, LITTLE_KNOWN),
)
NEAR = (
    "Death to Smoochy",
    "Blade Runner",
    "Wonder Woman",
    "Death Race",
    "Fantasia",
    "Airport",
    "Class",
    "Summer",
)


@pytest.mark.parametrize(("title", "year", "votes"), ENDS_IN_A_YEAR)
def test_a_title_that_ends_in_a_year_is_that_title(title: str, year: int, votes: int) -> None:
    film = Film("it", title, year, votes=votes)
    near = [Film(f"{each} 1982", each, 1981, votes=KNOWN) for each in NEAR]
    titles = Titles.of([film, *near])
    for typed in (title, f"{title} ({year})", f"{title} {year}", f"{title} movie"):
        decision = titles.find(typed)
        assert decision.matches[0].film is film, typed
        if typed != f"{title} movie" or votes:
            assert decision.decided is Decided.ACCEPT, typed


@given(title=st.sampled_from(TITLES), year=st.integers(1950, 2024))
def test_a_home_made_film_called_title_and_year_never_hides_the_one_of_that_year(
    title: str, year: int
) -> None:
    real = Film("real", title, year, votes=KNOWN)
    copies = [Film("copy", f"{title} ({year})", None), Film("again", f"{title} {year}", year)]
    decision = Titles.of([real, *copies]).find(f"{title} {year}")
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, real)


def test_two_films_of_one_title_and_year_are_asked_about() -> None:
    films = [Film(f"twin-{at}", "Rebecca", 2020, votes=LITTLE_KNOWN) for at in range(2)]
    decision = Titles.of([*the_known(), *films]).find("Rebecca (2020)")
    assert decision.decided is Decided.CONFIRM
    assert {match.film.id for match in decision.matches[:2]} == {"twin-0", "twin-1"}
