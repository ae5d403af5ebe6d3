"""Every kind of answer into its card. Adding a kind of answer without showing it is a type error."""

from typing import assert_never

from bot.cards import about, contents, finding, suitable, voices
from bot.cards.card import Card
from bot.cards.phrases import Phrases
from knowledge.answers import (
    Alternatives,
    Answer,
    Aside,
    Comparison,
    Facts,
    NoFilmNamed,
    NoGuide,
    NoSuchFilm,
    NotRecorded,
    Quoted,
    Ratings,
    Reviews,
    Story,
    Suitability,
    TalkAbout,
    Topics,
    Warnings,
    WhichFilm,
)
from knowledge.questions import Question
from knowledge.vocabulary import Topic


def draw(  # noqa: C901 - a flat table, one row a kind of answer
    answer: Answer, question: Question, say: Phrases, topics: dict[str, Topic]
) -> Card:
    """The card for an answer; the question is what its buttons carry on."""
    match answer:
        case Suitability():
            return suitable.suitable_card(answer, say, topics)
        case Ratings():
            return voices.ratings_card(answer, say)
        case Topics():
            return contents.topics_card(answer, say)
        case Warnings():
            return contents.warnings_card(answer, say)
        case Quoted():
            return contents.quoted_card(answer, say)
        case Reviews():
            return voices.reviews_card(answer, say, topics)
        case Story():
            return about.story_card(answer, say)
        case Facts():
            return about.facts_card(answer, say)
        case TalkAbout():
            return about.talk_card(answer, say)
        case Alternatives():
            return about.alternatives_card(answer, say)
        case Comparison():
            return about.comparison_card(answer, say)
        case NotRecorded():
            return finding.not_recorded_card(answer, say)
        case WhichFilm():
            return finding.which_card(answer, question, say)
        case NoSuchFilm():
            return finding.none_card(answer, say)
        case NoGuide():
            return finding.no_guide_card(answer, say)
        case NoFilmNamed():
            return finding.no_film_card(answer, say)
        case Aside():
            return finding.aside_card(answer, say)
    assert_never(answer)
