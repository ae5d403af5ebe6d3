"""A few letters and a number are a title first, and short for a longer one where no film is called so."""

import pytest

from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles

SHORT: tuple[tuple[str, str, int], ...] = (
    ("hp 1", "Harry Potter and the Sorcerer's Stone", 2001),
    ("hp 2", "Harry Potter and the Chamber of Secrets", 2002),
    ("hp 3", "Harry Potter and the Prisoner of Azkaban", 2004),
    ("lotr 1", "The Lord of the Rings: The Fellowship of the Ring", 2001),
    ("lotr 2", "The Lord of the Rings: The Two Towers", 2002),
    ("lotr 3", "The Lord of the Rings: The Return of the King", 2003),
    ("kfp 1", "Kung Fu Panda", 2008),
    ("kfp 2", "Kung Fu Panda 2", 2011),
    ("t 2", "Terminator 2: Judgment Day", 1991),
    ("sw 4", "Star Wars: Episode IV - A New Hope", 1977),
    ("sw 5", "Star Wars: Episode V - The Empire Strikes Back", 1980),
    ("sw 6", "Star Wars: Episode VI - Return of the Jedi", 1983),
    ("gotg 1", "Guardians of the Galaxy", 2014),
    ("gotg 2", "Guardians of the Galaxy Vol. 2", 2017),
    ("mi 2", "Mission: Impossible II", 2000),
    ("ia 2", "Ice Age 2", 2006),
    ("k 2", "Kickers 2", 2012),
    ("g 20", "Gulls 20", 2013),
    ("x 2", "Xylophones 2", 2014),
)
"""What well known films are called for short, all of them by many."""
LONG = [Film(f"{title} {year}", title, year, votes=900_000 - at) for at, (_, title, year) in enumerate(SHORT)]
CODES = ("K2", "G20", "X2", "T2", "HP3", "KFP2", "SW4", "LOTR 2", "MI2", "IA2", "Gotg2", "M3GAN", "9")
"""What a film may be called whatever other films are called for short."""


def found(typed: str, *others: Film) -> Decision:
    return Titles.of([*LONG, *others]).find(typed)


def spellings(short: str) -> list[str]:
    return [short, short.replace(" ", ""), short.replace(" ", "").upper(), f"{short} movie"]


@pytest.mark.parametrize(
    ("typed", "title"), [(way, title) for short, title, _ in SHORT for way in spellings(short)]
)
def test_where_no_film_is_called_so_the_shorthand_is_understood(typed: str, title: str) -> None:
    decision = found(typed)
    assert decision.decided is not Decided.NONE
    assert decision.matches[0].film.title == title


@pytest.mark.parametrize("votes", [0, 7, 7_000, 2_000_000])
@pytest.mark.parametrize("code", CODES)
def test_a_film_that_is_called_so_comes_before_all_that_are_called_so_for_short(
    code: str, votes: int
) -> None:
    film = Film("code", code, 1999, votes=votes)
    titles = Titles.of([*LONG, film])
    for typed in (code, code.lower(), f"{code} the movie", f"the movie {code}", f"{code} film"):
        assert titles.find(typed).matches[0].film is film, typed


@pytest.mark.parametrize("code", ["K2", "G20", "T2", "HP3", "KFP2", "SW4", "LOTR 2", "MI2", "IA2", "Gotg2"])
def test_an_article_before_it_does_not_change_that(code: str) -> None:
    film = Film("code", code, 1999)
    assert found(f"the {code}", film).matches[0].film is film


@pytest.mark.parametrize("code", CODES)
def test_with_its_year_it_is_the_one(code: str) -> None:
    film = Film("code", code, 1999)
    for typed in (f"{code} (1999)", f"{code} 1999", f"the 1999 {code}"):
        decision = found(typed, film)
        assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, film), typed


def test_beside_a_far_better_known_film_it_is_asked_about() -> None:
    decision = found("K2", Film("k2", "K2", 1999, votes=7_000))
    assert decision.decided is Decided.CONFIRM
    assert [match.film.title for match in decision.matches[:2]] == ["K2", "Kickers 2"]


def test_a_part_of_a_title_counts_as_one_if_anybody_rated_the_film() -> None:
    rated = Film("d2", "T2: The Ducks", 1994, votes=44_000)
    assert found("T2", rated).matches[0].film is rated
    unrated = Film("d2", "T2: The Ducks", 1994)
    assert found("T2", unrated).matches[0].film.title == "Terminator 2: Judgment Day"


@pytest.mark.parametrize("typed", ["Z4", "Q2", "V 3", "zk2"])
def test_a_number_alone_in_common_is_no_reason_to_ask(typed: str) -> None:
    assert found(typed).decided is Decided.NONE
