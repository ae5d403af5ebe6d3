"""Where an answer comes from: the sources of each of its parts, as they are read from top to bottom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from knowledge.answers import (
    Alternatives,
    Comparison,
    Facts,
    Glance,
    NotRecorded,
    Quoted,
    Ratings,
    Reviews,
    Sourced,
    Story,
    Suggestions,
    Suitability,
    TalkAbout,
    Topics,
    Warnings,
)
from knowledge.entry import Movie, Source
from knowledge.verdicts import Assessment, BoardRating, FittingFilm, Mention, Opinion, Quote, Reason
from knowledge.vocabulary import Topic


@dataclass(frozen=True, slots=True)
class Citation:
    """The sources of one part of an answer: a topic, or a part that the phrases name."""

    part: Topic | str
    sources: tuple[Source, ...]


def sources_of(answer: Sourced) -> tuple[Citation, ...]:
    """The sources of each part of the answer, of its title last; a part without any is left out."""
    return tuple(backing for backing in (*_backing(answer), *_of_title(answer)) if backing.sources)


def _of_title(answer: Sourced) -> Iterator[Citation]:
    """Of the rating beside the title; what is ours alone stays without a source."""
    match answer:
        case Ratings() | Comparison() | Alternatives() | TalkAbout() | NotRecorded():
            return
        case _:
            if answer.movie:
                yield from _rated((answer.official,), answer.movie)


def _backing(  # noqa: C901 - a flat table, one row a kind of answer
    answer: Sourced,
) -> Iterator[Citation]:
    if isinstance(answer, Suggestions):
        yield from _suggested(answer.films)
        return
    movie = answer.movie
    match answer:
        case Suitability():
            yield from _mentioned(answer.mentions, movie)
            yield from _found((*answer.asked, *answer.reasons), movie)
            yield _said(answer.opinions)
        case Topics():
            yield from _mentioned(answer.mentions, movie)
            yield from _found(answer.assessments, movie)
            yield _of(
                "voices", (one.source for each in answer.assessments for one in each.disputed_by), movie
            )
        case Warnings():
            yield from _warned(answer)
        case Glance():
            yield from _warned(answer.contents)
            yield _of("facts", movie.facts_from, movie)
        case Ratings():
            yield from _rated(answer.ratings, movie)
        case Quoted():
            yield _quoted(answer.quotes, movie)
        case Reviews():
            yield _of("voices", (voice.source for voice in answer.voices), movie)
            yield _of("quality", movie.quality.sources if movie.quality else (), movie)
        case Story():
            yield _of("story", answer.story.sources, movie)
        case Facts():
            yield _of("facts", movie.facts_from, movie)
        case Comparison():
            for film in answer.films:
                yield from _rated((film.official,), film.movie)
                yield from _found(film.assessments, film.movie)
        case Alternatives() | TalkAbout() | NotRecorded():
            return
        case _:
            assert_never(answer)


def _of(part: str, keys: Iterable[str], movie: Movie) -> Citation:
    return Citation(part, tuple(movie.sources[key] for key in dict.fromkeys(keys)))


def _found(found: Iterable[Assessment | Reason], movie: Movie) -> Iterator[Citation]:
    for one in found:
        keys = one.finding.sources if one.finding else ()
        yield Citation(one.topic, tuple(movie.sources[key] for key in keys))


def _suggested(films: Iterable[FittingFilm]) -> Iterator[Citation]:
    for film in films:
        yield _quoted((film.spoken,) if film.spoken else (), film.movie)
        yield from _found(film.know, film.movie)


def _warned(answer: Warnings) -> Iterator[Citation]:
    yield from _found((*answer.found, *answer.good), answer.movie)
    absent = {topic.id for topic in answer.absent}
    looked = (finding.sources for finding in answer.movie.findings if finding.topic in absent)
    yield _of("absent", (key for keys in looked for key in keys), answer.movie)


def _mentioned(mentions: Iterable[Mention], movie: Movie) -> Iterator[Citation]:
    yield from (_quoted(mention.quotes, movie) for mention in mentions)


def _quoted(quotes: Iterable[Quote], movie: Movie) -> Citation:
    return _of("quotes", (key for quote in quotes for key in quote.sources), movie)


def _rated(official: Iterable[BoardRating | None], movie: Movie) -> Iterator[Citation]:
    yield _of("rating", (key for one in official if one for key in one.rating.sources), movie)


def _said(opinions: Iterable[Opinion]) -> Citation:
    return Citation("voices", tuple(source for one in opinions for source in one.sources))
