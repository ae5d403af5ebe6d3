"""What no single value can know: that names exist, sources are named, and no two films are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from knowledge.curation.faults import Fault, Problem, one_of, problem
from knowledge.entry import NOT_NAMED, Movie, StrictModel
from knowledge.titles.folding import fold, slug
from knowledge.vocabulary import Vocabulary

SPOILER_MARK = "||"
MAY_SPOIL = frozenset({"detail"})
UNNAMED = f"sources.{NOT_NAMED}"


def check_entry(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    """Every fault of one entry by itself."""

    def fault(key: str, wrong: Problem) -> Fault:
        return Fault(file, key, wrong)

    right = slug(movie.title, movie.year)
    if movie.id != right:
        yield fault("id", problem("id_of_title", id=movie.id, right=right))
    yield from _topics(movie, vocabulary, file)
    yield from _ratings(movie, vocabulary, file)
    if NOT_NAMED in movie.sources:
        yield fault(UNNAMED, problem("unnamed_source"))
    for key, source in _cited(movie):
        if source not in movie.sources:
            yield fault(key, problem("unknown_source", name=source, choices=one_of(source, movie.sources)))
    for key, text in _texts(movie, ""):
        if SPOILER_MARK in text and key.rsplit(".", 1)[-1] not in MAY_SPOIL:
            yield fault(key, problem("spoiler_mark"))
    yield from _dates(movie, file)


def check_together(entries: Iterable[tuple[str, Movie]]) -> Iterator[Fault]:
    """Every fault that only shows among several entries, given as (file, entry)."""
    listed = list(entries)
    by_id: dict[str, str] = {}
    for file, movie in listed:
        if movie.id in by_id:
            yield Fault(file, "id", problem("id_taken", id=movie.id, file=by_id[movie.id]))
        by_id.setdefault(movie.id, file)
    yield from _shared_names(listed)
    yield from _alternatives(listed, by_id)


def _alternatives(entries: list[tuple[str, Movie]], by_id: Mapping[str, str]) -> Iterator[Fault]:
    for file, movie in entries:
        for place, other in enumerate(movie.alternatives):
            if other.movie not in by_id or other.movie == movie.id:
                key = f"alternatives.{place}.movie"
                wrong = problem("no_other_entry", id=other.movie, choices=one_of(other.movie, by_id))
                yield Fault(file, key, wrong)


def _shared_names(entries: list[tuple[str, Movie]]) -> Iterator[Fault]:
    """Two films of one year that answer to one name."""
    holders: defaultdict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for file, movie in entries:
        for name in {fold(title) for title in (movie.title, *(other.title for other in movie.also_known_as))}:
            holders[name, movie.year].append((file, movie.id))
    for (name, year), held in holders.items():
        for file, movie_id in held[1:]:
            if movie_id != held[0][1]:
                wrong = problem("shared_name", name=name, year=year, other=held[0][1])
                yield Fault(file, "title", wrong)


def _topics(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    """Findings and voices on topics that exist, once each, at a level that the topic has."""
    seen: set[str] = set()
    for place, finding in enumerate(movie.findings):
        topic = vocabulary.topics.get(finding.topic)
        if topic and finding.level not in topic.levels:
            wrong = problem(
                "no_level", level=finding.level.value, topic=topic.id, levels=", ".join(topic.levels)
            )
            yield Fault(file, f"findings.{place}.level", wrong)
        if finding.topic in seen:
            yield Fault(file, f"findings.{place}.topic", problem("topic_twice", topic=finding.topic))
        seen.add(finding.topic)
    for key, name in _named_topics(movie):
        if name not in vocabulary.topics:
            choices = one_of(name, vocabulary.topics)
            yield Fault(file, key, problem("unknown_topic", name=name, choices=choices))


def _named_topics(movie: Movie) -> Iterator[tuple[str, str]]:
    """Every topic id that the entry names, with its key."""
    yield from ((f"findings.{place}.topic", finding.topic) for place, finding in enumerate(movie.findings))
    for place, voice in enumerate(movie.voices):
        yield from ((f"voices.{place}.too_much", topic) for topic in voice.too_much)
        yield from ((f"voices.{place}.praises", topic) for topic in voice.praises)


def _ratings(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    for place, rating in enumerate(movie.ratings):
        board = vocabulary.boards.get(rating.board)
        if board is None:
            choices = one_of(rating.board, vocabulary.boards)
            wrong = problem("unknown_board", name=rating.board, choices=choices)
            yield Fault(file, f"ratings.{place}.board", wrong)
        elif rating.code not in board.codes:
            choices = one_of(rating.code, board.codes)
            wrong = problem("unknown_code", code=rating.code, board=board.id, choices=choices)
            yield Fault(file, f"ratings.{place}.code", wrong)


def _dates(movie: Movie, file: str) -> Iterator[Fault]:
    out, home = movie.released.theatrical, movie.released.home
    if out and abs(out.year - movie.year) > 2:
        wrong = problem("far_from_year", day=out.isoformat(), year=movie.year)
        yield Fault(file, "released.theatrical", wrong)
    if out and home and home < out:
        wrong = problem("before_cinemas", day=home.isoformat(), out=out.isoformat())
        yield Fault(file, "released.home", wrong)


def _cited(movie: Movie) -> Iterator[tuple[str, str]]:
    for key in movie.facts_from:
        yield "facts_from", key
    for part in ("ratings", "findings"):
        for place, fact in enumerate(getattr(movie, part)):
            for source in fact.sources:
                yield f"{part}.{place}.sources", source
    for part in ("parents_need_to_know", "story", "quality"):
        told = getattr(movie, part)
        for source in told.sources if told else ():
            yield f"{part}.sources", source
    for place, voice in enumerate(movie.voices):
        yield f"voices.{place}.source", voice.source


def _texts(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Every text of an entry with its key."""
    match value:
        case str():
            yield at, value
        case StrictModel():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name), f"{at}.{name}".lstrip("."))
        case tuple():
            for place, item in enumerate(cast("tuple[object, ...]", value)):
                yield from _texts(item, f"{at}.{place}")
        case _:
            return
