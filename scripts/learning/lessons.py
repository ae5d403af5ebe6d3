"""Rows as what the parts of the reader learn from: labels of tokens, masked words, tables to choose from."""

from collections.abc import Iterable, Sequence

from knowledge.phrases import AgeWords
from knowledge.titles.spans import SpanIndex
from knowledge.tokens import Token, tokenise
from knowledge.understanding.ages import Age, possible_ages
from knowledge.understanding.masked_words import told
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.word_kinds import WordKinds
from scripts.learning.rows import AGE, Row


def labels_of(tokens: Sequence[Token], row: Row) -> list[str]:
    """The label of each token; a film that is asked about second is one as well."""
    labels = ["O"] * len(tokens)
    for start, end, label in row.spans:
        inside = [at for at, token in enumerate(tokens) if token.start < end and token.end > start]
        for at in inside:
            labels[at] = label if label == AGE else f"{'B' if at == inside[0] else 'I'}-{label}"
    return labels


def token_span(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The tokens from a letter up to another, or None."""
    inside = [at for at, token in enumerate(tokens) if token.start < end and token.end > start]
    return (inside[0], inside[-1] + 1) if inside else None


def masked(message: TokenText, row: Row, words: AgeWords) -> list[str]:
    """The words of a row with signs for its films and ages."""
    spans = [
        (*span, label)
        for start, end, label in row.spans
        if label != AGE and (span := token_span(message.tokens, start, end))
    ]
    return told(message, spans, marked_ages(message.tokens, row, words))


def marked_ages(tokens: Sequence[Token], row: Row, words: AgeWords) -> list[Age]:
    """The possible ages of a row that are marked."""
    marks = [(start, end) for start, end, label in row.spans if label == AGE]
    return [
        age
        for age in possible_ages(tokens, words)
        if any(tokens[age.start].start < end and tokens[age.end - 1].end > start for start, end in marks)
    ]


def words_said(rows: Iterable[Row]) -> Iterable[str]:
    """The words of rows outside of their titles."""
    for row in rows:
        for token, label in zip(tokens := tokenise(row.text), labels_of(tokens, row), strict=True):
            if label in ("O", AGE):
                yield token.word


def message_of(row: Row, spans: SpanIndex, word_kinds: WordKinds) -> TokenText:
    """A row's text against films that can be named."""
    return TokenText.of(row.text, spans, word_kinds, spoken_of=row.spoken_of)
