"""An entry that is not published yet, in the very cards that parents will see."""

from dataclasses import replace

from bot.film.draw import draw
from bot.ui.card import Card
from bot.ui.phrases import Phrases
from knowledge.answering.answer import answer
from knowledge.entry import NOT_NAMED, Movie, Source
from knowledge.library import Library
from knowledge.questions import Intent, Question


def glance(movie: Movie, library: Library, country: str, say: Phrases) -> Card:
    """The film at a glance, without its buttons."""
    return part(movie, Intent.UNKNOWN, library, country, say)


def part(movie: Movie, intent: Intent, library: Library, country: str, say: Phrases) -> Card:
    """One part of the entry, without its buttons."""
    question = Question(intent, movie.id)
    shown = movie.model_copy(update={"sources": {**movie.sources, **_not_named(movie, say)}})
    found = answer(question, library.with_entries([shown]), country)
    return replace(draw(found, question, say, library.vocabulary.topics), buttons=())


def _not_named(movie: Movie, say: Phrases) -> dict[str, Source]:
    """What stands where a source is wanted, in the reader's language."""
    stands_in = movie.sources.get(NOT_NAMED)
    return {NOT_NAMED: stands_in.model_copy(update={"name": say("draft.not_named")})} if stands_in else {}
