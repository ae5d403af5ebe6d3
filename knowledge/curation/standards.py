"""What the shared guide asks of an entry beyond being sound: independent sources, and no answer left out."""

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from knowledge.curation.faults import Fault, Problem, one_of, problem
from knowledge.entry import Movie, Source
from knowledge.vocabulary import Vocabulary

FEWEST_WITNESSES = 2


def below_standard(
    movie: Movie, vocabulary: Vocabulary, refused: Collection[str], file: str
) -> Iterator[Fault]:
    """Every fault of one entry of the shared guide. `refused`: hosts that no entry may cite."""
    found = (
        _open(movie, vocabulary),
        _reasons(movie, vocabulary),
        _addresses(movie, refused),
        _copies(movie),
        _witnesses(movie),
    )
    yield from (Fault(file, key, wrong) for faults in found for key, wrong in faults)


def _open(movie: Movie, vocabulary: Vocabulary) -> Iterator[tuple[str, Problem]]:
    """Topics that the story decides are answered, or left open with a reason; nothing is both."""
    for topic in vocabulary.topics.values():
        if topic.story_decides and not movie.finding(topic.id) and topic.id not in movie.left_open:
            yield "findings", problem("left_open", topic=topic.id, levels=", ".join(topic.levels))
    for name in movie.left_open:
        if name not in vocabulary.topics:
            choices = one_of(name, vocabulary.topics)
            yield f"left_open.{name}", problem("unknown_topic", name=name, choices=choices)
        elif movie.finding(name):
            yield f"left_open.{name}", problem("open_and_found", topic=name)


def _reasons(movie: Movie, vocabulary: Vocabulary) -> Iterator[tuple[str, Problem]]:
    for place, rating in enumerate(movie.ratings):
        board = vocabulary.boards.get(rating.board)
        since = board.reasons_since if board else None
        if rating.reason and since and movie.year < since:
            wrong = problem("reason_before_reasons", board=rating.board, since=since)
            yield f"ratings.{place}.reason", wrong


def _addresses(movie: Movie, refused: Collection[str]) -> Iterator[tuple[str, Problem]]:
    """No refused site, and no page twice."""
    seen: dict[str, str] = {}
    for name, source in movie.sources.items():
        if not source.url:
            continue
        host, address = _host(source.url), _address(source.url)
        if any(host == one or host.endswith(f".{one}") for one in refused):
            yield f"sources.{name}.url", problem("refused_host", host=host)
        if address in seen:
            yield f"sources.{name}.url", problem("page_twice", name=seen[address])
        seen.setdefault(address, name)


def _copies(movie: Movie) -> Iterator[tuple[str, Problem]]:
    """A copy names what it repeats, and no finding counts the two as two."""
    for name, source in movie.sources.items():
        if source.copy_of and (source.copy_of == name or source.copy_of not in movie.sources):
            others = [other for other in movie.sources if other != name]
            choices = one_of(name, others)
            yield (
                f"sources.{name}.copy_of",
                problem("no_other_source", name=source.copy_of, choices=choices),
            )
    for place, finding in enumerate(movie.findings):
        for name in finding.sources:
            first = _first(name, movie.sources)
            if first != name and first in finding.sources:
                yield f"findings.{place}.sources", problem("repeats", name=name, first=first)


def _witnesses(movie: Movie) -> Iterator[tuple[str, Problem]]:
    cited = {_first(name, movie.sources) for finding in movie.findings for name in finding.sources}
    if len(cited) < FEWEST_WITNESSES:
        yield "findings", problem("few_witnesses", count=len(cited), most=FEWEST_WITNESSES)


def _first(name: str, sources: Mapping[str, Source]) -> str:
    """The source whose text this one carries: itself, or what it is a copy of."""
    source = sources.get(name)
    return source.copy_of if source and source.copy_of else name


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _address(url: str) -> str:
    """The page, however it was typed: without www, a slash at the end, or capitals in the host."""
    parts = urlsplit(url)
    return f"{_host(url)}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"
