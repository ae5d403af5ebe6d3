"""The rating of the country that was asked about stands first; one that nobody recorded is named."""

import pytest

from bot.film.draw import draw
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.answering.board_only import board_only
from knowledge.answers import Answer
from knowledge.catalogue.store import Known
from knowledge.entry import OfficialRating
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from tests.films import VOCABULARY, film, finding

LANGUAGES = Languages()
RATINGS = tuple(
    OfficialRating(board=board, code=code, sources=("s",))
    for board, code in (("MPA", "PG-13"), ("FSK", "12"))
)
WHALE = Film("tt0000001", "The Tin Whale", 1999)
KNOWN = Known(
    WHALE.id, WHALE.title, WHALE.year, 1, 90, (), (("MPA", "PG-13", "a"), ("FSK", "12", "a")), ("a",)
)


def first_lines(country: str, language: str = "en") -> list[str]:
    movie = film(finding("violence", "mild")).model_copy(update={"ratings": RATINGS})
    question = Question(Intent.AGE_RATING, movie.id, country=country)
    found = answer(question, Library.of([movie], VOCABULARY))
    return _drawn(found, question, language)


def _drawn(found: Answer, question: Question, language: str) -> list[str]:
    return draw(found, question, LANGUAGES[language], VOCABULARY.topics).text.splitlines()[1:3]


def test_the_country_that_was_asked_about_stands_first() -> None:
    assert first_lines("DE")[0].startswith("**Rated FSK 12 in Germany**")
    assert first_lines("")[0].startswith("**Rated PG-13 in the United States**")


@pytest.mark.parametrize("language", read_words())
def test_a_country_without_a_recorded_rating_is_named_first(language: str) -> None:
    place = LANGUAGES[language].country("AT")
    missing, rated = first_lines("AT", language)
    assert place in missing
    assert "PG-13" in rated


def test_so_it_is_for_a_film_without_a_guide() -> None:
    shelf = Library.of([], VOCABULARY)
    asked = Question(Intent.AGE_RATING, WHALE.id, country="DE")
    german = board_only(asked, WHALE, KNOWN, shelf)
    assert "FSK 12" in _drawn(german, asked, "en")[0]
    asked = Question(Intent.AGE_RATING, WHALE.id, country="AT")
    assert "Austria" in _drawn(board_only(asked, WHALE, KNOWN, shelf), asked, "en")[0]
    nothing = _drawn(board_only(asked, WHALE, None, shelf), asked, "en")
    assert "Austria" in nothing[0]
    assert "No official rating" not in nothing[1]
