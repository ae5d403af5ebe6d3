"""Every card keeps Discord's limits, also with the longest entry that the model allows."""

from datetime import date
from typing import Any

import pytest

from bot.film.draw import draw, draw_whole
from bot.ui import limits
from bot.ui.actions import Verb
from bot.ui.card import Card, question_button
from bot.ui.film_label import choice_name, label
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Phrases
from knowledge.answering.answer import answer
from knowledge.entry import (
    Alternative,
    Finding,
    Movie,
    OfficialRating,
    Prose,
    Provenance,
    Quality,
    Released,
    Source,
    Status,
    Voice,
)
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from tests.bot.seen import walk
from tests.films import VOCABULARY

LINE = "word " * 59 + "words"
PARAGRAPH = "word " * 179 + "words"
NAME = "Name " * 23 + "Names"
KEY = "k" * 60
SOURCES = tuple(f"source-{number}" for number in range(30))


def longest() -> Movie:
    findings = tuple(
        Finding(
            topic=topic.id,
            level=topic.levels[-1],
            says=LINE,
            detail=PARAGRAPH,
            inferred=LINE,
            sources=SOURCES,
        )
        for topic in VOCABULARY.topics.values()
    )
    told = Prose(says=PARAGRAPH, detail=PARAGRAPH, sources=SOURCES)
    voice = Voice(
        who="educator",
        age=16,
        says=LINE,
        detail=PARAGRAPH,
        too_much=tuple(VOCABULARY.topics),
        source=SOURCES[0],
    )
    return Movie(
        id=KEY,
        title=NAME,
        year=2001,
        pitch=LINE,
        runtime=999,
        genres=(NAME,) * 20,
        directors=(NAME,) * 20,
        cast=(NAME,) * 40,
        studio=NAME,
        facts_from=SOURCES,
        released=Released(theatrical=date(2001, 1, 1), home=date(2002, 1, 1)),
        ratings=tuple(
            OfficialRating(board=board.id, code=next(iter(board.codes)), reason=LINE, sources=SOURCES)
            for board in VOCABULARY.boards.values()
        ),
        findings=findings,
        parents_need_to_know=told,
        story=told,
        quality=Quality(strengths=(LINE,) * 20, limits=(LINE,) * 20, sources=SOURCES),
        talk_about=(LINE,) * 40,
        voices=(voice,) * 40,
        alternatives=(Alternative(movie=KEY, why=LINE),) * 20,
        sources={key: Source(name=NAME, url="https://example.org/" + "x" * 250) for key in SOURCES},
        provenance=Provenance(status=Status.PUBLISHED, written_by=NAME, written_on=date(2026, 1, 1)),
    )


MOVIE = longest()
SHELF = Library.of([MOVIE], VOCABULARY)


def parts(cards: list[Card]) -> list[dict[str, Any]]:
    return list(walk(message_view(Message(tuple(cards))).to_components()))


def keeps_the_limits(cards: list[Card]) -> None:
    found = parts(cards)
    assert len(found) <= limits.COMPONENTS
    assert 0 < sum(len(part.get("content", "")) for part in found) <= limits.TEXT_IN_MESSAGE
    buttons = [part for part in found if part["type"] == 2]
    ids = [button["custom_id"] for button in buttons]
    assert len(set(ids)) == len(ids)
    assert all(len(one) <= limits.CUSTOM_ID for one in ids)
    assert all(0 < len(button["label"]) <= limits.BUTTON_LABEL for button in buttons)
    assert all(len(part["components"]) <= limits.BUTTONS_IN_ROW for part in found if part["type"] == 1)
    assert all(card.heading is None or card.heading in found[1]["content"] for card in cards[:1])


@pytest.mark.parametrize("intent", Intent)
def test_the_longest_entry_fits_every_card(say: Phrases, intent: Intent) -> None:
    question = Question(
        intent,
        KEY,
        ages=(1, 2, 3, 4, 5, 6, 7, 8),
        topics=tuple(VOCABULARY.topics),
        others=(KEY,),
        words="word " * 90,
    )
    card = draw(answer(question, SHELF), question, say, VOCABULARY.topics)
    keeps_the_limits([card])
    keeps_the_limits([card, card, card])


@pytest.mark.parametrize("intent", Intent)
def test_all_that_there_is_to_say_fits_a_message(say: Phrases, intent: Intent) -> None:
    question = Question(intent, KEY, ages=(5,), topics=tuple(VOCABULARY.topics), others=(KEY,))
    keeps_the_limits([draw_whole(answer(question, SHELF), question, say, VOCABULARY.topics)])


def test_what_is_cut_keeps_its_heading_and_its_first_line(say: Phrases) -> None:
    question = Question(Intent.WARNINGS_OVERVIEW, KEY)
    card = draw_whole(answer(question, SHELF), question, say, VOCABULARY.topics)
    assert card.heading is not None
    assert card.heading.startswith(f"### {NAME} (2001)")
    said = parts([card])[1]["content"]
    assert said.startswith(f"{card.heading}\n{card.lines[0]}\n")
    assert said.endswith("…")


def test_no_spoiler_mark_is_cut_in_two(say: Phrases) -> None:
    question = Question(Intent.CONTENT_TOPIC, KEY, topics=tuple(VOCABULARY.topics))
    for drawn in (draw, draw_whole):
        for part in parts([drawn(answer(question, SHELF), question, say, VOCABULARY.topics)]):
            assert part.get("content", "").count("||") % 2 == 0


def test_a_hundred_buttons_are_cut_to_what_fits() -> None:
    buttons = tuple(
        question_button(f"Film {n}", Verb.GLANCE, Question(Intent.FACTS, f"film-{n}")) for n in range(100)
    )
    keeps_the_limits([Card(None, ("Which?",), buttons=buttons)])


@pytest.mark.parametrize("title", ["A", "W" * 300, "many words " * 30])
def test_a_title_keeps_its_year_within_a_choice_and_a_button(title: str) -> None:
    film = Film("x", title, 1999)
    assert len(choice_name(film)) <= limits.CHOICE_NAME
    assert len(label(film)) <= limits.BUTTON_LABEL
    assert choice_name(film).endswith("(1999)")
    assert label(film).endswith("(1999)")
