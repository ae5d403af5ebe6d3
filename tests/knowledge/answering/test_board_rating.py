"""What a code says to a child of some age; it stands beside the verdict, never in it."""

import pytest

from knowledge.answering.board_rating import admission, official_ratings
from knowledge.library import Library
from knowledge.verdicts import Admission
from knowledge.vocabulary import Vocabulary

CASES = (
    ("MPA", "R", 13, Admission.WITH_ADULT),
    ("MPA", "R", 17, Admission.FREE),
    ("MPA", "NC-17", 17, Admission.NOT_ADMITTED),
    ("MPA", "PG-13", 12, Admission.CAREFUL),
    ("MPA", "PG-13", 13, Admission.FREE),
    ("MPA", "G", 2, Admission.FREE),
    ("BBFC", "12A", 11, Admission.WITH_ADULT),
    ("BBFC", "15", 14, Admission.NOT_ADMITTED),
    ("FSK", "12", 6, Admission.WITH_ADULT),
    ("FSK", "12", 5, Admission.NOT_ADMITTED),
    ("Kijkwijzer", "9", 8, Admission.CAREFUL),
)


@pytest.mark.parametrize(("board", "code", "age", "expected"), CASES)
def test_a_code_says_what_its_board_says(
    vocabulary: Vocabulary, board: str, code: str, age: int, expected: Admission
) -> None:
    assert admission(vocabulary.boards[board].codes[code], age) is expected


def test_every_code_of_every_board_admits_adults(vocabulary: Vocabulary) -> None:
    codes = [code for board in vocabulary.boards.values() for code in board.codes.values()]
    assert all(admission(code, 21) is Admission.FREE for code in codes)


def test_the_ratings_of_the_asked_country_come_first(library: Library) -> None:
    for movie in library.movies.values():
        found = official_ratings(movie, library.vocabulary, country="GB")
        countries = [one.board.country != "GB" for one in found]
        assert countries == sorted(countries)
