"""Two films side by side, and what is said where one of them has no guide."""

from bot.film.film_parts import comparison_card
from bot.ui.phone import WHOLE
from bot.ui.phrases import Phrases
from knowledge.answering.answer import answer
from knowledge.answers import Comparison
from knowledge.library import Library
from knowledge.questions import Intent, Question


def compared(library: Library, *films: str) -> Comparison:
    asked = Question(intent=Intent.COMPARE, movie=films[0], ages=(5,), others=films[1:])
    found = answer(asked, library)
    assert isinstance(found, Comparison)
    return found


def test_a_film_without_a_guide_is_not_passed_over_in_silence(library: Library, say: Phrases) -> None:
    one, other, *_ = library.movies
    alone = "The other film has no guide yet"
    assert alone in str(comparison_card(compared(library, one, "tt0000000"), say, WHOLE))
    assert alone not in str(comparison_card(compared(library, one, other), say, WHOLE))
