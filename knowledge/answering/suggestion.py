"""What to watch: films of the guide that fit the youngest child and all of a wish. None that does not fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.answering.contents import HEIGHT, assess
from knowledge.answering.suggestible import Suggestible, published_age, suggestible
from knowledge.answering.suitability import asked_for, unknown_at, usual_age
from knowledge.answering.theme_search import Theme, told_of
from knowledge.answers import Suggestions
from knowledge.entry import Level, Movie
from knowledge.library import Library
from knowledge.questions import Question
from knowledge.verdicts import Assessment, FittingFilm
from knowledge.vocabulary import Topic, Vocabulary

MOST = 8
MOST_TO_KNOW = 2
ANY_AGE = 99
Rank = tuple[bool, bool, int, float, int, bool, int, int, str]
"""The best is the least."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a film has to be."""

    youngest: int | None
    like: Movie | None
    theme: Theme
    avoided: tuple[Topic, ...]
    minutes: int | None


def suggest(question: Question, library: Library) -> Suggestions:
    """The films that fit, the best first, at most eight, after those that were shown before."""
    vocabulary = library.vocabulary
    avoided = tuple(vocabulary.topics[one] for one in question.topics if one in vocabulary.topics)
    wish = _Wish(
        min(question.ages, default=None),
        library.get(question.movie),
        Theme.of(question.words, vocabulary),
        tuple(topic for topic in avoided if topic.kind != "positive"),
        question.minutes,
    )
    others = [movie for movie in library.movies.values() if movie is not wish.like]
    fits = [(movie, _fit(movie, wish, library)) for movie in others]
    fitting = sorted(_fitting(fits, wish, library), key=lambda pair: pair[0])[question.after :]
    films, more = tuple(film for _, film in fitting[:MOST]), len(fitting[MOST:])
    uncertain = sum(_may_fit(movie, wish, library) for movie, fit in fits if not fit)
    asked = question.ages, wish.like, question.words, wish.avoided, wish.minutes
    return Suggestions(*asked, films, uncertain, more)


def _fitting(
    fits: Iterable[tuple[Movie, Suggestible | None]], wish: _Wish, library: Library
) -> Iterator[tuple[Rank, FittingFilm]]:
    for movie, fit in fits:
        if fit is None:
            continue
        total, spoken = told_of(movie, wish.theme, library.vocabulary)
        if total or not wish.theme:
            why, shared = _why(movie, wish.like), _shared(movie, wish.like)
            known = _to_know(movie, library.vocabulary)
            film = FittingFilm(movie, fit.usual, why, shared, spoken, known, fit.early, fit.unseen)
            yield _rank(film, wish, total, library.vocabulary), film


def _fit(movie: Movie, wish: _Wish, library: Library) -> Suggestible | None:
    """How it fits the youngest: what lasts too long, or may hold what is to be avoided, does not."""
    if wish.minutes is not None and (movie.runtime is None or movie.runtime > wish.minutes):
        return None
    if any(not _is_free_of(movie, topic) for topic in wish.avoided):
        return None
    if wish.youngest is not None:
        return suggestible(movie, wish.youngest, library)
    usual = usual_age(movie, library.vocabulary)
    fits = not usual.unknown and usual.from_age <= _oldest(wish, library.vocabulary)
    return Suggestible(usual, early=False, unseen=()) if fits else None


def _oldest(wish: _Wish, vocabulary: Vocabulary) -> int:
    """The age, in years, for which it may be at most: who likes a film for children wants none for adults."""
    if wish.like is None:
        return ANY_AGE
    usual = usual_age(wish.like, vocabulary)
    return max(usual.from_age, *(usual.reviewers or (0,)))


def _may_fit(movie: Movie, wish: _Wish, library: Library) -> bool:
    """Whether one that was not found to fit does by all that is recorded, and not all that matters is."""
    vocabulary = library.vocabulary
    held = (movie.finding(topic.id) for topic in wish.avoided)
    if wish.youngest is None or any(found and found.level is not Level.NONE for found in held):
        return False
    if movie.runtime and wish.minutes and movie.runtime > wish.minutes:
        return False
    if asked_for(movie, vocabulary) > wish.youngest:
        return False
    avoided = all(movie.finding(topic.id) for topic in wish.avoided)
    if avoided and not unknown_at(movie, wish.youngest, vocabulary):
        return False
    return not wish.theme or told_of(movie, wish.theme, vocabulary)[0] > 0


def _is_free_of(movie: Movie, topic: Topic) -> bool:
    found = movie.finding(topic.id)
    return found is not None and found.level is Level.NONE


def _why(movie: Movie, like: Movie | None) -> str:
    picked = like.alternatives if like else ()
    return next((one.why for one in picked if one.movie == movie.id), "")


def _shared(movie: Movie, like: Movie | None) -> tuple[str, ...]:
    return tuple(genre for genre in movie.genres if genre in like.genres) if like else ()


def _rank(film: FittingFilm, wish: _Wish, told: int, vocabulary: Vocabulary) -> Rank:
    """What is no early or hard film, then picked by hand, most about it, most alike, for these ages."""
    apart = abs(_aim(wish, vocabulary) - film.usual.from_age)
    hard = any(one.level is Level.SEVERE for one in film.movie.findings)
    alike = -_alike(film, wish.like)
    doubted = (published_age(film.movie) or 0) > (wish.youngest or ANY_AGE)
    sure = doubted, len(film.unseen), -film.movie.year, film.movie.id
    return film.early or hard, not film.why, -told, alike, apart, *sure


def _aim(wish: _Wish, vocabulary: Vocabulary) -> int:
    """The age, in years, for which the film should be made; where nothing says so, for all."""
    if wish.youngest is not None:
        return wish.youngest
    return usual_age(wish.like, vocabulary).from_age if wish.like else 0


def _alike(film: FittingFilm, like: Movie | None) -> float:
    """The share of their genres and topics that both have, and people who made both."""
    if like is None:
        return 0.0
    mine, theirs = film.movie, like
    genres = _share(set(mine.genres), set(theirs.genres))
    topics = _share(_held(mine), _held(theirs))
    people = bool({*mine.directors, *mine.cast} & {*theirs.directors, *theirs.cast})
    return 2 * genres + topics + people / 2


def _held(movie: Movie) -> set[str]:
    return {one.topic for one in movie.findings if one.level is not Level.NONE}


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _to_know(movie: Movie, vocabulary: Vocabulary) -> tuple[Assessment, ...]:
    """The highest levels first, then what is there at all; at most two. Brands worry nobody that evening."""
    worries = (one for one in vocabulary.topics.values() if one.kind != "positive" and one.decides)
    every = (assess(movie, topic) for topic in worries)
    held = [one for one in every if one.finding and one.finding.level is not Level.NONE]
    return tuple(sorted(held, key=lambda one: -_height(one))[:MOST_TO_KNOW])


def _height(one: Assessment) -> int:
    return HEIGHT[one.finding.level] if one.finding else 0
