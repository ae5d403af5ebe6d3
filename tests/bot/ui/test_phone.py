"""A card on a phone: 18 lines of 45 characters at most, whatever is asked of whichever film."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import product
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.film.draw import draw, draw_whole
from bot.film.replies import Replier
from bot.film.sources_card import sources_card
from bot.guide_factory import Guides
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
AGES = ((), (5,), (3, 8, 12))
SEVERAL = ("fear", "animal_harm", "death_of_a_parent")
ABOUT_TOPICS = tuple(
    product(
        [(), *((topic,) for topic in VOCABULARY.topics), SEVERAL],
        (Intent.CONTENT_TOPIC, Intent.SUITABILITY, Intent.COMPARE),
        ((), (5,)),
    )
)
OF_ALL_FILMS = (Intent.SUGGEST, Intent.ALTERNATIVES)
"""These look at the whole guide, so that one film in five is asked for them."""
TURNS = 17
"""No number of languages, intents or ages divides it."""
WHOLE = "USHER_PROVE_CARDS" in os.environ
TWO_QUESTIONS = (
    "is {} ok for 6 and who made it",
    "how long is {} and is it ok for 9",
    "what is {} about and what do reviewers say",
    "is {} ok for 5? what is it rated?",
)


def asked(films: Sequence[str], *, whole: bool) -> Iterator[tuple[Question, Phrases]]:
    """Every kind of question about every film, and a third of the topics; ages and languages take turns.

    The whole has everything with everything, which grows with the square of the guide.
    """
    for place, movie in enumerate(films):
        other = (films[place - 1],)
        for at, (topic, intent, ages) in enumerate(ABOUT_TOPICS):
            question = Question(intent, movie, ages, topic, others=other, words="dog mom")
            yield from ((question, say) for say in _in_turn(at, place, TURNS, whole=whole))
        for at, (intent, ages) in enumerate(product(Intent, AGES)):
            if intent in OF_ALL_FILMS and (place // len(AGES)) % 5 and not whole:
                continue
            question = Question(intent, movie, ages, others=other)
            yield from ((question, say) for say in _in_turn(at, place, len(AGES), whole=whole))


def _in_turn(at: int, place: int, turns: int, *, whole: bool) -> Sequence[Phrases]:
    """One film in so many has its turn, each time in the next language."""
    if whole:
        return SAID
    return (SAID[(at + place // turns) % len(SAID)],) if at % turns == place % turns else ()


def drawn(question: Question, library: Library, say: Phrases, lines: int = LINES) -> tuple[Answer, Card]:
    found = answer(question, library)
    return found, draw(found, question, say, VOCABULARY.topics, lines)


@pytest.mark.prove
def test_every_card_of_every_film_is_drawn_to_the_last_character_and_fits(library: Library) -> None:
    for question, say in asked(list(library.movies), whole=WHOLE):
        found = answer(question, library)
        assert isinstance(found, Sourced)
        card = draw(found, question, say, VOCABULARY.topics)
        assert height(card.text.split("\n")) <= LINES, (question, card.text)
        assert not FIGURES.search(card.text)
        assert bool(sources_of(found)) == any(one.action.verb is Verb.SOURCES for one in card.buttons)


def test_all_that_can_be_asked_is_asked_of_some_film_and_each_film_is_asked_everything() -> None:
    films = [f"film-{number}-2001" for number in range(TURNS * len(SAID))]
    met = [(question, say.language) for question, say in asked(films, whole=False)]
    of_each = {(one.movie, one.intent) for one, _ in met}
    assert of_each >= set(product(films, set(Intent) - set(OF_ALL_FILMS)))
    assert {(one.movie, language) for one, language in met} == set(product(films, read_words()))
    topics = {(one.topics, one.intent, one.ages, language) for one, language in met}
    assert topics >= {(*one, language) for one, language in product(ABOUT_TOPICS, read_words())}
    others = {(one.intent, one.ages, language) for one, language in met}
    assert others >= set(product(Intent, AGES, read_words()))


def test_every_list_of_sources_fits_and_names_all_of_them(library: Library, say: Phrases) -> None:
    for place, (movie, intent) in enumerate(product(library.movies, Intent)):
        ages = AGES[place % len(AGES)]
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


def test_two_questions_in_one_message_share_the_lines_and_both_keep_their_sources(
    guides: Guides, library: Library
) -> None:
    replier = Replier(guides(library), LANGUAGES)
    rated = [movie for movie in replier.guide.library.movies.values() if movie.ratings]
    for place, movie in enumerate(rated[::3]):
        text = TWO_QUESTIONS[place % len(TWO_QUESTIONS)]
        cards = replier.asked(text.format(movie.heading), None, "en").cards
        assert sum(card.height for card in cards) <= LINES
        for card in cards:
            assert "Sources: " in card.text or "Nobody has recorded" in card.text


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
