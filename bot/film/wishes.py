"""What was typed into /suggest and /compare, as a question. What is not understood is asked again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.film.replies import Replier
from bot.film.reply import Reply
from bot.ui.card import Card
from bot.ui.markdown import TYPED, escape
from knowledge.questions import Intent, Question


@dataclass(frozen=True, slots=True)
class Wish:
    """As it was typed; empty where nothing was."""

    ages: str
    like: str
    theme: str
    avoid: str
    minutes: int | None


def suggested(replier: Replier, wish: Wish, locale: str) -> Reply:
    """Films for this wish, or which part of it was not understood."""
    ages, say = replier.guide.ages(wish.ages) if wish.ages else (), replier.say(locale)
    if wish.ages and not ages:
        return Reply((Card(None, (say("form.age_again"),)),))
    topics, unknown = topics_in(replier, wish.avoid, locale)
    if unknown:
        return Reply((Card(None, (say("suggest.unknown_topic", typed=escape(unknown, TYPED)),)),))
    question = Question(
        Intent.SUGGEST, ages=ages, topics=topics, words=" ".join(wish.theme.split()), minutes=wish.minutes
    )
    return replier.film(wish.like, locale, question) if wish.like else replier.question(question, locale)


def compared(replier: Replier, titles: Sequence[str], typed_ages: str, locale: str) -> Reply:
    """These films side by side; where a title is not certain, which film is meant."""
    ages, say = replier.guide.ages(typed_ages) if typed_ages else (), replier.say(locale)
    if typed_ages and not ages:
        return Reply((Card(None, (say("form.age_again"),)),))
    found = {title: replier.film_id(title) for title in titles}
    certain = tuple(dict.fromkeys(film for film in found.values() if film))
    unsure = [title for title, film in found.items() if film is None]
    if unsure:
        return replier.film(unsure[0], locale, Question(Intent.COMPARE, ages=ages, others=certain))
    if len(certain) < 2:
        return Reply((Card(None, (say("compare.same"),)),))
    return replier.question(Question(Intent.COMPARE, certain[0], ages, others=certain[1:]), locale)


def topics_in(replier: Replier, typed: str, locale: str) -> tuple[tuple[str, ...], str]:
    """The topics that were named, in the guide's order, and the first part that names none."""
    parts = [part for part in map(str.strip, typed.split(",")) if part]
    named = {part: _named(replier, part, locale) for part in parts}
    unknown = next((part for part, topics in named.items() if not topics), "")
    every = {topic for topics in named.values() for topic in topics}
    return tuple(topic for topic in replier.guide.library.vocabulary.topics if topic in every), unknown


def _named(replier: Replier, part: str, locale: str) -> tuple[str, ...]:
    """By its name as it is offered, else by what people call it."""
    offered = dict(_names(replier, locale))
    chosen = [topic for topic, name in offered.items() if part.casefold() in (name.casefold(), topic)]
    read = (topic for one in replier.guide.understanding.read(part).questions for topic in one.topics)
    return tuple(chosen or (topic for topic in read if topic in offered))


def avoidable(replier: Replier, locale: str) -> list[str]:
    """The names of what can be avoided."""
    return [name for _, name in _names(replier, locale)]


def _names(replier: Replier, locale: str) -> Iterator[tuple[str, str]]:
    say = replier.say(locale)
    for topic in replier.guide.library.vocabulary.topics.values():
        if topic.kind != "positive":
            yield topic.id, say.topic(topic.id, topic.name)
