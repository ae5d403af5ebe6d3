"""An entry that is not published yet, in the very cards that parents will see."""

from dataclasses import replace

from bot.film.draw import draw
from bot.ui.card import Card
from bot.ui.phrases import Phrases
from knowledge.answering.answer import answer
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question


def glance(movie: Movie, library: Library, country: str, say: Phrases) -> Card:
    """The film at a glance, without its buttons."""
    return part(movie, Intent.UNKNOWN, library, country, say)


def part(movie: Movie, intent: Intent, library: Library, country: str, say: Phrases) -> Card:
    """One part of the entry, without its buttons."""
    question = Question(intent, movie.id)
    found = answer(question, library.with_entries([movie]), country)
    return replace(draw(found, question, say, library.vocabulary.topics), buttons=())
