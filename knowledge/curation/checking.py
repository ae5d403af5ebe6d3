"""What no single value can know: that names exist, sources are named, and no two films are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.curation.faults import Fault, one_of
from knowledge.facts import Fact, Movie
from knowledge.titles.folding import fold, slug
from knowledge.vocabulary import Vocabulary

SPOILER_MARK = "||"
MAY_SPOIL = frozenset({"detail"})


def check_entry(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    """Every fault of one entry by itself."""

    def fault(key: str, says: str) -> Fault:
        return Fault(file, key, says)

    right = slug(movie.title, movie.year)
    if movie.id != right:
        yield fault("id", f"{movie.id!r} does not fit the title and year; write {right!r}")
    yield from _topics(movie, vocabulary, file)
    yield from _ratings(movie, vocabulary, file)
    for key, source in _cited(movie):
        if source not in movie.sources:
            yield fault(key, f"no source {source!r} in [sources]; {one_of(source, movie.sources)}")
    for key, text in _texts(movie, ""):
        if SPOILER_MARK in text and key.rsplit(".", 1)[-1] not in MAY_SPOIL:
            yield fault(key, f"has a spoiler mark {SPOILER_MARK}; this text is read by all, put it under `detail`")
    yield from _dates(movie, file)


def check_together(entries: Iterable[tuple[str, Movie]]) -> Iterator[Fault]:
    """Every fault that only shows among several entries, given as (file, entry)."""
    by_id: dict[str, str] = {}
    by_name: defaultdict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    listed = list(entries)
    for file, movie in listed:
        if movie.id in by_id:
            yield Fault(file, "id", f"{movie.id!r} is already the id of {by_id[movie.id]}; keep one of them")
        by_id.setdefault(movie.id, file)
        for name in {fold(movie.title), *(fold(other.title) for other in movie.also_known_as)}:
            by_name[name, movie.year].append((file, movie.id))
    for (name, year), holders in by_name.items():
        for file, _ in holders[1:]:
            says = f"{name!r} ({year}) also names {holders[0][1]}; two films of a year need two names"
            yield Fault(file, "title", says)
    for file, movie in listed:
        for place, other in enumerate(movie.alternatives):
            if other.movie not in by_id or other.movie == movie.id:
                key = f"alternatives.{place}.movie"
                yield Fault(file, key, f"{other.movie!r} is no other entry; {one_of(other.movie, by_id)}")


def _topics(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, finding in enumerate(movie.findings):
        topic = vocabulary.topics.get(finding.topic)
        key = f"findings.{place}"
        if topic is None:
            says = f"no topic {finding.topic!r}; {one_of(finding.topic, vocabulary.topics)}"
            yield Fault(file, f"{key}.topic", says)
        elif finding.level not in topic.levels:
            says = f"{finding.level.value!r} is no level of {topic.id}; it can be: {', '.join(topic.levels)}"
            yield Fault(file, f"{key}.level", says)
        if finding.topic in seen:
            yield Fault(file, f"{key}.topic", f"{finding.topic!r} stands twice; join the two findings")
        seen.add(finding.topic)
    for place, voice in enumerate(movie.voices):
        for part, topics in (("too_much", voice.too_much), ("praises", voice.praises)):
            for topic in topics:
                if topic not in vocabulary.topics:
                    key = f"voices.{place}.{part}"
                    yield Fault(file, key, f"no topic {topic!r}; {one_of(topic, vocabulary.topics)}")


def _ratings(movie: Movie, vocabulary: Vocabulary, file: str) -> Iterator[Fault]:
    for place, rating in enumerate(movie.ratings):
        board = vocabulary.boards.get(rating.board)
        if board is None:
            says = f"no board {rating.board!r}; {one_of(rating.board, vocabulary.boards)}"
            yield Fault(file, f"ratings.{place}.board", says)
        elif rating.code not in board.codes:
            says = f"{rating.code!r} is no code of {board.id}; {one_of(rating.code, board.codes)}"
            yield Fault(file, f"ratings.{place}.code", says)


def _dates(movie: Movie, file: str) -> Iterator[Fault]:
    out, home = movie.released.theatrical, movie.released.home
    if out and abs(out.year - movie.year) > 2:
        yield Fault(file, "released.theatrical", f"{out} is far from the film's year {movie.year}; one is wrong")
    if out and home and home < out:
        yield Fault(file, "released.home", f"{home} is before the theatrical release {out}; one is wrong")


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
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Fact):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{at}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):  # pyright: ignore[reportUnknownVariableType] - a tuple of anything
            yield from _texts(item, f"{at}.{place}")  # pyright: ignore[reportUnknownArgumentType] - same
