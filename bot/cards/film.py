"""A film at a glance, which is what /movie shows, and the buttons that every card of a film has."""

from collections import defaultdict

from bot.cards.card import Card, Does, Press
from bot.cards.phrases import Phrases
from bot.cards.saying import Notes, not_recorded_line, official_lines, topics_row, usual_line
from knowledge.answers import Ratings, Warnings
from knowledge.facts import Finding, Movie, Status
from knowledge.questions import Intent, Question
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


def film_card(movie: Movie, ratings: Ratings, warnings: Warnings, say: Phrases) -> Card:
    """The usual age, the rating and what is in it by level: three seconds on a phone."""
    notes = Notes(movie)
    official = [official_lines(one, say, notes)[0] for one in ratings.official[:1]]
    lines = (
        usual_line(ratings.usual, say, recorded=bool(movie.findings)),
        *(official or [say("official.none")]),
        movie.pitch,
        *levels(warnings, say, notes),
    )
    notes.cite(*movie.facts_from)
    small = (_at_a_glance(movie, say), *notes.line(say), checked_line(movie, say))
    return Card(f"### {movie.heading}", lines, small, film_presses(movie.id, say))


def levels(warnings: Warnings, say: Phrases, notes: Notes) -> list[str]:
    """One line a level, the highest first, then what nobody found and what nobody looked at."""
    by_level: defaultdict[str, list[tuple[Topic, Finding]]] = defaultdict(list)
    for one in warnings.found:
        if one.finding:
            by_level[one.finding.level.value].append((one.topic, one.finding))
    lines = [_level(level, by_level[level], say, notes) for level in LEVELS if by_level[level]]
    if warnings.absent:
        lines.append(say("contents.none", topics=topics_row(warnings.absent, say)))
    scaled = [topic for topic in warnings.not_assessed if topic.kind == "scale"]
    return [*lines, *not_recorded_line(scaled, say)]


def _level(level: str, found: list[tuple[Topic, Finding]], say: Phrases, notes: Notes) -> str:
    topics = topics_row([topic for topic, _ in found], say)
    marks = notes.cite(*(source for _, finding in found for source in finding.sources))
    return say("contents.level", level=say(f"level.{level}").capitalize(), topics=topics + marks)


def film_presses(movie_id: str, say: Phrases, without: Intent | None = None) -> tuple[Press, ...]:
    """Ask about a child, ask anything, and every part of the card but the one that is shown."""
    parts = (
        Press(say(f"button.{intent.value}"), Does.ANSWER, Question(intent, movie_id))
        for intent in PARTS
        if intent is not without
    )
    return (
        Press(say("button.age"), Does.AGE, Question(Intent.SUITABILITY, movie_id), main=True),
        Press(say("button.ask"), Does.ASK, Question(Intent.UNKNOWN, movie_id)),
        *parts,
        Press(say("button.wrong"), Does.WRONG, Question(Intent.UNKNOWN, movie_id)),
    )


def checked_line(movie: Movie, say: Phrases) -> str:
    """Who checked the entry, or that nobody did."""
    provenance = movie.provenance
    if provenance.status is Status.DRAFT:
        return say("film.draft")
    if provenance.status is Status.CHECKED and provenance.checked_by:
        return say("film.checked", who=provenance.checked_by)
    return say("film.unchecked")


def _at_a_glance(movie: Movie, say: Phrases) -> str:
    minutes = [say("facts.minutes", minutes=movie.runtime)] if movie.runtime else []
    parts = (*movie.genres[:3], *minutes, *movie.directors[:2])
    return say("film.facts", facts=" · ".join(parts)) if parts else say("film.facts", facts=movie.year)
