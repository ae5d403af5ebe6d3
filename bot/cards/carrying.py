"""A question in the 100 characters of a button's custom_id, so that buttons work after a restart."""

import re
from hashlib import sha256

from bot.cards.limits import CUSTOM_ID
from knowledge.questions import Intent, Question

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
    r"u:(?P<does>[asgqywn]):(?P<intent>[a-z]{2}):(?P<movie>[\w-]*):(?P<ages>[\d.]*)"
    r":(?P<topics>[\w.]*):(?P<facts>[a-z.]*):(?P<rest>.*)"
)


def sign(topic: str) -> str:
    """Four characters that stand for a topic id: a list of whole ids would not fit."""
    return sha256(topic.encode()).hexdigest()[:4]


def to_custom_id(does: str, question: Question) -> str:
    """The custom_id that carries the question. What does not fit is left out: words, topics, then ages."""
    signs = [sign(topic) for topic in question.topics]
    ages = [str(age) for age in question.ages]
    while len(head := _head(does, question, ages, signs)) > CUSTOM_ID:
        (signs or ages).pop()
    words = " ".join(question.words.split())
    return (head + (".".join(question.others) or words))[:CUSTOM_ID]


def _head(does: str, question: Question, ages: list[str], signs: list[str]) -> str:
    facts = ".".join(part[:2] for part in question.facts)
    intent, movie = INTENTS[question.intent], question.movie or ""
    return ":".join(("u", does, intent, movie, ".".join(ages), ".".join(signs), facts, ""))


def from_match(match: re.Match[str], topics: dict[str, str], facts: dict[str, str]) -> Question:
    """The question that a custom_id carries; `topics` by sign, `facts` by their first two letters."""
    intent = _BY_CODE.get(match["intent"], Intent.UNKNOWN)
    compared = intent is Intent.COMPARE
    return Question(
        intent=intent,
        movie=match["movie"] or None,
        ages=tuple(int(age) for age in match["ages"].split(".") if age),
        topics=tuple(topics[one] for one in match["topics"].split(".") if one in topics),
        facts=tuple(facts[one] for one in match["facts"].split(".") if one in facts),
        others=tuple(match["rest"].split(".")) if compared and match["rest"] else (),
        words="" if compared else match["rest"],
    )
