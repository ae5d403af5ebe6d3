"""What boards named, as lines of a card: topic by topic, in their words, or that they do not name it."""

from itertools import groupby

from bot.film.fragments import topic_name
from bot.ui.markdown import COMMA, Markdown, escape
from bot.ui.phrases import Phrases
from knowledge.answers import NoGuide
from knowledge.verdicts import BoardNamed
from knowledge.vocabulary import Topic


def about_topic(topic: Topic, named: tuple[BoardNamed, ...], answer: NoGuide, say: Phrases) -> list[Markdown]:
    """A topic that was asked about: who names it and how much, or that it is not named."""
    name = say.topic(topic.id, topic.name)
    if not named:
        return [not_named(name, answer, say)]
    return [
        say(
            "known.topic" if _is_first(one, answer) else "known.topic_in",
            topic=name,
            level=say(f"level.{one.level.value}"),
            place=say.country(one.board.country),
            words=say("known.words", words=one.words) if one.words else "",
        )
        for one in named
    ]


def not_named(name: str, answer: NoGuide, say: Phrases) -> Markdown:
    """By the board whose words are known, which need not be the one whose rating stands in the first line."""
    if not answer.named:
        return say("known.nothing_named", topic=name)
    first = answer.named[0]
    key = "known.not_named" if _is_first(first, answer) else "known.not_named_in"
    return say(key, topic=name, place=say.country(first.board.country))


def named_lines(answer: NoGuide, say: Phrases) -> list[Markdown]:
    """What each board named, in its own words where they are known."""
    by_board = groupby(answer.named, key=lambda one: one.board.id)
    return [_names(list(named), answer, say) for _, named in by_board]


def _names(named: list[BoardNamed], answer: NoGuide, say: Phrases) -> Markdown:
    by_words = dict[str, list[BoardNamed]]()
    for one in named:
        by_words.setdefault(one.words, []).append(one)
    names = COMMA.join(each for words, alike in by_words.items() for each in _in_words(words, alike, say))
    key = "known.names" if _is_first(named[0], answer) else "known.names_in"
    return say(key, named=names, place=say.country(named[0].board.country))


def _in_words(words: str, alike: list[BoardNamed], say: Phrases) -> list[Markdown]:
    """The board's words; behind the names of their topics for who may not read the board's language."""
    if not words:
        return [of_level(one, say) for one in alike]
    if alike[0].board.language == say.language:
        return [escape(words)]
    topics = COMMA.join(topic_name(one.topic, say) for one in alike)
    return [say("known.quoted", topic=topics, words=words)]


def _is_first(one: BoardNamed, answer: NoGuide) -> bool:
    """Whether the board is the one whose rating stands in the first line."""
    return bool(answer.official) and answer.official[0].board.id == one.board.id


def of_level(one: BoardNamed, say: Phrases) -> Markdown:
    """A topic and how much of it: "violence (mild)"; of what is there or not its name alone."""
    name = topic_name(one.topic, say)
    if one.topic.kind != "scale":
        return escape(name)
    return say("known.level", topic=name, level=say(f"level.{one.level.value}"))
