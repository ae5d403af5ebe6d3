"""Spreadsheets in people's languages: what their heads, cells and example are called in each."""

from collections.abc import Iterable
from dataclasses import replace

from bot.ui.phrases import ENGLISH, Phrases
from knowledge.curation.plain_columns import YES_NO, Column, columns, plain
from knowledge.curation.sheet_words import SheetWords
from knowledge.entry import Level
from knowledge.vocabulary import Vocabulary

BETWEEN = "_"


def sheet_words(vocabulary: Vocabulary, languages: Iterable[Phrases], reader: Phrases) -> SheetWords:
    """All languages are understood, and the reader's is spoken."""
    every = list(languages)
    sheet = columns(vocabulary, vocabulary.board_in(""))
    heads = {plain(head_of(one, vocabulary, say)): one.head for say in every for one in sheet}
    levels = {say.label(f"level.{level.value}").lower(): level.value for say in every for level in Level}
    examples = tuple(say.label("sheet.example", title="") for say in every)
    if reader.language == ENGLISH:
        return SheetWords(heads, levels, {}, examples)
    called = {one.head: head_of(one, vocabulary, reader) for one in sheet}
    cells = {level.value: reader.label(f"level.{level.value}") for level in Level}
    yes_no = {choice: cells[level] for choice, level in YES_NO.items()}
    return SheetWords(heads, levels, {**called, **cells, **yes_no}, examples)


def in_language(sheet: Iterable[Column], words: SheetWords, say: Phrases) -> tuple[Column, ...]:
    """The columns of a template as the reader calls them, with an example in their words."""
    return tuple(
        replace(
            one,
            head=words.called(one.head),
            choices=tuple(map(words.called, one.choices)),
            example=_example(one, words, say),
        )
        for one in sheet
    )


def head_of(column: Column, vocabulary: Vocabulary, say: Phrases) -> str:
    """A column's head in one language."""
    kind, _, which = column.part.partition(".")
    if kind == "finding":
        name = _joined(say.topic(which, vocabulary.topics[which].name))
        return name if column.name == "level" else f"{name}{BETWEEN}{say.label('sheet.says')}"
    name, _, rest = column.head.partition(BETWEEN)
    if not rest[:1].isdigit():
        return say.label(f"sheet.{column.head}")
    number, _, link = rest.partition(BETWEEN)
    return BETWEEN.join((say.label(f"sheet.{name}"), number, *((say.label("sheet.link"),) if link else ())))


def _example(column: Column, words: SheetWords, say: Phrases) -> str:
    if column.head == "title":
        return say.label("sheet.example", title=say.label("sheet_example.title"))
    said = say.name(f"sheet_example.{column.head}", "")
    return said if column.example and said else words.called(column.example)


def _joined(name: str) -> str:
    return BETWEEN.join(name.lower().replace("'", BETWEEN).split())
