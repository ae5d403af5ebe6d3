"""A question or an order survives in a custom_id, so that a press after a restart asks the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.ui.actions import BUTTON, Action, decode, encode, uncut
from bot.ui.card import Card, Does, Press
from bot.ui.card_view import view_of
from bot.ui.limits import CUSTOM_ID
from bot.ui.question_ids import INTENTS, PATTERN, from_match, to_custom_id, topic_code
from knowledge.answering.answer import FACTS
from knowledge.questions import Intent, Question
from knowledge.titles.films import is_film_id
from tests.films import VOCABULARY

SIGNS = {topic_code(topic): topic for topic in VOCABULARY.topics}
PARTS = {part[:2]: part for part in FACTS}
LONGEST = "k" * 60
OTHER = "m" * 60


def carried_by_button(question: Question, films: tuple[str, ...] = ()) -> Question:
    match = re.fullmatch(PATTERN, to_custom_id(Does.ANSWER.value, question))
    assert match
    assert len(match.string) <= CUSTOM_ID
    return from_match(match, SIGNS, PARTS, lambda: films)


def test_no_two_topics_or_facts_share_a_sign() -> None:
    assert len(SIGNS) == len(VOCABULARY.topics)
    assert len(PARTS) == len(FACTS)
    assert len(set(INTENTS.values())) == len(Intent)


def test_the_longest_id_and_four_children_fit() -> None:
    question = Question(Intent.SUITABILITY, LONGEST, ages=(3, 8, 12, 16), topics=("suicide_and_self_harm",))
    assert carried_by_button(question) == question


def test_a_button_without_any_room_for_words_has_none() -> None:
    ages, facts = tuple(range(100, 111)), ("runtime",) * 6
    topics = tuple(VOCABULARY.topics)[:6]
    for words in ("", "0", "dogs die"):
        assert (
            len(to_custom_id("a", Question(Intent.SUITABILITY, None, ages, topics, facts, (), words))) == 100
        )


def test_the_two_longest_ids_are_compared() -> None:
    question = Question(Intent.COMPARE, LONGEST, others=(OTHER, "up-2009"))
    assert carried_by_button(question, (LONGEST, OTHER, "up-2009")) == question
    assert carried_by_button(question, (LONGEST, "up-2009")).others == ("up-2009",)


film_ids = st.one_of(
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,9}", fullmatch=True),
    st.sampled_from([LONGEST, OTHER, "x" * 61, "y" * 80, "z" * 300, "a:b", "a.b", "tt0112641", "Q1"]),
    st.text(max_size=90),
)
questions = st.builds(
    Question,
    intent=st.sampled_from(list(Intent)),
    movie=st.one_of(st.none(), film_ids),
    ages=st.lists(st.integers(-1, 1200), max_size=40, unique=True).map(lambda ages: tuple(sorted(ages))),
    topics=st.lists(st.sampled_from(list(VOCABULARY.topics)), max_size=9, unique=True).map(tuple),
    facts=st.lists(st.one_of(st.sampled_from(FACTS), st.text(max_size=4)), max_size=9).map(tuple),
    others=st.lists(film_ids, max_size=4).map(tuple),
    words=st.text(max_size=200),
)
usual_questions = st.builds(
    Question,
    intent=st.sampled_from([intent for intent in Intent if intent is not Intent.COMPARE]),
    movie=st.one_of(st.none(), film_ids.filter(lambda one: is_film_id(one) and len(one) <= 40)),
    ages=st.lists(st.integers(0, 21), max_size=3, unique=True).map(lambda ages: tuple(sorted(ages))),
    topics=st.lists(st.sampled_from(list(VOCABULARY.topics)), max_size=2, unique=True).map(tuple),
    facts=st.lists(st.sampled_from(FACTS), max_size=3, unique=True).map(tuple),
)


@given(usual_questions)
def test_what_a_button_carries_is_the_question(question: Question) -> None:
    assert carried_by_button(question) == question


@given(questions)
def test_whatever_is_left_out_of_a_button_is_left_out_whole(question: Question) -> None:
    films = tuple(filter(None, (question.movie, *question.others)))
    found = carried_by_button(question, films)
    assert found.intent is question.intent
    assert found.movie == (question.movie if question.movie and is_film_id(question.movie) else None)
    for one in ("ages", "topics", "others"):
        assert set(getattr(found, one)) <= set(getattr(question, one))


@given(st.text(max_size=600))
def test_free_words_never_break_a_button(words: str) -> None:
    question = Question(Intent.UNKNOWN, "up-2009", words=words)
    assert len(to_custom_id("q", question)) <= CUSTOM_ID
    assert carried_by_button(question).movie == "up-2009"


@given(film_ids)
def test_a_film_that_no_button_can_carry_has_none(movie: str) -> None:
    card = Card(None, ("Which?",), presses=(Press("Film", Does.ANSWER, Question(Intent.STORY, movie)),))
    rows = view_of((card,)).to_components()[0].get("components", [])
    assert len(rows) == 1 + (is_film_id(movie) or not movie)


@given(st.from_regex("[a-z_]{1,16}", fullmatch=True), film_ids, st.text(max_size=200))
def test_an_order_never_carries_a_part_of_an_id(verb: str, movie: str, rest: str) -> None:
    match = re.fullmatch(BUTTON, encode(Action(verb, movie, rest), "m"))
    assert match
    assert len(match.string) <= CUSTOM_ID
    found = decode(match)
    assert found.movie == (movie if is_film_id(movie) else "")
    assert found.detail == " ".join(rest.split()) or uncut(found.detail) == ""
