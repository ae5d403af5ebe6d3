"""Films side by side, and what is said where some of them have no guide."""

from itertools import permutations
from pathlib import Path

import pytest

from bot.film.comparison_card import comparison_card
from bot.film.replies import Replier
from bot.guide_factory import shipped_guide
from bot.ui.film_label import label
from bot.ui.phone import LINES, WHOLE
from bot.ui.phrases import Languages, Phrases, read_words
from knowledge.answering.answer import answer
from knowledge.answers import Comparison
from knowledge.library import Library
from knowledge.questions import Intent, Question

GUIDED = ("coco-2017", "frozen-2013")
WITHOUT = ("bolt-2008", "cujo-1983", "john-wick-2014")
SETS = [some for count in (2, 3) for some in permutations((*GUIDED, *WITHOUT), count)]


@pytest.fixture(scope="module")
def replier(catalogue: Path) -> Replier:
    return Replier(shipped_guide(catalogue), Languages())


def compared(library: Library, *films: str) -> Comparison:
    asked = Question(intent=Intent.COMPARE, movie=films[0], ages=(5,), others=films[1:])
    found = answer(asked, library)
    assert isinstance(found, Comparison)
    return found


def test_a_film_that_is_not_known_is_not_passed_over_in_silence(library: Library, say: Phrases) -> None:
    one, other, *_ = library.movies
    alone = "Name a second film that I know"
    assert alone in str(comparison_card(compared(library, one, "tt0000000"), say, WHOLE))
    assert alone not in str(comparison_card(compared(library, one, other), say, WHOLE))


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("ages", [(), (9,)])
def test_every_film_that_was_named_stands_on_the_card_with_what_is_known_of_it(
    ages: tuple[int, ...], language: str, replier: Replier
) -> None:
    titles = replier.guide.titles
    for films in SETS:
        (card,) = replier.question(Question(Intent.COMPARE, films[0], ages, others=films[1:]), language).cards
        named = [film for one in films if (film := titles.named(one))]
        assert len(named) == len(films)
        assert [label(film) for film in named if label(film) not in card.text] == [], card.text
        assert card.height <= LINES


def test_a_board_s_word_for_too_much_is_said_beside_a_guide_too(replier: Replier) -> None:
    question = Question(Intent.COMPARE, "coco-2017", (9,), others=("john-wick-2014",))
    (card,) = replier.question(question, "en").cards
    beside = next(line for line in card.lines if "John Wick" in line)
    assert "R in the United States" in beside
    assert "Not yet at 9" in beside
    assert "From Usher's list of films" in card.text
