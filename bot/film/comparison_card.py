"""The card of films side by side: those with a guide topic by topic, the others by what a board says."""

from collections.abc import Sequence
from dataclasses import replace

from bot.film.board_only_card import beside_lines, lists_line
from bot.film.fragments import title_line, with_code
from bot.film.glance_card import film_buttons
from bot.ui.actions import Verb
from bot.ui.card import Card, question_button
from bot.ui.markdown import APART, Markdown, bullet
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Compared, Comparison
from knowledge.questions import Intent, Question
from knowledge.verdicts import Assessment


def comparison_card(answer: Comparison, say: Phrases, room: Room) -> Card:
    """One line a film with its usual age or verdicts, then a line a topic, those first that differ most."""
    heads = [_compared(film, say) for film in answer.films]
    topics = zip(*(film.assessments for film in answer.films), strict=True)
    rows = [bullet(_row(answer.films, found, say)) for found in list(topics)[: max(1, room.items)]]
    beside = beside_lines(answer.beside, say)
    alone = [] if len(answer.films) > 1 or beside else [say("compare.alone")]
    card = Card(
        title_line(answer.movie.heading, answer.official),
        (say("compare.head"), *heads, *beside, *rows, *alone),
        lists_line(answer.beside, say),
        film_buttons(answer.movie.id, say),
    )
    ages = tuple(one.age for film in answer.films[:1] for one in film.verdicts)
    if not ages:
        return card
    compared = (*(film.movie.id for film in answer.films[1:]), *(one.film.id for one in answer.beside))
    share = question_button(
        say("button.share"), Verb.SHARE, Question(Intent.COMPARE, answer.movie.id, ages, others=compared)
    )
    return replace(card, private=True, buttons=(share, *card.buttons))


def _compared(film: Compared, say: Phrases) -> Markdown:
    verdicts = [say(f"compare.{one.verdict.value}", age=one.age) for one in film.verdicts]
    usual = Markdown(" ").join(verdicts) if verdicts else _usual(film, say)
    return say("compare.film", heading=with_code(film.movie.heading, film.official), usual=usual)


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
    """No age while what could bind is unknown; the rating beside its title is what is said then."""
    if film.usual.unknown:
        return say("compare.usual_unknown")
    return say("compare.usual" if film.usual.from_age else "compare.usual_any", from_age=film.usual.from_age)
