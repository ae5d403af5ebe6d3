"""The card for "what should we watch": films that fit, each with why and what to know before."""

from collections.abc import Iterator
from dataclasses import replace

from bot.film.fragments import MOST_UNKNOWN, reviewer_ages, title_line, topics_row
from bot.ui.actions import Verb
from bot.ui.card import Accent, Button, Card, question_button
from bot.ui.film_label import label
from bot.ui.markdown import COMMA, Markdown, bullet, escape
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Suggestions
from knowledge.entry import Level
from knowledge.library import film_of
from knowledge.questions import Intent, Question
from knowledge.verdicts import FittingFilm

MOST_BUTTONS = 5
MOST_UNSEEN = 1
LONGEST_WHY = 70
"""Characters; a film's own card, one press away, says more, and here more films are worth more."""


def suggestions_card(answer: Suggestions, question: Question, say: Phrases, room: Room) -> Card:
    """For whom, what was wished for, then a film a line."""
    films = answer.films[: room.items + 1]
    say = say.within(min(room.text // 2, LONGEST_WHY))
    asked = [] if answer.ages else [say("suggest.be_exact")]
    left = answer.more + len(answer.films[len(films) :])
    return Card(
        title_line(answer.movie.heading, answer.official) if answer.movie else None,
        (_head(answer, say), *_wish(answer, say), *(bullet(_film(one, answer, say)) for one in films)),
        small=(*asked, *_left(answer, left, say)),
        buttons=(*_share(answer, question, say), *_each(films, question)),
        accent=Accent.YES if answer.films and answer.ages else Accent.PLAIN,
        goes_on=replace(question, after=question.after + len(films)) if left else None,
        private=bool(answer.ages),
    )


def _left(answer: Suggestions, left: int, say: Phrases) -> list[Markdown]:
    """What else fits; where nothing does, what may."""
    if left:
        return [say("suggest.more", count=left)]
    return [say("suggest.uncertain", count=answer.uncertain)] if answer.uncertain else []


def _head(answer: Suggestions, say: Phrases) -> Markdown:
    if not answer.films:
        return say("suggest.none")
    if not answer.ages:
        return say("suggest.any")
    together = all(one.early for one in answer.films)
    return say("suggest.together" if together else "suggest.for", ages=say.join(map(str, answer.ages)))


def _wish(answer: Suggestions, say: Phrases) -> list[Markdown]:
    """What was wished for beside the ages, so that a word misunderstood is seen."""
    avoided = topics_row(answer.avoided, say, MOST_UNKNOWN)
    parts = [
        *([say("suggest.about", words=answer.about)] if answer.about else []),
        *([say("suggest.without", topics=avoided)] if answer.avoided else []),
        *([say("suggest.at_most", minutes=answer.minutes)] if answer.minutes else []),
    ]
    return [say("suggest.wish", parts=COMMA.join(parts))] if parts else []


def _film(one: FittingFilm, answer: Suggestions, say: Phrases) -> Markdown:
    open_topics = topics_row(one.unseen, say, MOST_UNSEEN)
    unseen = say("suggest.unseen", topics=open_topics) if one.unseen else Markdown("")
    return say(
        "suggest.film",
        heading=escape(one.movie.heading),
        facts=COMMA.join(_facts(one, answer, say)),
        why=_why(one, say),
        know=Markdown("").join([_to_know(one, say), unseen]),
    )


def _facts(one: FittingFilm, answer: Suggestions, say: Phrases) -> Iterator[Markdown]:
    """From which age, those who would wait longer than that child is old, and how long it lasts."""
    from_age, said = one.usual.from_age, one.usual.reviewers
    yield say("suggest.from" if from_age else "compare.usual_any", from_age=from_age)
    if said and answer.ages and said[1] > min(answer.ages):
        yield say("suggest.reviewers", ages=reviewer_ages(said, say))
    if one.movie.runtime:
        yield say("facts.minutes", minutes=one.movie.runtime)


def _why(one: FittingFilm, say: Phrases) -> Markdown:
    """What somebody wrote of it, else the sentence that was looked for, else what the film is."""
    if one.why:
        return say("suggest.why", why=one.why)
    told = say("suggest.why", why=one.spoken.says if one.spoken else one.movie.pitch)
    return say("suggest.shared", genres=say.join(one.shared), why=told) if one.shared else told


def _to_know(one: FittingFilm, say: Phrases) -> Markdown:
    """What is in it by level, the most first; of what is there or not the name alone."""
    if not one.know:
        return say("suggest.clean")
    levels = {each.finding.level: None for each in one.know if each.finding}
    told = (_of_level(one, level, say) for level in levels)
    return say("suggest.know", topics=COMMA.join(told))


def _of_level(one: FittingFilm, level: Level, say: Phrases) -> Markdown:
    held = [each.topic for each in one.know if each.finding and each.finding.level is level]
    names = topics_row(held, say)
    return (
        names
        if level is Level.PRESENT
        else say("known.level", topic=names, level=say(f"level.{level.value}"))
    )


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
