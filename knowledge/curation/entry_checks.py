"""What no single value can know: that names exist, sources are named, and no two films are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from knowledge.curation.faults import Fault, Keys, Problem, one_of, problem
from knowledge.entry import NOT_NAMED, Movie
from knowledge.entry_walk import Leaf, walk
from knowledge.field_marks import NameOf, Spoils
from knowledge.titles.folding import fold, slug
from knowledge.vocabulary import Vocabulary

SPOILER_MARK = "||"
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
    for leaf in walk(movie):
        yield from (fault(key, wrong) for key, wrong in _wrong(leaf, movie, vocabulary))
    yield from _dates(movie, file)


def check_together(entries: Iterable[tuple[str, Movie]], beside: Iterable[str] = ()) -> Iterator[Fault]:
    """Every fault that only shows among several entries, given as (file, entry); others are there beside."""
    listed = list(entries)
    by_id: dict[str, str] = {}
    for file, movie in listed:
        if movie.id in by_id:
            yield Fault(
                file, "id", problem("id_taken", id=_film(movie.id), file=Keys("place", (by_id[movie.id],)))
            )
        by_id.setdefault(movie.id, file)
    yield from _shared_names(listed)
    yield from _alternatives(listed, {**dict.fromkeys(beside, ""), **by_id})


def _alternatives(entries: list[tuple[str, Movie]], by_id: Mapping[str, str]) -> Iterator[Fault]:
    for file, movie in entries:
        for place, other in enumerate(movie.alternatives):
            if other.movie not in by_id or other.movie == movie.id:
                key = f"alternatives.{place}.movie"
                wrong = problem(
                    "no_other_entry", id=_film(other.movie), choices=one_of(other.movie, by_id, "film")
                )
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
                wrong = problem("shared_name", name=name, year=year, other=_film(held[0][1]))
                yield Fault(file, "title", wrong)


def _film(movie_id: str) -> Keys:
    return Keys("film", (movie_id,))


def _topic(topic: str) -> Keys:
    return Keys("topic", (topic,))


def _topics(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    """Findings and voices on topics that exist, once each, at a level that the topic has."""
    seen: set[str] = set()
    for place, finding in enumerate(movie.findings):
        topic = vocabulary.topics.get(finding.topic)
        if topic and finding.level not in topic.levels:
            wrong = problem(
                "no_level", level=finding.level.value, topic=_topic(topic.id), levels=", ".join(topic.levels)
            )
            yield Fault(file, f"findings.{place}.level", wrong)
        if finding.topic in seen:
            yield Fault(file, f"findings.{place}.topic", problem("topic_twice", topic=_topic(finding.topic)))
        seen.add(finding.topic)


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


def _wrong(leaf: Leaf, movie: Movie, vocabulary: Vocabulary) -> Iterator[tuple[str, Problem]]:
    """Names of nothing, and spoilers where everybody reads, in one value."""
    if not leaf.value:
        return
    texts = {key: text for key, text in leaf.items.items() if isinstance(text, str)}
    match leaf.field.mark(NameOf):
        case NameOf.TOPIC:
            for name in _unknown(texts, vocabulary.topics):
                choices = one_of(name, vocabulary.topics)
                yield leaf.key, problem("unknown_topic", name=name, choices=choices)
        case NameOf.SOURCE if leaf.path[0] != "sources":
            for name in _unknown(texts, movie.sources):
                yield leaf.key, problem("unknown_source", name=name, choices=one_of(name, movie.sources))
        case _:
            pass
    if leaf.field.mark(Spoils) is None:
        yield from ((key, problem("spoiler_mark")) for key, text in texts.items() if SPOILER_MARK in text)


def _unknown(texts: Mapping[str, str], known: Mapping[str, object]) -> list[str]:
    return [text for text in texts.values() if text not in known]
