"""An action in the 100 characters of a custom_id, so that buttons, menus and forms work after a restart.

`u:` is a question of a parent, `m:`, `n:` and `f:` are a button, a menu and a form about anything else.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from hashlib import sha256

from bot.ui.actions import Action, ActionVerb, Verb
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
    Intent.SUGGEST: "sg",
    Intent.UNKNOWN: "un",
}
LETTERS: Mapping[ActionVerb, str] = {
    Verb.ANSWER: "a",
    Verb.SHARE: "s",
    Verb.GLANCE: "g",
    Verb.ASK: "q",
    Verb.AGES: "y",
    Verb.REPORT: "w",
    Verb.MORE: "m",
    Verb.SOURCES: "c",
    Verb.NOTIFY: "n",
    Verb.NONE_OF_THESE: "o",
    Verb.BEGIN_FILM: "e",
    Verb.REVIEW: "r",
}
"""What can be done with a question."""
_INTENT_OF = {code: intent for intent, code in INTENTS.items()}
_VERB_OF = {letter: verb for verb, letter in LETTERS.items()}

QUESTION = re.compile(
    r"u:(?P<verb>[a-z])(?P<language>[a-z]{2})?:(?P<intent>[a-z]{2})(?P<country>[A-Z]{2})?:(?P<movie>[\w-]*)"
    r":(?P<ages>[\d.]*):(?P<topics>[\w.]*):(?P<facts>[a-z.]*):(?P<rest>.*)"
)
PLAIN = re.compile(r"[mnf]:(?P<verb>[a-z_]+):(?P<movie>[\w-]*):(?P<rest>.*)")
OURS = re.compile("[umnf]:")
STANDS_FOR = "~"
"""Begins a short reference to a film whose id has no room."""
OLDEST = 999
"""An age has at most three digits."""


class Component(Enum):
    """What the action stands in."""

    BUTTON = "m"
    MENU = "n"
    FORM = "f"


@dataclass(frozen=True, slots=True)
class Names:
    """What short codes stand for: topics and verbs by code, facts by two letters, films by reference."""

    topics: Mapping[str, str] = field(default_factory=dict[str, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    films: Callable[[], Iterable[str]] = tuple
    verbs: Mapping[str, ActionVerb] = field(default_factory=dict[str, ActionVerb])

    @classmethod
    def of(
        cls,
        topics: Iterable[str],
        facts: Iterable[str],
        films: Callable[[], Iterable[str]],
        verbs: Mapping[str, ActionVerb],
    ) -> "Names":
        """By their ids."""
        by_code = {topic_code(topic): topic for topic in topics}
        return cls(by_code, {fact[:2]: fact for fact in facts}, films, verbs)


@cache
def topic_code(topic: str) -> str:
    """Four characters that stand for a topic id: a list of whole ids would not fit."""
    return sha256(topic.encode()).hexdigest()[:4]


def reference(movie: str) -> str:
    """Nine characters that stand for another film's id."""
    return STANDS_FOR + sha256(movie.encode()).hexdigest()[:8]


def is_ours(custom_id: str) -> bool:
    """Whether a custom_id was made here, by this Usher or another version."""
    return OURS.match(custom_id) is not None


def can_encode(action: Action) -> bool:
    """Not where the film's id would not be found again: without its film an action would be about nothing."""
    return not action.movie or is_film_id(action.movie)


def encode(action: Action, component: Component = Component.BUTTON) -> str:
    """The custom_id; what was chosen or typed does not stand in it.

    Where room is short whole things are left out, never a part of one: other films, topics, ages, facts.
    Words are cut and end in `CUT` then.
    """
    if action.question is not None:
        return _encoded(LETTERS[action.verb] + action.language, action.question)
    movie = action.movie if is_film_id(action.movie) else ""
    head = f"{component.value}:{action.verb.value}:{movie}:"
    return head + clip(" ".join(action.detail.split()), CUSTOM_ID - len(head))


def _encoded(verb: str, question: Question) -> str:
    codes = [topic_code(topic) for topic in question.topics]
    ages = [str(age) for age in question.ages if 0 <= age <= OLDEST]
    facts = [part[:2] for part in question.facts if re.match("[a-z]{2}", part)]
    while len(head := _head(verb, question, ages, codes, facts)) > CUSTOM_ID:
        (codes or ages or facts).pop()
    room = CUSTOM_ID - len(head)
    if question.intent is Intent.COMPARE:
        return head + _others(question.others, room)
    if question.intent is Intent.SUGGEST:
        return head + _wish(question, room)
    return head + clip(" ".join(question.words.split()), room)


def _wish(question: Question, room: int) -> str:
    """The most minutes, how many films were shown before, and the words of a wish."""
    before = f".{question.after}" if question.after else ""
    minutes = f"{question.minutes or ''}{before}|"
    if len(minutes) > room:
        return ""
    return minutes + clip(" ".join(question.words.split()), room - len(minutes))


def _head(verb: str, question: Question, ages: list[str], codes: list[str], facts: list[str]) -> str:
    movie = question.movie if question.movie and is_film_id(question.movie) else ""
    asked = INTENTS[question.intent] + question.country
    return ":".join(("u", verb, asked, movie, ".".join(ages), ".".join(codes), ".".join(facts), ""))


def _others(others: tuple[str, ...], room: int) -> str:
    """Their ids, else what stands for them, as many as there is room for."""
    films = [movie for movie in others if is_film_id(movie)]
    if len(whole := ".".join(films)) <= room:
        return whole
    most = (room + 1) // (len(reference("")) + 1)
    return ".".join(map(reference, films[:most]))


def decode(custom_id: str, names: Names) -> Action | None:
    """The action of a custom_id; None where this Usher does not know it, or not any more."""
    if found := QUESTION.fullmatch(custom_id):
        verb = _VERB_OF.get(found["verb"])
        return verb and Action.about(verb, _question(found, names), found["language"] or "")
    found = PLAIN.fullmatch(custom_id)
    verb = names.verbs.get(found["verb"]) if found else None
    return Action(verb, found["movie"], found["rest"]) if found and verb else None


def _question(found: re.Match[str], names: Names) -> Question:
    intent = _INTENT_OF.get(found["intent"], Intent.UNKNOWN)
    compared, suggested = intent is Intent.COMPARE, intent is Intent.SUGGEST
    numbers, _, words = found["rest"].partition("|") if suggested else ("", "", found["rest"])
    minutes, _, after = numbers.partition(".")
    return Question(
        intent=intent,
        movie=found["movie"] or None,
        ages=tuple(int(age) for age in found["ages"].split(".") if age),
        topics=tuple(names.topics[one] for one in found["topics"].split(".") if one in names.topics),
        facts=tuple(names.facts[one] for one in found["facts"].split(".") if one in names.facts),
        others=tuple(_named(found["rest"], names)) if compared else (),
        words="" if compared else words,
        country=found["country"] or "",
        minutes=int(minutes) if minutes.isdecimal() else None,
        after=int(after) if after.isdecimal() else 0,
    )


def _named(rest: str, names: Names) -> Iterable[str]:
    """The other films; what stands for one that is not there any more is left out."""
    listed = [one for one in rest.split(".") if one]
    short = any(one.startswith(STANDS_FOR) for one in listed)
    meant = {reference(movie): movie for movie in names.films()} if short else {}
    return (meant.get(one, one) for one in listed if one in meant or not one.startswith(STANDS_FOR))
