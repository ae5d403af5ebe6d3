"""A verdict that warns says why, however little room is left for it."""

import pytest

from bot.film.draw import draw
from bot.film.fragments import made_for_line
from bot.ui.phone import LINES
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.answers import Suitability
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.verdicts import Verdict
from tests.films import VOCABULARY

WARNS = frozenset({Verdict.NOT_YET, Verdict.WITH_CARE})
LANGUAGES = Languages()


@pytest.mark.parametrize("ages", [(6,), (6, 10)])
@pytest.mark.parametrize("language", read_words())
def test_half_a_card_still_names_what_it_warns_of(
    library: Library, language: str, ages: tuple[int, ...]
) -> None:
    say, met = LANGUAGES[language], 0
    for movie in list(library.movies.values())[::7]:
        question = Question(Intent.SUITABILITY, movie.id, ages)
        found = answer(question, library)
        assert isinstance(found, Suitability)
        if found.verdicts[0].verdict not in WARNS or not (found.reasons or found.made_for):
            continue
        met += 1
        text = draw(found, question, say, VOCABULARY.topics, LINES // 2).text
        age = found.verdicts[0].age
        if age >= found.usual.from_age:  # Voices are why.
            assert say("verdict.with_care_voices", child=say("child.age", count=age)) in text, text
        elif found.made_for:
            assert any(made_for_line(found.made_for, say, brief=brief) in text for brief in (True, False)), (
                text
            )
        else:
            assert say.topic(found.reasons[0].topic.id, found.reasons[0].topic.name) in text, text
    assert met > 10
