"""Cards for what is in a film: single topics, everything at once, and sentences found by words."""

from collections.abc import Iterable

from bot.film.fragments import finding_line, not_recorded_line, title_line, voice_name
from bot.film.glance_card import absent, by_level, checked_line, film_buttons
from bot.ui.card import Card
from bot.ui.markdown import Markdown, bullet
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Quoted, Topics, Warnings
from knowledge.entry import Movie
from knowledge.questions import Intent
from knowledge.verdicts import Assessment, Mention, Quote


def topics_card(answer: Topics, say: Phrases, room: Room) -> Card:
    """The things that were named, then each topic by its level; the plot behind a spoiler mark."""
    movie = answer.movie
    quoted = [quote.says for one in answer.mentions for quote in one.quotes]
    lines = (
        *(line for one in answer.mentions for line in mention_lines(one, say)),
        *(
            line
            for one in answer.assessments[: room.items]
            for line in _topic(one, quoted, answer.movie, say)
        ),
        *(_level(one, quoted, say) for one in answer.assessments[room.items :]),
    )
    return Card(title_line(movie.heading, answer.official), lines, buttons=film_buttons(movie.id, say))


def mention_lines(mention: Mention, say: Phrases) -> list[Markdown]:
    """What is recorded of a thing, by the name that it was asked by."""
    if not mention.quotes:
        return [say("mention.none", word=mention.word)]
    says = Markdown(" ").join(_quote(quote, say) for quote in mention.quotes)
    return [say("mention.some", word=mention.word, says=says)]


def warnings_card(answer: Warnings, say: Phrases, room: Room) -> Card:
    """The highest levels with what there is, the others by name."""
    head = say("contents.head") if answer.found else say("contents.clean")
    shown, others = answer.found[: room.items], answer.found[room.items :]
    good = answer.good if len(shown) == len(answer.found) else ()
    lines = (
        *(finding_line(one, say) for one in shown),
        *by_level(others, say),
        *(finding_line(one, say) for one in good),
        *absent(answer, say),
        *not_recorded_line(answer.not_assessed, say),
    )
    return Card(
        title_line(answer.movie.heading, answer.official),
        (head, *map(bullet, lines)),
        (checked_line(answer.movie, say),),
        film_buttons(answer.movie.id, say, without=Intent.WARNINGS_OVERVIEW),
    )


def quoted_card(answer: Quoted, say: Phrases, room: Room) -> Card:
    """Sentences that speak of the words; finding none is said not to be a no."""
    head = say("contents.quoted" if answer.quotes else "contents.quoted_none", words=answer.words)
    quotes = (bullet(_quote(quote, say)) for quote in answer.quotes[: max(1, room.items)])
    return Card(
        title_line(answer.movie.heading, answer.official),
        (head, *quotes),
        buttons=film_buttons(answer.movie.id, say),
    )


def _quote(quote: Quote, say: Phrases) -> Markdown:
    return say("contents.spoils" if quote.spoils else "contents.says", says=quote.says)


def _topic(one: Assessment, quoted: Iterable[str], movie: Movie, say: Phrases) -> list[Markdown]:
    return [_level(one, quoted, say), *_more(one, movie, say)]


def _level(one: Assessment, quoted: Iterable[str], say: Phrases) -> Markdown:
    """The level and the sentence, without what was quoted above."""
    topic = say.topic(one.topic.id, one.topic.name)
    if one.finding is None:
        return say("topic_answer.not_assessed", topic=topic)
    says = one.finding.says
    for quote in quoted:
        says = says.replace(quote, "")
    line = say(f"topic_answer.{one.finding.level.value}", topic=topic, says=" ".join(says.split()))
    return Markdown(line.rstrip())


def _more(one: Assessment, movie: Movie, say: Phrases) -> list[Markdown]:
    """What gives the plot away, who disputes it, and why the level is ours."""
    lines: list[Markdown] = []
    if one.finding and one.finding.detail:
        lines.append(say("reason.detail", detail=one.finding.detail))
    if one.disputed_by:
        voices = dict.fromkeys(voice_name(voice, movie, say) for voice in one.disputed_by)
        lines.append(say("reason.disputed", voices=say.join(voices)))
    if one.finding and one.finding.inferred:
        lines.append(say("topic_answer.inferred", why=one.finding.inferred))
    return lines
