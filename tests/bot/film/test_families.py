"""What families type where nothing was imported, and what they read first: an official rating."""

from pathlib import Path

from bot.film.draw import draw
from bot.guide_factory import shipped_guide
from bot.ui.phrases import Languages
from knowledge.guide import Guide
from knowledge.questions import Intent, Question
from knowledge.titles.decision import Decided

FILE = Path(__file__).parents[2] / "knowledge" / "titles" / "families.tsv"
TYPED = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
MOST = 0.95
SAY = Languages()["en"]


def first_line(guide: Guide, film: str) -> str:
    question = Question(Intent.AGE_RATING, film)
    return draw(guide.answer(question), question, SAY, guide.library.vocabulary.topics).lines[0]


def test_nearly_all_are_accepted_rightly_with_an_official_rating_in_the_first_line() -> None:
    guide = shipped_guide(None)
    rated = wrong = 0
    for typed, film in TYPED:
        decision = guide.find(typed)
        if decision.decided is Decided.ACCEPT:
            wrong += decision.matches[0].film.id != film
            rated += " in the United States" in first_line(guide, decision.matches[0].film.id)
    assert len(TYPED) >= 200
    assert wrong == 0
    assert rated >= MOST * len(TYPED)
