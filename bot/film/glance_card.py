"""A film at a glance, which is what /movie shows, and the buttons that every card of a film has."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from bot.film.fragments import not_recorded_line, official_head, title_line, topics_row, usual_line
from bot.ui.actions import Verb
from bot.ui.card import Button, ButtonStyle, Card, question_button
from bot.ui.markdown import APART, Markdown
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Glance, Warnings
from knowledge.entry import Movie, Status
from knowledge.questions import Intent, Question
from knowledge.verdicts import Assessment
from knowledge.vocabulary import Topic

PARTS = (
    Intent.WARNINGS_OVERVIEW,
    Intent.REVIEW_SUMMARY,
    Intent.TALK_ABOUT,
    Intent.STORY,
    Intent.FACTS,
    Intent.ALTERNATIVES,
)
LEVELS = ("severe", "moderate", "mild", "present")


def glance_card(answer: Glance, say: Phrases, room: Room) -> Card:
    """The usual age, the rating and what is in it by level: three seconds on a phone."""
    movie, official, contents = answer.movie, answer.official, answer.contents
    scaled = [topic for topic in contents.not_assessed if topic.kind == "scale"]
    lines = (
        usual_line(answer.usual, official, say, recorded=bool(movie.findings)),
        official_head("official.line", official, say) if official else say("official.none"),
        say("film.glance", pitch=movie.pitch),
        *by_level(contents.found, say, room.items),
        *absent(contents, say, room.items),
        *not_recorded_line(scaled, say, room.items),
    )
    small = (_at_a_glance(movie, say), checked_line(movie, say))
    return Card(title_line(movie.heading, official), lines, small, film_buttons(movie.id, say))


def by_level(found: Iterable[Assessment], say: Phrases, most: int | None = None) -> list[Markdown]:
    """One line a level, the highest first."""
    topics: defaultdict[str, list[Topic]] = defaultdict(list)
    for one in found:
        if one.finding:
            topics[one.finding.level.value].append(one.topic)
    return [
        say(f"contents.{level}", topics=topics_row(topics[level], say, most))
        for level in LEVELS
        if topics[level]
    ]


def absent(warnings: Warnings, say: Phrases, most: int | None = None) -> list[Markdown]:
    """What somebody looked for and did not find."""
    return [say("contents.none", topics=topics_row(warnings.absent, say, most))] if warnings.absent else []


def film_buttons(movie_id: str, say: Phrases, without: Intent | None = None) -> tuple[Button, ...]:
    """Ask about a child, ask anything, and every part of the card but the one that is shown."""
    return _film_buttons(movie_id, say.whole, without)


@lru_cache(256)
def _film_buttons(movie_id: str, say: Phrases, without: Intent | None) -> tuple[Button, ...]:
    """A card is drawn in one room after another, and its buttons stay as they are."""
    parts = (
        question_button(say(f"button.{intent.value}"), Verb.ANSWER, Question(intent, movie_id))
        for intent in PARTS
        if intent is not without
    )
    return (
        question_button(
            say("button.age"), Verb.AGES, Question(Intent.SUITABILITY, movie_id), style=ButtonStyle.MAIN
        ),
        question_button(say("button.ask"), Verb.ASK, Question(Intent.UNKNOWN, movie_id)),
        *parts,
        review_button(movie_id, say),
        question_button(say("button.wrong"), Verb.REPORT, Question(Intent.UNKNOWN, movie_id)),
    )


def review_button(film_id: str, say: Phrases) -> Button:
    """For those who have seen it, on every card of a film, guide or not."""
    return question_button(say("button.review"), Verb.REVIEW, Question(Intent.UNKNOWN, film_id))


def checked_line(movie: Movie, say: Phrases) -> str:
    """Who checked the entry, or that nobody did."""
    provenance = movie.provenance
    if provenance.status is Status.DRAFT:
        return say("film.draft")
    if provenance.status is Status.CHECKED and provenance.checked_by:
        return say("film.checked", who=provenance.checked_by)
    return say("film.unchecked")


def _at_a_glance(movie: Movie, say: Phrases) -> Markdown:
    minutes = [say("facts.minutes", minutes=movie.runtime)] if movie.runtime else []
    parts = (*movie.genres[:3], *minutes, *movie.directors[:2]) or (str(movie.year),)
    return say("film.facts", facts=APART.join(parts))
