"""The title line: every card about a film begins with *Title (Year)* and its official rating."""

from itertools import cycle, product

import pytest

from bot.cli.json_rows import reply_row
from bot.film.draw import draw, draw_whole
from bot.film.sources_card import sources_card
from bot.guide_factory import shipped_guide
from bot.ui.card import Card
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.answering.board_only import board_only
from knowledge.answers import AboutFilm, NotRecorded, Sourced
from knowledge.catalogue.store import Known
from knowledge.citations import sources_of
from knowledge.entry import Alternative, Movie, OfficialRating, Prose, Quality, Voice
from knowledge.library import Library
from knowledge.library import film_of as title_of
from knowledge.questions import Intent, Question
from tests.films import VOCABULARY, film, finding
from tests.knowledge.titles.test_families import MOST, TYPED

LANGUAGES = Languages()
TITLE = "### The Paper Boat (2001)"
RATINGS = (("MPA", "PG-13"), ("FSK", "12"), ("CNC", "TP"))
SHOWN = {"US": "PG-13", "DE": "FSK 12", "FR": "TP", "GB": "MPA PG-13"}
"""By the country that is asked for: its own code, else whose code from abroad it is."""
OTHER = "the-other-boat-2001"


def entry(*ratings: tuple[str, str]) -> Movie:
    """A film whose every part is recorded."""
    told, voice = Prose(says="It sails.", sources=("s",)), Voice(who="expert", says="Good.", source="s")
    parts = {
        "ratings": tuple(OfficialRating(board=board, code=code, sources=("s",)) for board, code in ratings),
        "story": told,
        "quality": Quality(strengths=("It is short.",), sources=("s",)),
        "talk_about": ("Where does it sail?",),
        "alternatives": (Alternative(movie=OTHER, why="It sails too."),),
        "runtime": 61,
    }
    return film(finding("violence", "moderate"), voices=(voice,)).model_copy(update=parts)


def cards(movie: Movie, country: str, language: str) -> list[tuple[Sourced, Card]]:
    """The answer to every kind of question, and its card."""
    other = movie.model_copy(update={"id": OTHER, "title": "The Other Boat", "ratings": ()})
    shelf, say = Library.of([movie, other], VOCABULARY), LANGUAGES[language]
    found = list[tuple[Sourced, Card]]()
    for intent, ages, topics in product(Intent, ((), (8,)), ((), ("fear",))):
        question = Question(intent, movie.id, ages, topics, others=(OTHER,))
        said = answer(question, shelf, country)
        assert isinstance(said, Sourced)
        found.append((said, draw(said, question, say, VOCABULARY.topics)))
    return found


def without_guide(country: str, language: str, *ratings: tuple[str, str]) -> list[Card]:
    movie, say = title_of(film()), LANGUAGES[language]
    rated = tuple((*one, "files") for one in ratings)
    known = Known(movie.id, movie.title, movie.year, 3, 61, (), rated, ("files",))
    shelf, found = Library.of([], VOCABULARY), list[Card]()
    for intent, ages in product(Intent, ((), (8,))):
        question = Question(intent, movie.id, ages, ("fear",))
        said = board_only(question, movie, known, shelf, country)
        found += [drawn(said, question, say, VOCABULARY.topics) for drawn in (draw, draw_whole)]
    return found


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("country", SHOWN)
def test_it_names_the_rating_of_the_country_whatever_is_asked(country: str, language: str) -> None:
    answered = cards(entry(*RATINGS), country, language)
    assert {type(said) for said, _ in answered} >= set(AboutFilm.__args__) - {NotRecorded}
    headings = {card.heading for _, card in answered}
    headings |= {card.heading for card in without_guide(country, language, *RATINGS)}
    headings |= {sources_card(said, LANGUAGES[language]).heading for said, _ in answered}
    assert headings == {f"{TITLE} · {SHOWN[country]}"}


def test_the_country_that_a_question_names_goes_before_the_servers() -> None:
    movie = entry(*RATINGS)
    question = Question(Intent.AGE_RATING, movie.id, country="DE")
    said = answer(question, Library.of([movie], VOCABULARY), "US")
    assert draw(said, question, LANGUAGES["en"], VOCABULARY.topics).heading == f"{TITLE} · {SHOWN['DE']}"


def test_where_no_rating_is_recorded_it_is_the_title_alone() -> None:
    headings = {card.heading for _, card in cards(entry(), "US", "en")}
    assert headings | {card.heading for card in without_guide("US", "en")} == {TITLE}


def test_each_film_of_a_comparison_has_its_own() -> None:
    question = Question(Intent.COMPARE, entry().id, others=(OTHER,))
    movies = entry(RATINGS[0]), entry(RATINGS[1]).model_copy(update={"id": OTHER, "title": "The Other Boat"})
    said = answer(question, Library.of(movies, VOCABULARY))
    text = draw(said, question, LANGUAGES["en"], VOCABULARY.topics).text
    assert "**The Paper Boat (2001) · PG-13**" in text
    assert "**The Other Boat (2001) · FSK 12**" in text


def test_it_has_a_source_where_the_answer_names_any() -> None:
    for said, _ in cards(entry(*RATINGS), "US", "en"):
        parts = [one.part for one in sources_of(said)]
        assert not parts or parts.count("rating") >= 1, said


ASKED = ("{}", "is {} ok for 7?", "ist {} was für 7-jährige?", "¿{} es apta para 7 años?", "{} pour 7 ans ?")


def test_nearly_all_that_families_type_on_a_fresh_machine_is_answered_with_an_official_rating_first() -> None:
    guide = shipped_guide()
    right, wrong = 0, list[str]()
    for (typed, film_id), asked in zip((line.split("\t") for line in TYPED), cycle(ASKED), strict=False):
        row = reply_row(guide.ask(asked.format(typed)), guide, LANGUAGES)
        if row["question"]["match"] == "accept":
            hit = row["question"]["movie"]["id"] == film_id
            right += hit and is_rated(row["answer"]["text"].splitlines()[0])
            wrong += [] if hit else [typed]
    assert wrong == []
    assert right >= MOST * len(TYPED)


def is_rated(first: str) -> bool:
    """Whether the line ends with a code of some board."""
    _, _, code = first.rpartition(" · ")
    codes = {(board.id, code) for board in VOCABULARY.boards.values() for code in board.codes}
    return any(code in (own, f"{board} {own}") for board, own in codes)
