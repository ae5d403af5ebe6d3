"""The columns of a spreadsheet for people: a plain name each, and which field of which part it fills."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
    head, part = topic_head(topic), f"finding.{topic.id}"
    yes_no = topic.kind != "scale"
    choices = tuple(YES_NO) if yes_no else tuple(level.value for level in topic.levels)
    shown = {"fear": ("moderate", "A storm at night."), "violence": ("none", "")}.get(topic.id, ("", ""))
    yield Column(head, part, "level", choices, shown[0], YES_NO if yes_no else {})
    yield Column(f"{head}{SAYS}", part, "says", example=shown[1])


def _of_source(place: int) -> Iterator[Column]:
    named = {1: ("A review", "https://example.org/boat")}.get(place, ("", ""))
    yield Column(f"source_{place}", "sources", f"source_{place}", example=named[0])
    yield Column(f"source_{place}{LINK}", "sources", f"source_{place}{LINK}", example=named[1])


def topic_head(topic: Topic) -> str:
    """The head of a topic's level, in English."""
    return plain(topic.name)


def plain(head: str) -> str:
    """A head as it is compared: small letters, words joined by _."""
    return "_".join(fold(head.replace("_", " ")).split())
