"""The columns of a spreadsheet by what people write above them, in every language that is known."""

from dataclasses import replace

from knowledge.curation.faults import Problem, one_of, problem
from knowledge.curation.plain_columns import SAYS, TITLE, Column, columns, plain, topic_head
from knowledge.curation.sheet_words import ENGLISH_SHEET, SheetWords
from knowledge.vocabulary import Board, Vocabulary

LEVEL = "level"


def is_plain(heads: list[str], words: SheetWords = ENGLISH_SHEET) -> bool:
    """Whether these are heads for people, and not the dotted keys of an export."""
    return TITLE in map(words.column, heads) and "id" not in heads and not any("." in head for head in heads)


class Heads:
    """The columns by their heads."""

    def __init__(self, vocabulary: Vocabulary, board: Board, words: SheetWords = ENGLISH_SHEET) -> None:
        self.words = words
        self._columns = {one.head: self._understood(one) for one in columns(vocabulary, board)}
        self._topics = {plain(topic.id): topic_head(topic) for topic in vocabulary.topics.values()}
        self._boards = {plain(one.id): one for one in vocabulary.boards.values()}

    def _understood(self, column: Column) -> Column:
        """The column with what its cells are called in other languages."""
        if column.name != LEVEL:
            return column
        can_be = {*column.choices, *column.values.values()}
        named = {word: level for word, level in self.words.levels.items() if level in can_be}
        return replace(column, values={**named, **column.values})

    def column(self, head: str) -> Column | None:
        """By its name, the topic's id, the board's, or the first words of a topic's name."""
        name = self.words.column(head)
        if board := self._boards.get(name):
            return Column(head, f"rating.{board.id}", "code", tuple(board.codes))
        bare = name.removesuffix(SAYS)
        rest = name[len(bare) :]
        exact = self._columns.get(name) or self._columns.get(f"{self._topics.get(bare, bare)}{rest}")
        near = [one for one in self._topics.values() if one.startswith(f"{bare}_")]
        return exact or (self._columns[f"{near[0]}{rest}"] if len(near) == 1 else None)

    def problem(self, head: str) -> Problem:
        """What is wrong with a head that is none."""
        called = {plain(self.words.called(one)): self.words.called(one) for one in self._columns}
        return problem("no_such_column", name=head[:40], choices=one_of(head, called.values()))

    def choices(self, column: Column) -> str:
        """What may stand in its cells, in the reader's words."""
        return ", ".join(map(self.words.called, column.choices))

    def rating(self, cell: str, column: Column) -> tuple[str, str]:
        """The part and the code of a cell such as `FSK 12`, `PG-13` or `MPA PG-13`."""
        first, _, rest = cell.partition(" ")
        board = self._boards.get(plain(first)) if rest else None
        return (f"rating.{board.id}", rest.strip()) if board else (column.part, cell)
