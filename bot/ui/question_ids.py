"""A question in the 100 characters of a button's custom_id, so that buttons work after a restart."""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from bot.ui.limits import CUSTOM_ID, clip
from knowledge.questions import Intent, Question
from knowledge.titles.films import is_film_id

# Short codes, since a film's id may take most of the room. They are in messages for years: never change one.
INTENTS = {
    Intent.SUITABILITY: "su",
    Intent.AGE_RATING: "ra",
    Intent.CONTENT_TOPIC: "to",
    Intent.WARNINGS_OVERVIEW: "wa",
    Intent.REVIEW_SUMMARY: "re",
    Intent.STORY: "st",
    Intent.FACTS: "fa",
    Intent.TALK_ABOUT: "ta",
    Intent.ALTERNATIVES: "al",
    Intent.COMPARE: "co",
    Intent.UNKNOWN: "un",
}
_BY_CODE = {code: intent for intent, code in INTENTS.items()}

PATTERN = (
    r"u:(?P<does>[asgqywnomce])(?P<language>[a-z]{2})?:(?P<intent>[a-z]{2}):(?P<movie>[\w-]*)"
    r":(?P<ages>[\d.]*):(?P<topics>[\w.]*):(?P<facts>[a-z.]*):(?P<rest>.*)"
)
STANDS_FOR = "~"
"""Begins a short reference to a film whose id has no room."""
OLDEST = 999
"""What a button may carry as an age is a number of at most three digits."""

Films = Callable[[], Iterable[str]]
"""The ids of all films that a reference may stand for."""


def topic_code(topic: str) -> str:
    """Four characters that stand for a topic id: a list of whole ids would not fit."""
    return sha256(topic.encode()).hexdigest()[:4]


def reference(movie: str) -> str:
    """Nine characters that stand for another film's id."""
    return STANDS_FOR + sha256(movie.encode()).hexdigest()[:8]


def to_custom_id(does: str, question: Question, language: str = "") -> str:
    """The custom_id that carries the question, and the language of the answer if it is not the presser's.

    Where room is short whole things are left out, never a part of one: other films, topics, ages, facts.
    Words to look for are cut, since they are no name of anything.
    """
    signs = [topic_code(topic) for topic in question.topics]
    ages = [str(age) for age in question.ages if 0 <= age <= OLDEST]
    facts = [part[:2] for part in question.facts if re.match("[a-z]{2}", part)]
    while len(head := _head(does + language, question, ages, signs, facts)) > CUSTOM_ID:
        (signs or ages or facts).pop()
    room = CUSTOM_ID - len(head)
    if question.intent is Intent.COMPARE:
        return head + _others(question.others, room)
    return head + clip(" ".join(question.words.split()), room)


def _head(does: str, question: Question, ages: list[str], signs: list[str], facts: list[str]) -> str:
    movie = question.movie if question.movie and is_film_id(question.movie) else ""
    parts = ("u", does, INTENTS[question.intent], movie, ".".join(ages), ".".join(signs), ".".join(facts))
    return ":".join((*parts, ""))


def _others(others: tuple[str, ...], room: int) -> str:
    """Their ids, else what stands for them, as many as there is room for."""
    films = [movie for movie in others if is_film_id(movie)]
    if len(whole := ".".join(films)) <= room:
        return whole
    most = (room + 1) // (len(reference("")) + 1)
    return ".".join(map(reference, films[:most]))


def from_match(
    match: re.Match[str], topics: dict[str, str], facts: dict[str, str], films: Films = tuple
) -> Question:
    """The question that a custom_id carries; `topics` by sign, `facts` by their first two letters."""
    intent = _BY_CODE.get(match["intent"], Intent.UNKNOWN)
    compared = intent is Intent.COMPARE
    return Question(
        intent=intent,
        movie=match["movie"] or None,
        ages=tuple(int(age) for age in match["ages"].split(".") if age),
        topics=tuple(topics[one] for one in match["topics"].split(".") if one in topics),
        facts=tuple(facts[one] for one in match["facts"].split(".") if one in facts),
        others=tuple(_named(match["rest"], films)) if compared else (),
        words="" if compared else match["rest"],
    )


def _named(rest: str, films: Films) -> Iterable[str]:
    """The other films; what stands for one that is not there any more is left out."""
    listed = [one for one in rest.split(".") if one]
    short = any(one.startswith(STANDS_FOR) for one in listed)
    meant = {reference(movie): movie for movie in films()} if short else {}
    return (meant.get(one, one) for one in listed if one in meant or not one.startswith(STANDS_FOR))
