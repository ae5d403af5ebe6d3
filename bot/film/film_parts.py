"""Cards about the film itself: story, facts, what to talk about, what to watch instead, side by side."""

from collections.abc import Sequence
from dataclasses import replace

from bot.film.fragments import code_name
from bot.film.glance_card import film_buttons
from bot.ui.actions import Verb
from bot.ui.card import Card, question_button
from bot.ui.markdown import APART, COMMA, Markdown, bullet, escape, heading
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Alternatives, Compared, Comparison, Facts, Story, TalkAbout
from knowledge.entry import Movie
from knowledge.questions import Intent, Question
from knowledge.verdicts import Assessment


def story_card(answer: Story, say: Phrases) -> Card:
    """What all may know; the rest behind a spoiler mark."""
    story = say("story.told", says=answer.story.says)
    detail = [say("story.detail", detail=answer.story.detail)] if answer.story.detail else []
    return _card(answer.movie, (say("story.head"), story, *detail), say, Intent.STORY)


def facts_card(answer: Facts, say: Phrases) -> Card:
    """The facts that were asked for."""
    lines = tuple(_fact(answer.movie, part, say) for part in answer.parts)
    return _card(answer.movie, lines, say, Intent.FACTS)


def talk_card(answer: TalkAbout, say: Phrases, room: Room) -> Card:
    """Questions for the family, numbered."""
    questions = enumerate(answer.movie.talk_about[: max(1, room.items)], start=1)
    lines = (say("talk.line", place=place, question=question) for place, question in questions)
    return _card(answer.movie, (say("talk.head"), *lines), say, Intent.TALK_ABOUT)


def alternatives_card(answer: Alternatives, say: Phrases, room: Room) -> Card:
    """Other films and why."""
    lines = (
        bullet(say("alternatives.line", heading=escape(one.movie.heading), why=one.why))
        for one in answer.suggested[: max(1, room.items)]
    )
    return _card(answer.movie, (say("alternatives.head"), *lines), say, Intent.ALTERNATIVES)


def comparison_card(answer: Comparison, say: Phrases, room: Room) -> Card:
    """One line a film with its usual age or verdicts, then a line a topic, those first that differ most."""
    heads = [_compared(film, say) for film in answer.films]
    topics = zip(*(film.assessments for film in answer.films), strict=True)
    rows = [bullet(_row(answer.films, found, say)) for found in list(topics)[: max(1, room.items)]]
    alone = [say("compare.alone")] if len(answer.films) == 1 else []
    card = _card(answer.movie, (say("compare.head"), *heads, *rows, *alone), say, None)
    ages = tuple(one.age for one in answer.films[0].verdicts)
    if not ages:
        return card
    others = tuple(film.movie.id for film in answer.films[1:])
    share = question_button(
        say("button.share"), Verb.SHARE, Question(Intent.COMPARE, answer.movie.id, ages, others=others)
    )
    return replace(card, private=True, buttons=(share, *card.buttons))


def _card(movie: Movie, lines: tuple[Markdown, ...], say: Phrases, shown: Intent | None) -> Card:
    return Card(heading(movie.heading), lines, buttons=film_buttons(movie.id, say, without=shown))


def _compared(film: Compared, say: Phrases) -> Markdown:
    verdicts = [say(f"compare.{one.verdict.value}", age=one.age) for one in film.verdicts]
    usual = Markdown(" ").join(verdicts) if verdicts else _usual(film, say)
    return say("compare.film", heading=escape(film.movie.heading), usual=usual)


def _row(films: Sequence[Compared], found: Sequence[Assessment], say: Phrases) -> Markdown:
    """A topic with the level that each film has."""
    topic = found[0].topic
    levels = (
        say(
            "compare.level",
            title=film.movie.title,
            level=say(f"level.{one.finding.level.value}") if one.finding else say("compare.not_assessed"),
        )
        for film, one in zip(films, found, strict=True)
    )
    return say("compare.topic", topic=say.topic(topic.id, topic.name), levels=APART.join(levels))


def _usual(film: Compared, say: Phrases) -> Markdown:
    """No age while what could bind is unknown; the rating is what is said then."""
    if film.usual.unknown:
        rated, code = ("_rated", code_name(film.official)) if film.official else ("", "")
        return say(f"compare.usual_unknown{rated}", code=code)
    return say("compare.usual" if film.usual.from_age else "compare.usual_any", from_age=film.usual.from_age)


def running_time(total: int, say: Phrases) -> Markdown:
    """The running time in minutes, as hours and minutes as well."""
    hours, minutes = divmod(total, 60)
    hour = say("facts.hours", hours=hours) if hours else ""
    minute = say("facts.minutes", minutes=minutes)
    return say("facts.runtime", hours=hour, minutes=minute, total=total)


def _fact(movie: Movie, part: str, say: Phrases) -> Markdown:
    match part:
        case "runtime" if movie.runtime:
            return running_time(movie.runtime, say)
        case "year":
            return say("facts.year", year=movie.year)
        case "released":
            return say("facts.released", dates=COMMA.join(_releases(movie, say)))
        case "studio":
            return say("facts.studio", names=movie.studio)
        case _:
            return say(f"facts.{part}", names=say.join(getattr(movie, part)))


def _releases(movie: Movie, say: Phrases) -> list[Markdown]:
    dates = (("facts.theatrical", movie.released.theatrical), ("facts.home", movie.released.home))
    return [say(key, date=say.day(when)) for key, when in dates if when]
