"""Little is typed, or nothing that names a film: what is offered is well known, and nothing is accepted."""

from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.titles.completion import half_alike
from knowledge.titles.cover import covered
from knowledge.titles.decision import Decided
from knowledge.titles.films import Film, fame
from knowledge.titles.index.sorted_tables import SHARED
from knowledge.titles.titles import Titles

SIGN = Film("?-2001", "?", 2001)
SPIDER = Film("spiderman-2002", "Spiderman", 2002, votes=9)
FEW = Titles.of([SIGN, SPIDER, Film("the-tin-whale-1999", "The Tin Whale", 1999)])
WORDS = st.lists(st.sampled_from(["tin", "whale", "2", "the", "x"]), min_size=1, max_size=3).map(tuple)


def test_where_nothing_is_typed_the_best_known_are_offered_of_the_guide_and_of_all_films(
    many: Titles,
) -> None:
    own = Film("my-own-2026", "My Own", 2026, votes=9_000_000)
    offered = many.with_films([own]).complete("")
    assert len(offered) == 25
    assert own in offered
    famous = [fame(film) for film in offered if film is not own]
    assert famous == sorted(famous, reverse=True)
    assert famous[-1] > (False, 10_000)


@pytest.mark.parametrize("text", ["s", "st", "th", "m", "la", "b"])
def test_a_beginning_that_many_names_share_offers_films_that_are_named_so(many: Titles, text: str) -> None:
    offered = many.complete(text)
    assert len(offered) > 10
    assert all(film.votes for film in offered)


def test_a_beginning_that_very_many_names_share_offers_the_best_known_of_them() -> None:
    titles = Titles.of(Film(f"boat-{at}", f"Boat {at}x", 2001, votes=at) for at in range(SHARED + 2))
    assert [film.votes for film in titles.complete("boat")[:3]] == [SHARED + 1, SHARED, SHARED - 1]


def longer_names(many: int) -> list[Film]:
    """Films that begin with Boat, the last of them the best known."""
    ends = ("".join(letters) for letters in product("abcdefghij", repeat=2))
    return [
        Film(f"boat-{at}", f"Boat{end}", 2001, votes=10_000 + at) for at, end in enumerate(islice(ends, many))
    ]


def test_a_film_of_just_the_typed_name_is_offered_first_among_many_known_ones_whose_names_go_on() -> None:
    longer = longer_names(100)
    titles = Titles.of([*longer, Film("boat-1990", "Boat", 1990, votes=3), Film("?-1", "Boat", 1991)])
    offered = titles.complete("boat")
    assert offered[0].id == "boat-1990"
    assert [film.votes for film in offered[1:]] == [10_099 - at for at in range(24)]


def test_a_film_is_offered_by_whichever_of_its_names_fits_best() -> None:
    sunk = Film("sunk-1990", "Boat Show", 1990, ("Boat",), votes=5_000)
    assert Titles.of([*longer_names(20), sunk]).complete("boat")[0] == sunk


def test_a_beginning_that_many_words_share_finds_the_same_where_its_best_known_films_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ("".join(letters) for letters in product(("star",), "aeiou", "lmnrst", ("ck", "nd")))
    films = [Film(f"tt{at}", f"{name.title()} House", 1990, votes=99 - at) for at, name in enumerate(names)]
    typed = ("star", "star house", "starr house", "stara", "starall", "the star house", "star hous")

    def found() -> list[object]:
        titles = Titles.of(films)
        return [(titles.find(each), titles.complete(each)) for each in typed]

    monkeypatch.setattr("knowledge.titles.index.search.FEW", 0)  # Else all of so few films are looked at.
    before = found()
    for room in ("pool", "sorted_tables"):
        monkeypatch.setattr(f"knowledge.titles.index.{room}.SHARED", 8)
    assert found() == before


@pytest.mark.parametrize("text", ["?", "...", "!!", "¿?"])
def test_signs_are_as_if_nothing_was_typed(text: str) -> None:
    assert FEW.find(text).decided is Decided.NONE
    assert FEW.complete(text) == FEW.complete("")
    assert covered(text, SPIDER) == covered("spiderman", SIGN) == (0.0, 0.0)


@pytest.mark.parametrize("text", ["zqxjv", "ъъъъъъъъъ", "qzvxj kqzwx"])
def test_what_is_like_no_word_names_nothing(many: Titles, text: str) -> None:
    for titles in (many, FEW, Titles.of([SIGN]), Titles.of([])):
        assert titles.find(text).decided is Decided.NONE


def test_two_words_that_are_one_word_of_a_title_name_it() -> None:
    assert FEW.find("spider man").decided is Decided.ACCEPT


@given(WORDS)
def test_a_whole_name_is_alike_its_own_beginning(name: tuple[str, ...]) -> None:
    assert all(half_alike(name[:end], name) for end in range(1, len(name) + 1))
