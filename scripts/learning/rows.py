"""Marked rows: questions with what must be understood of them, the spans visible in the text.

A row is five fields with ` | ` between: language, `y` where a film was spoken of before (else `-`), what is
asked (joined by `+`), topics (joined by `+`, `-` for none, `?` where nobody marked them), and the text. In it
`[...]` is a film that is asked about, `{...}` one that is named and not asked about, and `<...>` the age of a
child who would watch, with its years after `=` unless it is plain digits. A line break is `\\n`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FILM, OTHER, AGE = "F", "X", "A"
LABELS = {"[": FILM, "{": OTHER, "<": AGE}
CLOSING = {"[": "]", "{": "}", "<": ">"}
LANGUAGES = ("en", "de", "fr", "es")
UNMARKED = "?"
_MARK = re.compile(r"\[([^\[\]{}<>]*)\]|\{([^\[\]{}<>]*)\}|<([^\[\]{}<>]*)>")
_YEARS = re.compile(r"(.*)=(\d{1,2}(?:,\d{1,2})*)")
Span = tuple[int, int, str]


class BadRow(ValueError):
    """A row that is not in the form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One marked question. Spans are start, end and label in the text, from left to right."""

    text: str
    language: str
    spoken_of: bool
    asked: tuple[str, ...]
    topics: tuple[str, ...] | None
    """None where nobody marked them."""
    spans: tuple[Span, ...]
    years: tuple[int, ...] = ()
    """Of the ages that are marked."""
    group: str = ""

    @property
    def intents(self) -> tuple[str, ...]:
        """What is asked without the details: `facts` for `facts:runtime`."""
        return tuple(each.partition(":")[0] for each in self.asked)

    @property
    def details(self) -> tuple[str, ...]:
        """The details alone: `runtime`."""
        return tuple(detail for each in self.asked if (detail := each.partition(":")[2]))


def read_row(line: str, group: str = "") -> Row:
    """A line as a row; BadRow if it is none."""
    fields = line.split(" | ", 4)
    if len(fields) != 5:
        raise BadRow(f"five fields are wanted: {line!r}")
    language, before, asked, topics, marked = fields
    if language not in LANGUAGES or before not in ("y", "-"):
        raise BadRow(f"a language and y or - are wanted first: {line!r}")
    text, spans, years = unmarked(marked.replace("\\n", "\n"))
    if set("[]{}<>") & set(text):
        raise BadRow(f"a bracket without its other: {line!r}")
    told = None if topics == UNMARKED else () if topics == "-" else tuple(topics.split("+"))
    return Row(text, language, before == "y", tuple(asked.split("+")), told, spans, years, group)


def unmarked(marked: str) -> tuple[str, tuple[Span, ...], tuple[int, ...]]:
    """The text without its marks, where they stood, and the years of its ages. BadRow for an age without."""
    out, last, spans, years = "", 0, list[Span](), list[int]()
    for found in _MARK.finditer(marked):
        out += marked[last : found.start()]
        label = LABELS[found.group()[0]]
        inside = found.group()[1:-1]
        if label == AGE:
            inside, said = _age(inside)
            years += said
        spans.append((len(out), len(out) + len(inside), label))
        out, last = out + inside, found.end()
    return out + marked[last:], tuple(spans), tuple(sorted(set(years)))


def _age(inside: str) -> tuple[str, list[int]]:
    told = _YEARS.fullmatch(inside)
    if told:
        return told.group(1), [int(year) for year in told.group(2).split(",")]
    digits = re.search(r"\d{1,2}", inside)
    if digits is None:
        raise BadRow(f"an age without its years: {inside!r}")
    return inside, [int(digits.group())]


def written(row: Row, years: Iterable[str] = ()) -> str:
    """The row as a line; `years` of each marked age as they are to be written, empty for plain digits."""
    out, last, told = "", 0, iter(years)
    for start, end, label in row.spans:
        sign = next(sign for sign, each in LABELS.items() if each == label)
        said = next(told, "") if label == AGE else ""
        out += (
            row.text[last:start] + sign + row.text[start:end] + (f"={said}" if said else "") + CLOSING[sign]
        )
        last = end
    text = (out + row.text[last:]).replace("\n", "\\n")
    topics = UNMARKED if row.topics is None else "+".join(row.topics) or "-"
    return " | ".join((row.language, "y" if row.spoken_of else "-", "+".join(row.asked), topics, text))


def read_rows(paths: Iterable[Path]) -> Iterator[Row]:
    """The rows of all files; the name of a file is the group of its rows."""
    for path in sorted(paths):
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield read_row(line.strip(), path.stem)
                except BadRow as error:
                    raise BadRow(f"{path.name}, line {at}: {error}") from None
