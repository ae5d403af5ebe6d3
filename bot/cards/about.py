"""Cards about the film itself: story, facts, what to talk about, what to watch instead, side by side."""

from datetime import date

from bot.cards.card import Card
from bot.cards.film import film_presses
from bot.cards.phrases import Phrases
from bot.cards.saying import Notes, listed
from knowledge.answers import Alternatives, Compared, Comparison, Facts, Story, Suggested, TalkAbout
from knowledge.facts import Movie
from knowledge.questions import Intent
from knowledge.verdicts import Usual


def story_card(answer: Story, say: Phrases) -> Card:
    """What all may know; the rest behind a spoiler mark."""
    notes = Notes(answer.movie)
    told = f"{answer.story.says}{notes.cite(*answer.story.sources)}"
    detail = [say("story.detail", detail=answer.story.detail)] if answer.story.detail else []
    return _card(answer.movie, (say("story.head"), told, *detail), say, Intent.STORY, notes)


def facts_card(answer: Facts, say: Phrases) -> Card:
    """The facts that were asked for."""
    notes = Notes(answer.movie)
    notes.cite(*answer.movie.facts_from)
    lines = tuple(_fact(answer.movie, part, say) for part in answer.parts)
    return _card(answer.movie, lines, say, Intent.FACTS, notes)


def talk_card(answer: TalkAbout, say: Phrases) -> Card:
    """Questions for the family, numbered."""
    questions = enumerate(answer.movie.talk_about, start=1)
    lines = (say("talk.line", place=place, question=question) for place, question in questions)
    return _card(answer.movie, (say("talk.head"), *lines), say, Intent.TALK_ABOUT)


def alternatives_card(answer: Alternatives, say: Phrases) -> Card:
    """Other films, why, and the verdict where an age was asked about."""
    lines = (_suggested(one, say) for one in answer.suggested)
    return _card(answer.movie, (say("alternatives.head"), *lines), say, Intent.ALTERNATIVES)


def comparison_card(answer: Comparison, say: Phrases) -> Card:
    """One line a film with its usual age or verdicts, and the topics where they differ."""
    lines = (line for film in answer.films for line in _compared(film, say))
    alone = (say("compare.alone"),) if len(answer.films) == 1 else ()
    return _card(answer.movie, (say("compare.head"), *lines, *alone), say, None)


def _card(
    movie: Movie, lines: tuple[str, ...], say: Phrases, shown: Intent | None, notes: Notes | None = None
) -> Card:
    small = notes.line(say) if notes else ()
    return Card(f"### {movie.heading}", lines, small, film_presses(movie.id, say, without=shown))


def _suggested(one: Suggested, say: Phrases) -> str:
    verdicts = "".join(say(f"alternatives.{v.verdict.value}", age=v.age) for v in one.verdicts)
    return f"- {say('alternatives.line', heading=one.movie.heading, why=one.why, verdicts=verdicts)}"


def _compared(film: Compared, say: Phrases) -> list[str]:
    verdicts = [say(f"alternatives.{one.verdict.value}", age=one.age).strip() for one in film.verdicts]
    usual = " ".join(verdicts) if verdicts else _usual(film.usual, say)
    topics = (
        say(
            "compare.topic",
            topic=say.topic(one.topic.id, one.topic.name),
            level=say(f"level.{one.finding.level.value}") if one.finding else say("compare.not_assessed"),
        )
        for one in film.assessments
    )
    return [say("compare.film", heading=film.movie.heading, usual=usual), f"- {' · '.join(topics)}"]


def _usual(usual: Usual, say: Phrases) -> str:
    if usual.unknown:
        return say("compare.usual_unknown", from_age=usual.from_age)
    return say("compare.usual" if usual.from_age else "compare.usual_any", from_age=usual.from_age)


def _fact(movie: Movie, part: str, say: Phrases) -> str:
    match part:
        case "runtime" if movie.runtime:
            hours, minutes = divmod(movie.runtime, 60)
            hour = say("facts.hours", hours=hours) if hours else ""
            minute = say("facts.minutes", minutes=minutes)
            return say("facts.runtime", hours=hour, minutes=minute, total=movie.runtime)
        case "year":
            return say("facts.year", year=movie.year)
        case "released":
            return say("facts.released", dates=listed(_releases(movie, say), ", "))
        case "studio":
            return say("facts.studio", names=movie.studio)
        case _:
            return say(f"facts.{part}", names=listed(getattr(movie, part), say("list.and")))


def _releases(movie: Movie, say: Phrases) -> list[str]:
    dates = (("facts.theatrical", movie.released.theatrical), ("facts.home", movie.released.home))
    return [say(key, date=_day(when, say)) for key, when in dates if when]


def _day(when: date, say: Phrases) -> str:
    return say("list.day", day=when.day, month=say(f"month.m{when.month}"), year=when.year)
