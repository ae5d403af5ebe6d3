"""Cards about the film itself: story, facts, what to talk about, what to watch instead."""

from bot.film.fragments import title_line
from bot.film.glance_card import film_buttons
from bot.ui.card import Card
from bot.ui.markdown import COMMA, Markdown, bullet, escape
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Alternatives, Facts, OfEntry, Story, TalkAbout
from knowledge.entry import Movie
from knowledge.questions import Intent


def story_card(answer: Story, say: Phrases) -> Card:
    """What all may know; the rest behind a spoiler mark."""
    story = say("story.told", says=answer.story.says)
    detail = [say("story.detail", detail=answer.story.detail)] if answer.story.detail else []
    return _card(answer, (say("story.head"), story, *detail), say, Intent.STORY)


def facts_card(answer: Facts, say: Phrases) -> Card:
    """The facts that were asked for."""
    lines = tuple(_fact(answer.movie, part, say) for part in answer.parts)
    return _card(answer, lines, say, Intent.FACTS)


def talk_card(answer: TalkAbout, say: Phrases, room: Room) -> Card:
    """Questions for the family, numbered."""
    questions = enumerate(answer.movie.talk_about[: max(1, room.items)], start=1)
    lines = (say("talk.line", place=place, question=question) for place, question in questions)
    return _card(answer, (say("talk.head"), *lines), say, Intent.TALK_ABOUT)


def alternatives_card(answer: Alternatives, say: Phrases, room: Room) -> Card:
    """Other films and why."""
    lines = (
        bullet(say("alternatives.line", heading=escape(one.movie.heading), why=one.why))
        for one in answer.suggested[: max(1, room.items)]
    )
    return _card(answer, (say("alternatives.head"), *lines), say, Intent.ALTERNATIVES)


def _card(answer: OfEntry, lines: tuple[Markdown, ...], say: Phrases, shown: Intent) -> Card:
    head = title_line(answer.movie.heading, answer.official)
    return Card(head, lines, buttons=film_buttons(answer.movie.id, say, without=shown))


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
