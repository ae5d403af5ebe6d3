"""A question survives in a button's custom_id, so that a press after a restart asks the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.cards.card import Does
from bot.cards.carrying import INTENTS, PATTERN, from_match, sign, to_custom_id
from bot.cards.limits import CUSTOM_ID
from knowledge.answering.answer import FACTS
from knowledge.questions import Intent, Question
from tests.films import VOCABULARY

SIGNS = {sign(topic): topic for topic in VOCABULARY.topics}
PARTS = {part[:2]: part for part in FACTS}


def carried(question: Question) -> Question:
    match = re.fullmatch(PATTERN, to_custom_id(Does.ANSWER.value, question))
    assert match
    return from_match(match, SIGNS, PARTS)


def test_no_two_topics_or_facts_share_a_sign() -> None:
    assert len(SIGNS) == len(VOCABULARY.topics)
    assert len(PARTS) == len(FACTS)
    assert len(set(INTENTS.values())) == len(Intent)


def test_the_longest_id_and_four_children_fit() -> None:
    question = Question(Intent.SUITABILITY, "k" * 60, ages=(3, 8, 12, 16), topics=("suicide_and_self_harm",))
    assert carried(question) == question


questions = st.builds(
    Question,
    intent=st.sampled_from([intent for intent in Intent if intent is not Intent.COMPARE]),
    movie=st.one_of(
        st.none(),
        st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,5}", fullmatch=True).filter(lambda one: len(one) <= 40),
    ),
    ages=st.lists(st.integers(0, 21), max_size=3, unique=True).map(lambda ages: tuple(sorted(ages))),
    topics=st.lists(st.sampled_from(list(VOCABULARY.topics)), max_size=2, unique=True).map(tuple),
    facts=st.lists(st.sampled_from(FACTS), max_size=3, unique=True).map(tuple),
)


@given(questions)
def test_what_a_button_carries_is_the_question(question: Question) -> None:
    assert carried(question) == question


@given(st.text(max_size=600))
def test_free_words_never_break_a_button(words: str) -> None:
    question = Question(Intent.UNKNOWN, "up-2009", words=words)
    assert len(to_custom_id("q", question)) <= CUSTOM_ID
    assert carried(question).movie == "up-2009"
