"""An entry that is not published yet, in the very cards that parents will see."""

from dataclasses import replace

from bot.cards.card import Card
from bot.cards.draw import draw
from bot.cards.film import film_card
from bot.cards.phrases import Phrases
from knowledge.answering.answer import answer
from knowledge.answering.contents import warnings_of
from knowledge.answering.official import official_ratings
from knowledge.answering.suitability import usual_age
from knowledge.answers import Ratings
from knowledge.facts import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question


def glance(movie: Movie, library: Library, country: str, say: Phrases) -> Card:
    """The film at a glance, without its buttons."""
    vocabulary = library.vocabulary
    ratings = official_ratings(movie, vocabulary, country=country)
    card = film_card(
        movie, Ratings(movie, ratings, usual_age(movie, vocabulary)), warnings_of(movie, vocabulary), say
    )
    return replace(card, presses=())


def part(movie: Movie, intent: Intent, library: Library, country: str, say: Phrases) -> Card:
    """One part of the entry, without its buttons."""
    question = Question(intent, movie.id)
    found = answer(question, library.with_entries([movie]), country)
    return replace(draw(found, question, say, library.vocabulary.topics), presses=())
