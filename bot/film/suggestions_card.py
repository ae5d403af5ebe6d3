"""The card for "what should we watch": films that fit, each with why and what to know before."""

from bot.film.fragments import MOST_UNKNOWN, topics_row
from bot.ui.actions import Verb
from bot.ui.card import Accent, Button, Card, question_button
from bot.ui.film_label import label
from bot.ui.markdown import APART, COMMA, Markdown, bullet, escape, heading
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Suggestions
from knowledge.entry import Level
from knowledge.library import film_of
from knowledge.questions import Intent, Question
from knowledge.verdicts import Assessment, FittingFilm

MOST_BUTTONS = 5
LONGEST_WHY = 90
"""Characters; a film's own card, one press away, says more, and here more films are worth more."""


def suggestions_card(answer: Suggestions, question: Question, say: Phrases, room: Room) -> Card:
    """For whom, what was wished for, then a film a line."""
    films = answer.films[: max(1, room.items)]
    say = say.within(min(room.text, LONGEST_WHY))
    asked = [] if answer.ages else [say("suggest.be_exact")]
    more = [say("suggest.uncertain", count=answer.uncertain)] if answer.uncertain else []
    return Card(
        heading(answer.movie.heading) if answer.movie else None,
        (_head(answer, say), *_wish(answer, say), *(bullet(_film(one, say)) for one in films)),
        small=(*asked, *more),
        buttons=(*_share(answer, question, say), *_each(films, question)),
        accent=Accent.YES if answer.films and answer.ages else Accent.PLAIN,
        private=bool(answer.ages),
    )


def _head(answer: Suggestions, say: Phrases) -> Markdown:
    if not answer.films:
        return say("suggest.none")
    if not answer.ages:
        return say("suggest.any")
    return say("suggest.for", ages=say.join(map(str, answer.ages)))


def _wish(answer: Suggestions, say: Phrases) -> list[Markdown]:
    """What was wished for beside the ages, so that a word misunderstood is seen."""
    avoided = topics_row(answer.avoided, say, MOST_UNKNOWN)
    parts = [
        *([say("suggest.about", words=answer.about)] if answer.about else []),
        *([say("suggest.without", topics=avoided)] if answer.avoided else []),
        *([say("suggest.at_most", minutes=answer.minutes)] if answer.minutes else []),
    ]
    return [say("suggest.wish", parts=COMMA.join(parts))] if parts else []


def _film(one: FittingFilm, say: Phrases) -> Markdown:
    usual = say("compare.usual" if one.usual.from_age else "compare.usual_any", from_age=one.usual.from_age)
    length = [say("facts.minutes", minutes=one.movie.runtime)] if one.movie.runtime else []
    return say(
        "suggest.film",
        heading=escape(one.movie.heading),
        facts=COMMA.join([usual, *length]),
        why=_why(one, say),
        know=_to_know(one, say),
    )


def _why(one: FittingFilm, say: Phrases) -> Markdown:
    """What somebody wrote of it, else the sentence that was looked for, else what the film is."""
    if one.why:
        return say("suggest.why", why=one.why)
    told = say("suggest.why", why=one.spoken.says if one.spoken else one.movie.pitch)
    return say("suggest.shared", genres=say.join(one.shared), why=told) if one.shared else told


def _to_know(one: FittingFilm, say: Phrases) -> Markdown:
    if not one.know:
        return say("suggest.clean")
    return say("suggest.know", topics=APART.join(_topic(each, say) for each in one.know))


def _topic(one: Assessment, say: Phrases) -> Markdown:
    """A topic with its level; of one that is there or not, its name alone."""
    name = topics_row((one.topic,), say)
    if one.finding is None or one.finding.level is Level.PRESENT:
        return name
    return say("known.level", topic=name, level=say(f"level.{one.finding.level.value}"))


def _share(answer: Suggestions, question: Question, say: Phrases) -> tuple[Button, ...]:
    return (question_button(say("button.share"), Verb.SHARE, question),) if answer.ages else ()


def _each(films: tuple[FittingFilm, ...], question: Question) -> tuple[Button, ...]:
    """A button a film: the verdict for the ages, or without any the film at a glance."""
    verb = Verb.ANSWER if question.ages else Verb.GLANCE
    intent = Intent.SUITABILITY if question.ages else Intent.WARNINGS_OVERVIEW
    shown = films[:MOST_BUTTONS]
    return tuple(
        question_button(label(film_of(one.movie)), verb, Question(intent, one.movie.id, question.ages))
        for one in shown
    )
