"""The columns of a spreadsheet for people: a plain name each, and which field of which part it fills."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.curation.faults import Problem, one_of, problem
from knowledge.entry import Level
from knowledge.titles.folding import fold
from knowledge.vocabulary import Board, Topic, Vocabulary

EXAMPLE = "Example: "
"""How the title of the template's example begins, which is no film."""
TITLE, YEAR, RATING = "title", "year", "rating"
MOST_QUESTIONS = 3
MOST_SOURCES = 3
SAYS, LINK = "_says", "_link"
YES_NO = {"yes": Level.PRESENT.value, "no": Level.NONE.value}
"""How people write the levels of topics that are there or not."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Its part is named as in a draft, such as `finding.fear`."""

    head: str
    part: str
    name: str
    """What the form of the part calls the field."""
    choices: tuple[str, ...] = ()
    """What may stand in its cells, where that is a list."""
    example: str = ""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """What some of the choices are called in an entry."""


def columns(vocabulary: Vocabulary, board: Board) -> tuple[Column, ...]:
    """All columns, in the order in which they help parents most."""
    return (
        Column(TITLE, "", TITLE, example=f"{EXAMPLE}The Paper Boat"),
        Column(YEAR, "", YEAR, example="2001"),
        Column(RATING, f"rating.{board.id}", "code", tuple(board.codes), next(iter(board.codes))),
        Column("rating_reason", f"rating.{board.id}", "reason", example="a storm at night"),
        Column("one_line", "glance", "pitch", example="A boat made of paper sails to sea."),
        *(column for topic in vocabulary.topics.values() for column in _of_topic(topic)),
        Column("parents_need_to_know", "know", "says", example="It is gentle but for one storm."),
        Column("story", "story", "says", example="Two children fold a boat and follow it."),
        *(Column(f"talk_{place}", "talk", "questions") for place in range(1, MOST_QUESTIONS + 1)),
        Column("minutes", "glance", "runtime", example="84"),
        Column("kinds", "glance", "genres", example="Family, Adventure"),
        *(column for place in range(1, MOST_SOURCES + 1) for column in _of_source(place)),
    )


def _of_topic(topic: Topic) -> Iterator[Column]:
    head, part = _head(topic), f"finding.{topic.id}"
    yes_no = topic.kind != "scale"
    choices = tuple(YES_NO) if yes_no else tuple(level.value for level in topic.levels)
    shown = {"fear": ("moderate", "A storm at night."), "violence": ("none", "")}.get(topic.id, ("", ""))
    yield Column(head, part, "level", choices, shown[0], YES_NO if yes_no else {})
    yield Column(f"{head}{SAYS}", part, "says", example=shown[1])


def _of_source(place: int) -> Iterator[Column]:
    named = {1: ("A review", "https://example.org/boat")}.get(place, ("", ""))
    yield Column(f"source_{place}", "sources", f"source_{place}", example=named[0])
    yield Column(f"source_{place}{LINK}", "sources", f"source_{place}{LINK}", example=named[1])


def _head(topic: Topic) -> str:
    return plain(topic.name)


def plain(head: str) -> str:
    """A head as it is compared: small letters, words joined by _."""
    return "_".join(fold(head.replace("_", " ")).split())


def is_plain(heads: list[str]) -> bool:
    """Whether these are heads for people, and not the dotted keys of an export."""
    return TITLE in map(plain, heads) and "id" not in heads and not any("." in head for head in heads)


class Heads:
    """The columns by what people write above them."""

    def __init__(self, vocabulary: Vocabulary, board: Board) -> None:
        self._vocabulary = vocabulary
        self._columns = {one.head: one for one in columns(vocabulary, board)}
        topics = vocabulary.topics.values()
        self._topics = {plain(topic.id): _head(topic) for topic in topics}
        self._boards = {plain(one.id): one for one in vocabulary.boards.values()}

    def column(self, head: str) -> Column | None:
        """By its name, the topic's id, the board's, or the first words of a topic's name."""
        name = plain(head)
        if board := self._boards.get(name):
            return Column(head, f"rating.{board.id}", "code", tuple(board.codes))
        bare = name.removesuffix(SAYS)
        rest = name[len(bare) :]
        exact = self._columns.get(name) or self._columns.get(f"{self._topics.get(bare, bare)}{rest}")
        near = [one for one in self._topics.values() if one.startswith(f"{bare}_")]
        return exact or (self._columns[f"{near[0]}{rest}"] if len(near) == 1 else None)

    def problem(self, head: str) -> Problem:
        """What is wrong with a head that is none."""
        return problem("no_such_column", name=head[:40], choices=one_of(plain(head), self._columns))

    def rating(self, cell: str, column: Column) -> tuple[str, str]:
        """The part and the code of a cell such as `FSK 12`, `PG-13` or `MPA PG-13`."""
        first, _, rest = cell.partition(" ")
        board = self._boards.get(plain(first)) if rest else None
        return (f"rating.{board.id}", rest.strip()) if board else (column.part, cell)
