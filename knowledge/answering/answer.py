"""One question into one answer. Adding a kind of question without answering it is a type error."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from knowledge.answering.board_rating import official_of, official_ratings
from knowledge.answering.contents import HEIGHT, assess, assessments_of, topics_of, warnings_of
from knowledge.answering.families import families_of, family_opinions, judged, reviews_of
from knowledge.answering.suggestion import suggest
from knowledge.answering.suitability import MOST_REASONS, usual_age
from knowledge.answering.text_search import mentions_of, quotes_about
from knowledge.answering.voices import opinions_of
from knowledge.answers import (
    Alternatives,
    Answer,
    Aside,
    Compared,
    Comparison,
    Facts,
    Glance,
    NoFilmNamed,
    NotRecorded,
    Ratings,
    Reviews,
    Sourced,
    Story,
    Suggested,
    Suitability,
    TalkAbout,
)
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.verdicts import Assessment, Reason
from knowledge.vocabulary import Topic

FACTS = ("runtime", "year", "released", "directors", "cast", "genres", "studio")
MOST_COMPARED_TOPICS = 5


def answer(question: Question, library: Library, country: str = "US") -> Answer:
    """The answer to a question whose film is certain, or what is missing from the question."""
    movie, country = library.get(question.movie), question.country or country
    if asks_for_films(question):
        found = suggest(question, library)
    elif movie is not None:
        found = _about(question, movie, library, country)
    else:
        return Aside("unclear") if question.intent is Intent.UNKNOWN else NoFilmNamed(question.intent)
    if movie is None:
        return found
    return replace(found, official=official_of(movie, library.vocabulary, question.ages, country))


def asks_for_films(question: Question) -> bool:
    """Whether films are wanted that fit somebody: what was picked by hand may be for any age."""
    instead = question.intent is Intent.ALTERNATIVES
    wish = question.movie is None or bool(question.ages or question.topics)
    return question.intent is Intent.SUGGEST or (instead and wish)


def _about(  # noqa: C901 - a flat table, one row a kind of question
    question: Question, movie: Movie, library: Library, country: str
) -> Sourced:
    vocabulary = library.vocabulary
    match question.intent:
        case Intent.SUITABILITY:
            return _suitability(question, movie, library)
        case Intent.AGE_RATING:
            rated = official_ratings(movie, vocabulary, question.ages, country)
            ratings = Ratings(movie, rated, usual_age(movie, vocabulary))
            return ratings if rated else NotRecorded(movie, question.intent)
        case Intent.CONTENT_TOPIC:
            known = topics_of(movie, question.topics, question.words, vocabulary)
            return known if known.assessments else quotes_about(movie, question.words, vocabulary.things)
        case Intent.WARNINGS_OVERVIEW:
            return warnings_of(movie, vocabulary) if movie.findings else NotRecorded(movie, question.intent)
        case Intent.REVIEW_SUMMARY:
            return _reviews(movie, library, country)
        case Intent.STORY:
            return Story(movie, movie.story) if movie.story else NotRecorded(movie, question.intent)
        case Intent.FACTS:
            return _facts(question, movie)
        case Intent.TALK_ABOUT:
            return TalkAbout(movie) if movie.talk_about else NotRecorded(movie, question.intent)
        case Intent.ALTERNATIVES | Intent.SUGGEST:  # With a wish they were answered before.
            return _alternatives(movie, library)
        case Intent.COMPARE:
            return _comparison(question, movie, library, country)
        case Intent.UNKNOWN:
            if not question.words:
                return Glance(movie, usual_age(movie, vocabulary), warnings_of(movie, vocabulary))
            return quotes_about(movie, question.words, vocabulary.things)
    assert_never(question.intent)


def _suitability(question: Question, movie: Movie, library: Library) -> Suitability:
    vocabulary = library.vocabulary
    verdicts = tuple(judged(movie, age, library) for age in question.ages)
    usual = usual_age(movie, vocabulary)
    asked = assessments_of(movie, question.topics, vocabulary)
    youngest = verdicts[0] if verdicts else None
    return Suitability(
        movie=movie,
        verdicts=verdicts,
        usual=usual,
        mentions=mentions_of(movie, question.words, question.topics, vocabulary.things),
        asked=asked,
        reasons=_beside(asked, (youngest or usual).reasons),
        opinions=opinions_of(movie, youngest, vocabulary, family_opinions(families_of(movie, library))),
        unknown=(youngest or usual).unknown,
        made_for=(youngest or usual).made_for,
    )


def _beside(asked: Sequence[Assessment], reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """What is said beside the worry that was asked about."""
    named = {one.topic.id for one in asked}
    others = [reason for reason in reasons if reason.topic.id not in named]
    return tuple(others[: MOST_REASONS - bool(asked)])


def _reviews(movie: Movie, library: Library, country: str) -> Reviews | NotRecorded:
    vocabulary = library.vocabulary
    official, usual = official_of(movie, vocabulary, country=country), usual_age(movie, vocabulary)
    found = reviews_of(movie, library, official, usual)
    spoken = movie.voices or movie.quality or found.families.reviews.count
    return found if spoken else NotRecorded(movie, Intent.REVIEW_SUMMARY)


def _facts(question: Question, movie: Movie) -> Facts | NotRecorded:
    wanted = tuple(part for part in FACTS if not question.facts or part in question.facts)
    known = tuple(part for part in wanted if _is_recorded(movie, part))
    return Facts(movie, known) if known else NotRecorded(movie, question.intent, wanted)


def _is_recorded(movie: Movie, part: str) -> bool:
    if part == "released":
        return bool(movie.released.theatrical or movie.released.home)
    return bool(getattr(movie, part))


def _alternatives(movie: Movie, library: Library) -> Sourced:
    """What was picked by hand; where nobody did, films like it."""
    suggested = tuple(
        Suggested(other, one.why) for one in movie.alternatives if (other := library.get(one.movie))
    )
    if suggested:
        return Alternatives(movie, suggested)
    return suggest(Question(Intent.SUGGEST, movie.id), library)


def _comparison(question: Question, movie: Movie, library: Library, country: str) -> Comparison:
    vocabulary = library.vocabulary
    films = (movie, *(other for one in question.others if (other := library.get(one))))
    topics = question.topics or _most_different(films, library)
    return Comparison(
        movie,
        tuple(
            Compared(
                film,
                usual_age(film, vocabulary),
                official_of(film, vocabulary, question.ages, country),
                tuple(judged(film, age, library) for age in question.ages),
                assessments_of(film, topics, vocabulary),
            )
            for film in films
        ),
    )


def _most_different(films: tuple[Movie, ...], library: Library) -> tuple[str, ...]:
    """The topics where these films differ, those where they differ most first, at most five."""
    gaps = {topic.id: _gap(films, topic) for topic in library.vocabulary.topics.values()}
    return tuple(sorted(filter(gaps.get, gaps), key=lambda one: -gaps[one])[:MOST_COMPARED_TOPICS])


def _gap(films: tuple[Movie, ...], topic: Topic) -> float:
    """How many levels lie between them; where one was not assessed, half of what the others hold."""
    found = [assess(film, topic).finding for film in films]
    heights = [HEIGHT[one.level] for one in found if one]
    known = max(heights, default=0) - min(heights, default=0)
    return max(known, max(heights, default=0) / 2) if None in found else known
