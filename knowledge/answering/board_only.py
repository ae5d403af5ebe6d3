"""A film without a guide: what boards said of it. That can say "not yet"; a yes needs a guide."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.answering.board_rating import meanings
from knowledge.answering.families import official_age
from knowledge.answering.nearest import nearest_film
from knowledge.answering.suitability import MOST_REASONS, weigh
from knowledge.answers import NoGuide
from knowledge.catalogue.store import Known
from knowledge.entry import Level, OfficialRating
from knowledge.library import Library
from knowledge.official.reason_reader import read_reason
from knowledge.questions import Question
from knowledge.reviews.disagreement import FamilyView
from knowledge.titles.films import Film
from knowledge.verdicts import BoardNamed, BoardVerdict
from knowledge.vocabulary import Topic, Vocabulary

Named = tuple[str, str, str, str]
"""(board, topic, level, the board's words)."""
CATALOGUE = ("catalogue",)
"""The source of a rating that no entry holds; the files that say so are the answer's `sources`."""


def board_only(
    question: Question, film: Film, known: Known | None, library: Library, country: str = "US"
) -> NoGuide:
    """The answer about a film of which the catalogue alone knows, or not even that."""
    country = question.country or country
    told = library.reviews_of(film.id, film.imdb)
    if known is None:
        return NoGuide(
            film,
            verdicts=verdicts_of((), question.ages),
            asked=_asked(question, (), library),
            families=FamilyView(told),
        )
    vocabulary = library.vocabulary
    official = meanings(_ratings(known), vocabulary, question.ages, country)
    named = named_of(known, vocabulary, country)
    ratings = [one.rating for one in official]
    return NoGuide(
        film=film,
        official=official,
        named=named,
        reasons=known.reasons,
        verdicts=verdicts_of(named, question.ages),
        asked=_asked(question, named, library),
        runtime=known.runtime,
        sources=known.sources,
        families=FamilyView(told, official_age(official[0]) if official else None),
        nearest=nearest_film(ratings, named, film.year, min(question.ages), library)
        if question.ages
        else None,
    )


def _ratings(known: Known) -> list[OfficialRating]:
    return [OfficialRating(board=board, code=code, sources=CATALOGUE) for board, code, _ in known.ratings]


def named_of(known: Known, vocabulary: Vocabulary, country: str = "US") -> tuple[BoardNamed, ...]:
    """What boards named, the country's first, of each the strictest first. *None* is named by nobody."""
    topics, boards = vocabulary.topics, vocabulary.boards
    named = [
        BoardNamed(topics[topic], Level(level), boards[board], words)
        for board, topic, level, words in (*_read(known), *_levels_alone(known))
        if topic in topics and board in boards and level != Level.NONE
    ]
    order = list(topics)

    def place(one: BoardNamed) -> tuple[bool, str, int, int]:
        board = one.board
        return board.country != country, board.id, -one.from_age, order.index(one.topic.id)

    return tuple(sorted(named, key=place))


def _read(known: Known) -> Iterator[Named]:
    """What the reasons name, in the boards' own words."""
    for board, code, reason in known.reasons:
        for topic, said in read_reason(board, code, reason).topics.items():
            yield board, topic, said.level, said.words


def _levels_alone(known: Known) -> Iterator[Named]:
    """What is known to be named by boards whose reason is not."""
    read = {board for board, _, _ in known.reasons}
    return ((board, topic, level, "") for board, topic, level in known.named if board not in read)


def verdicts_of(named: Iterable[BoardNamed], ages: Sequence[int]) -> tuple[BoardVerdict, ...]:
    """By what boards named, the verdict at each age. They leave out much, so it is never a yes."""
    strictest = sorted(named, key=lambda one: -one.from_age)
    return tuple(_verdict(strictest, age) for age in ages)


def _verdict(strictest: list[BoardNamed], age: int) -> BoardVerdict:
    needed = strictest[0].from_age if strictest else 0
    reasons = tuple(one for one in strictest if one.from_age > age)
    return BoardVerdict(age, weigh(needed, age, doubted=False, blind=True), reasons[:MOST_REASONS])


def _asked(
    question: Question, named: tuple[BoardNamed, ...], library: Library
) -> tuple[tuple[Topic, tuple[BoardNamed, ...]], ...]:
    topics = (library.vocabulary.topics[one] for one in question.topics if one in library.vocabulary.topics)
    return tuple((topic, tuple(one for one in named if one.topic.id == topic.id)) for topic in topics)
