"""Cards for what is in a film: single topics, everything at once, and sentences found by words."""

from bot.cards.card import Card
from bot.cards.film import checked_line, film_presses
from bot.cards.phrases import Phrases
from bot.cards.saying import Notes, finding_line, listed, not_recorded_line, topics_row, typed, who
from knowledge.answers import Quoted, Topics, Warnings
from knowledge.questions import Intent
from knowledge.verdicts import Assessment


def topics_card(answer: Topics, say: Phrases) -> Card:
    """Each topic's level in the first words; the plot behind a spoiler mark."""
    notes = Notes(answer.movie)
    lines = tuple(line for one in answer.assessments for line in _topic(one, say, notes))
    presses = film_presses(answer.movie.id, say)
    return Card(f"### {answer.movie.heading}", lines, notes.line(say), presses)


def warnings_card(answer: Warnings, say: Phrases) -> Card:
    """Every finding, the highest level first."""
    notes = Notes(answer.movie)
    head = say("contents.head") if answer.found else say("contents.clean")
    found = [f"- {finding_line(one, say, notes)}" for one in answer.found]
    good = [f"- {finding_line(one, say, notes)}" for one in answer.good]
    absent = [say("contents.none", topics=topics_row(answer.absent, say))] if answer.absent else []
    rest = [f"- {line}" for line in (*absent, *not_recorded_line(answer.not_assessed, say))]
    lines = (head, *found, *good, *rest)
    small = (*notes.line(say), checked_line(answer.movie, say))
    presses = film_presses(answer.movie.id, say, without=Intent.WARNINGS_OVERVIEW)
    return Card(f"### {answer.movie.heading}", lines, small, presses)


def quoted_card(answer: Quoted, say: Phrases) -> Card:
    """Sentences that speak of the words; finding none is said not to be a no."""
    notes = Notes(answer.movie)
    words = typed(answer.words)
    head = say("contents.quoted" if answer.quotes else "contents.quoted_none", words=words)
    quotes = [
        say(
            "contents.spoils" if one.spoils else "contents.says",
            says=one.says,
            notes=notes.cite(*one.sources),
        )
        for one in answer.quotes
    ]
    lines = (head, *(f"- {quote}" for quote in quotes))
    return Card(f"### {answer.movie.heading}", lines, notes.line(say), film_presses(answer.movie.id, say))


def _topic(one: Assessment, say: Phrases, notes: Notes) -> list[str]:
    topic = say.topic(one.topic.id, one.topic.name)
    if one.finding is None:
        return [say("topic_answer.not_assessed", topic=topic)]
    level, marks = one.finding.level.value, notes.cite(*one.finding.sources)
    lines = [say(f"topic_answer.{level}", topic=topic, says=one.finding.says, notes=marks)]
    if one.finding.detail:
        lines.append(say("reason.detail", detail=one.finding.detail))
    if one.disputed_by:
        voices = listed(dict.fromkeys(who(voice, say) for voice in one.disputed_by), say("list.and"))
        marks = notes.cite(*(voice.source for voice in one.disputed_by), say("list.and"))
        lines.append(say("reason.disputed", voices=voices, notes=marks))
    if one.finding.inferred:
        lines.append(say("topic_answer.inferred", why=one.finding.inferred))
    return lines
