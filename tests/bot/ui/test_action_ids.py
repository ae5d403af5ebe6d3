"""An action survives in a custom_id, so that a press after a restart asks the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.entry.offers import OfferVerb
from bot.film.card_actions import CardVerb
from bot.server.privacy import PrivacyVerb
from bot.server.reports import ReportVerb
from bot.server.requests import RequestVerb
from bot.ui.action_ids import INTENTS, LETTERS, Component, Names, decode, encode, is_ours, topic_code
from bot.ui.actions import Action, ActionVerb, Verb, uncut
from bot.ui.card import Card, question_button
from bot.ui.limits import CUSTOM_ID
from bot.ui.message import Message
from bot.ui.message_view import message_view
from knowledge.answering.answer import FACTS
from knowledge.questions import Intent, Question
from knowledge.titles.films import is_film_id
from tests.bot.verbs import BY_CODE, VERBS
from tests.films import VOCABULARY

LONGEST = "k" * 60
OTHER = "m" * 60


def names(films: tuple[str, ...] = ()) -> Names:
    return Names.of(VOCABULARY.topics, FACTS, lambda: films, BY_CODE)


def encoded(question: Question, verb: Verb = Verb.ANSWER) -> str:
    return encode(Action.about(verb, question))


def decoded(question: Question, films: tuple[str, ...] = ()) -> Question:
    custom_id = encoded(question)
    assert len(custom_id) <= CUSTOM_ID
    action = decode(custom_id, names(films))
    assert action
    assert action.question
    return action.question


OLD = {
    "u:a:ra:coco-2017::::": Action.about(Verb.ANSWER, Question(Intent.AGE_RATING, "coco-2017")),
    "u:sde:su:coco-2017:6.9:58d5::": Action.about(
        Verb.SHARE, Question(Intent.SUITABILITY, "coco-2017", (6, 9), ("fear",)), "de"
    ),
    "u:m:fa:coco-2017:::ru:": Action.about(
        Verb.MORE, Question(Intent.FACTS, "coco-2017", facts=("runtime",))
    ),
    "u:c:co:coco-2017::::up-2009": Action.about(
        Verb.SOURCES, Question(Intent.COMPARE, "coco-2017", others=("up-2009",))
    ),
    "u:s:sg:coco-2017:5.9:58d5::90|grief": Action.about(
        Verb.SHARE, Question(Intent.SUGGEST, "coco-2017", (5, 9), ("fear",), words="grief", minutes=90)
    ),
    "u:m:sg::5:::90.8|grief": Action.about(
        Verb.MORE, Question(Intent.SUGGEST, ages=(5,), words="grief", minutes=90, after=8)
    ),
    "u:g:wa:tt2380307::::": Action.about(Verb.GLANCE, Question(Intent.WARNINGS_OVERVIEW, "tt2380307")),
    "u:a:raAT:coco-2017::::": Action.about(
        Verb.ANSWER, Question(Intent.AGE_RATING, "coco-2017", country="AT")
    ),
    "u:q:un:::::": Action.about(Verb.ASK, Question(Intent.UNKNOWN)),
    "u:y:su:coco-2017::::": Action.about(Verb.AGES, Question(Intent.SUITABILITY, "coco-2017")),
    "u:w:un:coco-2017::::": Action.about(Verb.REPORT, Question(Intent.UNKNOWN, "coco-2017")),
    "u:n:un:::::xyzzy plover": Action.about(Verb.NOTIFY, Question(Intent.UNKNOWN, words="xyzzy plover")),
    "u:o:un:::::lion: king": Action.about(Verb.NONE_OF_THESE, Question(Intent.UNKNOWN, words="lion: king")),
    "u:e:un:tt2380307::::": Action.about(Verb.BEGIN_FILM, Question(Intent.UNKNOWN, "tt2380307")),
    "f:asked:coco-2017:": Action(CardVerb.ASK_SENT, "coco-2017"),
    "f:aged::": Action(CardVerb.AGES_SENT),
    "m:part:coco-2017:finding.fear": Action(Verb.SECTION, "coco-2017", "finding.fear"),
    "n:part:coco-2017:topic": Action(Verb.SECTION, "coco-2017", "topic"),
    "f:filled:coco-2017:finding.fear": Action(Verb.SECTION_SENT, "coco-2017", "finding.fear"),
    "m:begin_sure::1999 The Tin Whale": Action(Verb.BEGIN_ANYWAY, detail="1999 The Tin Whale"),
    "m:both:coco-2017:4": Action(Verb.MERGE, "coco-2017", "4"),
    "f:settings_sent::GB|0|7|2|0|1": Action(Verb.SETTINGS_SENT, detail="GB|0|7|2|0|1"),
    "m:settle:coco-2017:3": Action(ReportVerb.CLOSE, "coco-2017", "3"),
    "f:settled:coco-2017:3": Action(ReportVerb.CLOSE_SENT, "coco-2017", "3"),
    "m:offer_yes:coco-2017:12": Action(OfferVerb.APPROVE, "coco-2017", "12"),
    "n:drop_request::": Action(RequestVerb.DROP),
    "m:forget::": Action(PrivacyVerb.DELETE),
    "m:again::a1b2": Action(Verb.SEND_AGAIN, detail="a1b2"),
}
"""Out of messages that were sent long ago: what each means must never change."""
OLD_WORDS = [
    "alias", "alias_sent", "approve", "asked", "aged", "again", "began", "begin", "begin_sure", "both",
    "check", "confirm", "discard", "discarded", "draft", "drop_request", "edit", "filled", "forget",
    "forgotten", "history", "keep", "keep_ours", "mine", "notify", "offer_approved", "offer_declined",
    "offer_no", "offer_open", "offer_yes", "page_sent", "part", "publish", "publish_sent", "report_open",
    "revert", "reverted", "revision", "see", "settings", "settings_sent", "settle", "settled", "theirs",
    "uploaded", "waiting", "write", "wrong", "wrong_sent",
]  # fmt: skip
"""Every verb that a button, a menu or a form had before."""


@pytest.mark.parametrize("custom_id", OLD)
def test_a_custom_id_of_an_old_message_still_means_the_same(custom_id: str) -> None:
    assert decode(custom_id, names(("coco-2017", "up-2009"))) == OLD[custom_id]


@pytest.mark.parametrize("word", OLD_WORDS)
def test_every_word_of_an_old_message_is_still_known(word: str) -> None:
    for component in Component:
        assert decode(f"{component.value}:{word}:coco-2017:1", names()) is not None


@pytest.mark.parametrize("custom_id", ["m:taken_away:coco-2017:", "u:z:ra:coco-2017::::", "u:", "f:asked"])
def test_what_another_version_made_is_ours_and_unknown(custom_id: str) -> None:
    assert is_ours(custom_id)
    assert decode(custom_id, names()) is None


@given(st.text(max_size=100))
def test_whatever_is_no_custom_id_of_ours_is_left_alone(custom_id: str) -> None:
    assert decode(custom_id, names()) is None or is_ours(custom_id)


def test_no_two_topics_or_facts_share_a_sign() -> None:
    assert (
        len(names().topics) == len(VOCABULARY.topics) == len({topic_code(one) for one in VOCABULARY.topics})
    )
    assert len(names().facts) == len(FACTS)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert len(set(INTENTS.values())) == len(Intent)


def test_the_longest_id_and_four_children_fit() -> None:
    question = Question(Intent.SUITABILITY, LONGEST, ages=(3, 8, 12, 16), topics=("suicide_and_self_harm",))
    assert decoded(question) == question


def test_a_button_without_any_room_for_words_has_none() -> None:
    ages, facts = tuple(range(100, 111)), ("runtime",) * 6
    topics = tuple(VOCABULARY.topics)[:6]
    for words in ("", "0", "dogs die"):
        question = Question(Intent.SUITABILITY, None, ages, topics, facts, (), words)
        assert len(encoded(question)) == 100


def test_the_two_longest_ids_are_compared() -> None:
    question = Question(Intent.COMPARE, LONGEST, others=(OTHER, "up-2009"))
    assert decoded(question, (LONGEST, OTHER, "up-2009")) == question
    assert decoded(question, (LONGEST, "up-2009")).others == ("up-2009",)


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
    minutes=st.one_of(st.none(), st.integers(1, 999)),
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
def test_what_is_decoded_is_the_question(question: Question) -> None:
    assert decoded(question) == question


@given(questions)
def test_whatever_is_left_out_of_a_button_is_left_out_whole(question: Question) -> None:
    films = tuple(filter(None, (question.movie, *question.others)))
    found = decoded(question, films)
    assert found.intent is question.intent
    assert found.movie == (question.movie if question.movie and is_film_id(question.movie) else None)
    for one in ("ages", "topics", "others"):
        assert set(getattr(found, one)) <= set(getattr(question, one))


@given(st.text(max_size=600))
def test_free_words_never_break_a_button(words: str) -> None:
    question = Question(Intent.UNKNOWN, "up-2009", words=words)
    assert len(encoded(question, Verb.ASK)) <= CUSTOM_ID
    assert decoded(question).movie == "up-2009"


@given(film_ids)
def test_a_film_that_no_button_can_carry_has_none(movie: str) -> None:
    button = question_button("Film", Verb.ANSWER, Question(Intent.STORY, movie))
    message = Message((Card(None, ("Which?",), buttons=(button,)),))
    rows = message_view(message).to_components()[0].get("components", [])
    assert len(rows) == 1 + (is_film_id(movie) or not movie)


@given(st.sampled_from(VERBS), film_ids, st.text(max_size=200), st.sampled_from(Component))
def test_a_custom_id_never_has_a_part_of_an_id(
    verb: ActionVerb, movie: str, detail: str, component: Component
) -> None:
    custom_id = encode(Action(verb, movie, detail), component)
    assert len(custom_id) <= CUSTOM_ID
    found = decode(custom_id, names())
    assert found
    assert found.verb is verb
    assert found.movie == (movie if is_film_id(movie) else "")
    assert found.detail == " ".join(detail.split()) or uncut(found.detail) == ""


@given(
    st.sampled_from(sorted(LETTERS, key=lambda verb: verb.name)), usual_questions, st.sampled_from(["", "de"])
)
def test_what_is_done_with_a_question_and_in_which_language_is_decoded(
    verb: ActionVerb, question: Question, language: str
) -> None:
    action = Action.about(verb, question, language)
    assert decode(encode(action), names()) == action
