"""Cards for what others say: official boards and reviewers, each by itself."""

from bot.cards.card import Card
from bot.cards.film import film_presses
from bot.cards.phrases import Phrases
from bot.cards.saying import Notes, code_of, official_lines, usual_line, voice_line
from knowledge.answers import Ratings, Reviews
from knowledge.facts import Quality
from knowledge.questions import Intent
from knowledge.vocabulary import Topic


def ratings_card(answer: Ratings, say: Phrases) -> Card:
    """The rating first, what its code means, then other countries and our own reading beside it."""
    notes = Notes(answer.movie)
    first, *others = answer.official
    head, *at = official_lines(first, say, notes, "official.head")
    means = say("official.means", code=code_of(first), says=first.code.says)
    usual = usual_line(answer.usual, say, recorded=bool(answer.movie.findings))
    lines = (
        head,
        " ".join([means, *at]),
        *(" ".join(official_lines(one, say, notes)) for one in others),
        usual,
    )
    presses = film_presses(answer.movie.id, say)
    return Card(f"### {answer.movie.heading}", lines, notes.line(say), presses)


def reviews_card(answer: Reviews, say: Phrases, topics: dict[str, Topic]) -> Card:
    """How many voices there are, then each; then what is good and what is missing."""
    notes = Notes(answer.movie)
    count = len(answer.voices)
    counts = say("voice.one" if count == 1 else "voice.many", count=count)
    spoken = [f"- {voice_line(voice, say, notes, topics)}" for voice in answer.voices]
    head = [say("voice.head", counts=counts)] if count else []
    quality = _quality(answer.movie.quality, say, notes) if answer.movie.quality else []
    lines = (*head, *spoken, *(f"- {line}" for line in quality))
    presses = film_presses(answer.movie.id, say, without=Intent.REVIEW_SUMMARY)
    return Card(f"### {answer.movie.heading}", lines, notes.line(say), presses)


def _quality(quality: Quality, say: Phrases, notes: Notes) -> list[str]:
    rows = (("voice.strengths", quality.strengths), ("voice.limits", quality.limits))
    marks = notes.cite(*quality.sources)
    return [say(key, lines=" ".join(lines), notes=marks) for key, lines in rows if lines]
