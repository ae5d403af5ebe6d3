"""Which film of a series is meant, said by an ordinal in four languages, and what merely begins with one."""

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.ordinals import numbered
from knowledge.titles.titles import Titles
from knowledge.titles.words import words

SERIES = [
    Film(f"harbour-{at}", f"Blue Harbour {at}" if at > 1 else "Blue Harbour", 1990 + at, votes=50_000)
    for at in range(1, 9)
]
TITLES = Titles.of([*SERIES, Film("third", "The Third Man", 1949, votes=9_000), Film("man", "Man 3", 2000)])


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("second blue harbour", 2),
        ("the 3rd blue harbour", 3),
        ("the fourth blue harbour movie", 4),
        ("blue harbour the second one", 2),
        ("blue harbour the third", 3),
        ("the second part of blue harbour", 2),
        ("der zweite teil von blue harbour", 2),
        ("das dritte blue harbour", 3),
        ("le deuxième blue harbour", 2),
        ("la troisième partie de blue harbour", 3),
        ("la segunda parte de blue harbour", 2),
        ("blue harbour la tercera", 3),
        ("blue harbour huitième film", 8),
    ],
)
def test_an_ordinal_names_the_film_of_the_series(typed: str, at: int) -> None:
    decision = TITLES.find(typed)
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, SERIES[at - 1])


@pytest.mark.parametrize("typed", ["third man", "the third man", "the 3rd man"])
def test_a_title_that_begins_with_an_ordinal_is_that_title(typed: str) -> None:
    decision = TITLES.find(typed)
    assert (decision.decided, decision.matches[0].film.id) == (Decided.ACCEPT, "third")


@pytest.mark.parametrize(
    "typed", ["the first harbour", "first blue harbour", "second one", "the second", "21st"]
)
def test_what_may_be_a_title_of_its_own_or_names_no_series_is_not_read_as_a_number(typed: str) -> None:
    assert list(numbered(words(typed))) == []
    assert TITLES.find(typed).decided is not Decided.ACCEPT


@pytest.mark.parametrize(("typed", "title"), [("koko", "Coco"), ("doon", "Dune: Part One"), ("fill", "Phil")])
def test_what_a_phone_heard_is_offered_whatever_letter_it_begins_with(typed: str, title: str) -> None:
    films = [
        Film(title, title, 2017, votes=900_000),
        *(
            Film(other, other, 2009, votes=40_000)
            for other in ("Moon", "Don", "Doom", "Goon", "Kick", "Film")
        ),
    ]
    assert title in {match.film.title for match in Titles.of(films).find(typed).matches}
