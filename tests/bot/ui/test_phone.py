"""A card on a phone: 18 lines of 45 characters at most, whatever is asked of whichever film."""

import re
from itertools import product
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.film.draw import draw, draw_whole
from bot.film.replies import Replier
from bot.film.sources_card import sources_card
from bot.guide_factory import shipped_guide
from bot.ui.actions import Verb
from bot.ui.card import Card
from bot.ui.phone import LINES, WIDTH, fit_height, height
from bot.ui.phrases import Languages, Phrases, read_words
from knowledge.answering.answer import answer
from knowledge.answers import Answer, Sourced
from knowledge.citations import sources_of
from knowledge.library import Library
from knowledge.questions import Intent, Question
from tests.bot.ui.test_limits import KEY, SHELF
from tests.films import VOCABULARY

LANGUAGES = Languages()
SAID = tuple(LANGUAGES[language] for language in read_words())
FIGURES = re.compile("[⁰¹²³⁴-⁹]")
ABOUT_TOPICS = (Intent.CONTENT_TOPIC, Intent.SUITABILITY, Intent.COMPARE)
AGES = ((), (5,), (3, 8, 12))
TWO_QUESTIONS = (
    "is {} ok for 6 and who made it",
    "how long is {} and is it ok for 9",
    "what is {} about and what do reviewers say",
    "is {} ok for 5? what is it rated?",
)


def questions(movie: str, other: str) -> list[Question]:
    """Every kind of question, those about topics once for each topic and for several."""
    several = ("fear", "animal_harm", "death_of_a_parent")
    topics = [(), *((topic,) for topic in VOCABULARY.topics), several]
    asked = product(ABOUT_TOPICS, topics, ((), (5,)))
    return [
        *(
            Question(intent, movie, ages, topic, others=(other,), words="dog mom")
            for intent, topic, ages in asked
        ),
        *(Question(intent, movie, ages, others=(other,)) for intent in Intent for ages in AGES),
    ]


def drawn(question: Question, library: Library, say: Phrases, lines: int = LINES) -> tuple[Answer, Card]:
    found = answer(question, library)
    return found, draw(found, question, say, VOCABULARY.topics, lines)


def test_every_card_of_every_film_is_drawn_to_the_last_character_and_fits(library: Library) -> None:
    ids = list(library.movies)
    for movie, other in zip(ids, [*ids[1:], ids[0]], strict=True):
        for question in questions(movie, other):
            found = answer(question, library)
            assert isinstance(found, Sourced)
            sourced = bool(sources_of(found))
            for say in SAID:
                card = draw(found, question, say, VOCABULARY.topics)
                assert height(card.text.split("\n")) <= LINES, (question, card.text)
                assert not FIGURES.search(card.text)
                assert sourced == any(one.action.verb is Verb.SOURCES for one in card.buttons)


def test_every_list_of_sources_fits_and_names_all_of_them(library: Library, say: Phrases) -> None:
    for movie, intent, ages in product(library.movies, Intent, ((), (5,))):
        found = answer(Question(intent, movie, ages, ("fear",), others=(movie,)), library)
        assert isinstance(found, Sourced)
        card = sources_card(found, say)
        assert card.height <= LINES
        said = unquote(card.text)
        for part in sources_of(found):
            assert all(source.url is None or unquote(source.url) in said for source in part.sources)


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("language", read_words())
def test_the_longest_entry_fits_a_phone_too(language: str, intent: Intent) -> None:
    question = Question(intent, KEY, (5, 8), ("fear",), others=(KEY,), words="word")
    found, card = drawn(question, SHELF, LANGUAGES[language])
    assert card.height <= LINES
    assert isinstance(found, Sourced)
    # Not so for its sources: 30 of 120 characters each are more than 18 lines, and none is left out.
    assert all(part.sources for part in sources_of(found))


def test_two_questions_in_one_message_share_the_lines_and_both_keep_their_sources() -> None:
    replier = Replier(shipped_guide(), LANGUAGES)
    for movie, text in product(replier.guide.library.movies.values(), TWO_QUESTIONS):
        cards = replier.asked(text.format(movie.heading), None, "en").cards
        assert sum(card.height for card in cards) <= LINES
        for card in cards:
            assert "Sources: " in card.text


def test_what_does_not_fit_is_one_press_away(library: Library, say: Phrases) -> None:
    question = Question(Intent.WARNINGS_OVERVIEW, "it-2017")
    found, card = drawn(question, library, say)
    assert [one.action.question for one in card.buttons if one.action.verb is Verb.MORE] == [question]
    whole = draw_whole(found, question, say, VOCABULARY.topics)
    assert all(
        finding.says in whole.text for finding in library["it-2017"].findings if finding.level != "none"
    )
    assert not any(one.action.verb is Verb.MORE for one in whole.buttons)


@given(st.lists(st.text(max_size=200), max_size=8))
def test_a_text_is_as_tall_as_its_lines(lines: list[str]) -> None:
    assert height(lines) >= len(lines)
    assert height(lines) == sum(height([line]) for line in lines)
    assert height(fit_height(lines, 5)) <= 5


@pytest.mark.parametrize(
    ("line", "tall"),
    [
        ("", 1),
        ("x" * WIDTH, 1),
        ("x" * (WIDTH + 1), 2),
        (f"{'x' * 40} {'y' * 5}", 2),
        (f"**{'x' * 40}** {'y' * 4}", 1),
        (f"[{'x' * WIDTH}](https://e.example/{'z' * 90})", 1),
        (f"-# {'x' * WIDTH}", 1),
        (f"- {'x' * 43} {'y' * 43} z", 3),
    ],
)
def test_lines_break_between_words_and_mark_up_takes_no_room(line: str, tall: int) -> None:
    assert height([line]) == tall
