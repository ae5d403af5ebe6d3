"""Every kind of answer into its card. Adding a kind of answer without showing it is a type error."""

from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import assert_never

from bot.film import (
    board_only_card,
    comparison_card,
    film_parts,
    glance_card,
    not_found_cards,
    suggestions_card,
    verdict_card,
    voices_card,
    warnings_card,
)
from bot.film.sources_card import sources_line
from bot.ui.actions import Verb
from bot.ui.card import Button, Card, question_button
from bot.ui.phone import LINES, ROOMS, WHOLE, Room, height
from bot.ui.phrases import Phrases
from knowledge.answers import (
    Alternatives,
    Answer,
    Aside,
    Comparison,
    Facts,
    Glance,
    NoFilmNamed,
    NoGuide,
    NoSuchFilm,
    NotRecorded,
    Quoted,
    Ratings,
    Reviews,
    Sourced,
    Story,
    Suggestions,
    Suitability,
    TalkAbout,
    Topics,
    Warnings,
    WhichFilm,
)
from knowledge.questions import Question
from knowledge.vocabulary import Topic

ASKING = 2
"""Buttons before those that say more: they ask something else."""


def draw(
    answer: Answer, question: Question, say: Phrases, topics: dict[str, Topic], lines: int = LINES
) -> Card:
    """The card for an answer, at most so tall on a phone; the question is what its buttons carry on."""
    match answer:
        case WhichFilm():
            return not_found_cards.which_card(answer, question, say)
        case NoSuchFilm():
            return not_found_cards.none_card(answer, say)
        case NoGuide():
            return _cut(board_only_card.board_only_card(answer, question, say), question, say, lines)
        case NoFilmNamed():
            return not_found_cards.no_film_card(answer, say)
        case Aside():
            return not_found_cards.aside_card(answer, say)
        case _:
            return _fitted(answer, question, say, topics, lines)


def draw_whole(answer: Answer, question: Question, say: Phrases, topics: dict[str, Topic]) -> Card:
    """The card with all that there is to say, as far as a message takes it."""
    if isinstance(answer, NoGuide):
        return board_only_card.board_only_card(answer, question, say)
    if not isinstance(answer, Sourced):
        return draw(answer, question, say, topics)
    whole = _going_on(_about(answer, question, say, topics, WHOLE), say)
    return _sourced(whole, sources_line(answer, say), question, say)


def _cut(card: Card, question: Question, say: Phrases, lines: int) -> Card:
    """The card at most so tall; *More* says what was left out."""
    if card.height <= lines:
        return card
    return _with(card.cut_to(lines), question_button(say("button.more"), Verb.MORE, question))


def _fitted(answer: Sourced, question: Question, say: Phrases, topics: dict[str, Topic], lines: int) -> Card:
    """The card that says most in so many lines; where it does not say all, *More* does."""
    sources = sources_line(answer, say)
    lines -= height(sources)
    whole = _about(answer, question, say, topics, WHOLE)
    if whole.height <= lines:
        return _sourced(_going_on(whole, say), sources, question, say)

    @cache
    def drawn(room: Room) -> Card:
        return _about(answer, question, say, topics, room)

    at = bisect_left(ROOMS, True, key=lambda room: drawn(room).height <= lines)
    card = drawn(ROOMS[min(at, len(ROOMS) - 1)]).cut_to(lines)
    card = replace(card, goes_on=card.goes_on or question)
    return _sourced(_going_on(card, say), sources, question, say)


def _going_on(card: Card, say: Phrases) -> Card:
    """The card with *More*, where there is more."""
    if card.goes_on is None:
        return card
    return _with(card, question_button(say("button.more"), Verb.MORE, card.goes_on))


def _sourced(card: Card, line: tuple[str, ...], question: Question, say: Phrases) -> Card:
    """The card with the line of its sources and the button that gives all of them."""
    if not line:
        return card
    sources = question_button(say("button.sources"), Verb.SOURCES, question)
    return _with(replace(card, small=(*line, *card.small)), sources)


def _with(card: Card, button: Button) -> Card:
    """The card with this button among the first, which are shown in any case."""
    return replace(card, buttons=(*card.buttons[:ASKING], button, *card.buttons[ASKING:]))


def _about(  # noqa: C901 - a flat table, one row a kind of answer
    answer: Sourced, question: Question, say: Phrases, topics: dict[str, Topic], room: Room
) -> Card:
    say = say.within(room.text)
    match answer:
        case Suitability():
            return verdict_card.verdict_card(answer, say, room)
        case Glance():
            return glance_card.glance_card(answer, say, room)
        case Ratings():
            return voices_card.ratings_card(answer, question, say, room)
        case Topics():
            return warnings_card.topics_card(answer, say, room)
        case Warnings():
            return warnings_card.warnings_card(answer, say, room)
        case Quoted():
            return warnings_card.quoted_card(answer, say, room)
        case Reviews():
            return voices_card.reviews_card(answer, say, topics, room)
        case Story():
            return film_parts.story_card(answer, say)
        case Facts():
            return film_parts.facts_card(answer, say)
        case TalkAbout():
            return film_parts.talk_card(answer, say, room)
        case Alternatives():
            return film_parts.alternatives_card(answer, say, room)
        case Suggestions():
            return suggestions_card.suggestions_card(answer, question, say, room)
        case Comparison():
            return comparison_card.comparison_card(answer, say, room)
        case NotRecorded():
            return not_found_cards.not_recorded_card(answer, say)
    assert_never(answer)
