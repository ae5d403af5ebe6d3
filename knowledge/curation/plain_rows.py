"""A row of a spreadsheet for people into a draft, as if each cell had been typed into its form."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from knowledge.curation.draft import Draft, faults, fill, held, start, start_from
from knowledge.curation.faults import Fault, Faulty, Problem, problem
from knowledge.curation.form_values import BAR
from knowledge.curation.plain_columns import LINK, MOST_SOURCES, RATING, SAYS, TITLE, YEAR, Column
from knowledge.curation.plain_heads import Heads
from knowledge.curation.sources import unsourced
from knowledge.curation.steps import with_words_for_none, wordless
from knowledge.entry import Level
from knowledge.library import Library

Cells = Mapping[str, dict[str, str]]
"""What was typed, by part and by the field of its form."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the bot fills in: the day, and what is said where somebody found none of something."""

    today: date
    none_says: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """The draft that a row makes, if it has a title and a year, and what is wrong in which column."""

    draft: Draft | None
    faults: tuple[tuple[str, Problem], ...]


def read_row(row: Mapping[str, str], heads: Heads, library: Library, defaults: Defaults) -> ReadRow:
    """The row by head. Every fault of it is found, not the first alone, also where no draft can begin."""
    named = [(head, column, cell) for head, cell in row.items() if cell and (column := heads.column(head))]
    plain = {column.name: cell for _, column, cell in named if column.part == ""}
    nameless: list[tuple[str, Problem]] = []
    try:
        draft = _begun(plain, library, defaults)
    except Faulty as faulty:
        called = {column.name: head for head in row if (column := heads.column(head)) and not column.part}
        nameless = [(called.get(one.key, heads.words.called(one.key)), one.problem) for one in faulty.faults]
        draft = start("A film", defaults.today.year, defaults.today)  # To find what else is wrong.
    cells, columns = _sorted(named, heads)
    filled = _filled(draft, cells, Library.of((), library.vocabulary), defaults)
    found = [*nameless, *_wrong(filled, columns, heads), *_missing(filled, columns, heads)]
    if not found:
        found = [(TITLE, one.problem) for one in faults(filled, library)]
    return ReadRow(None if nameless else filled, tuple(found))


def _begun(plain: Mapping[str, str], library: Library, defaults: Defaults) -> Draft:
    """Of a film that is here, what no column speaks of stays as it is. Raises Faulty."""
    if missing := [name for name in (TITLE, YEAR) if not plain.get(name)]:
        raise Faulty(Fault("", name, problem("missing")) for name in missing)
    new = start(plain[TITLE], _year(plain[YEAR]), defaults.today)
    known = library.get(new.movie)
    return start_from(known, 0) if known else new


def _year(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit()):
        right = problem("whole_number")
        raise Faulty([Fault("", YEAR, problem("not_so", right=right, shown=repr(cell)[:40]))])
    return int(cell)


def _sorted(
    named: list[tuple[str, Column, str]], heads: Heads
) -> tuple[dict[str, dict[str, str]], dict[tuple[str, str], str]]:
    """The cells by part and field, and the head above each."""
    cells: dict[str, dict[str, str]] = {}
    columns: dict[tuple[str, str], str] = {}
    for head, column, cell in named:
        part, value = heads.rating(cell, column) if column.name == "code" else (column.part, cell)
        value = column.values.get(value.lower(), value) if column.values else value
        typed = cells.setdefault(part, {})
        typed[column.name] = f"{typed[column.name]}\n{value}" if column.name in typed else value
        columns.setdefault((part, column.name), head)
    return cells, columns


def _filled(draft: Draft, cells: Cells, empty: Library, defaults: Defaults) -> Draft:
    """The sources of a row stand for all that it says."""
    lines = _source_lines(cells.get("sources", {}))
    there = draft.entry.get("sources", {}).values()
    new = [line for line in lines if not any(_is_same(source, line) for source in there)]
    listed = "\n".join((*held(draft, "sources").get("list", ()), *new))
    draft = _fill(draft, "sources", {"list": listed}, empty) if new else draft
    keys = tuple(key for key, source in draft.entry.get("sources", {}).items() if _is_in(source, lines))
    draft = fill(draft, "sources", {"facts": keys}, empty) if keys else draft
    for part, typed in cells.items():
        if part in ("", "sources"):
            continue
        values = {**typed, "level": typed["level"].lower()} if "level" in typed else typed
        if part.startswith("finding.") and not values.get("says"):
            draft = _leveled(draft, part, values.get("level", ""), keys, empty, defaults)
        else:
            draft = _fill(draft, part, values, empty, keys)
    return draft


def _fill(
    draft: Draft, part: str, typed: Mapping[str, str], empty: Library, keys: tuple[str, ...] = ()
) -> Draft:
    cited = {"sources": keys} if keys else {}
    return fill(draft, part, {**{name: (text,) for name, text in typed.items() if text}, **cited}, empty)


def _leveled(
    draft: Draft, part: str, level: str, keys: tuple[str, ...], empty: Library, defaults: Defaults
) -> Draft:
    """A level without a sentence: of none it is known, any other waits for one."""
    if level == Level.NONE:
        return _fill(draft, part, {"level": level, "says": defaults.none_says}, empty, keys)
    topic = part.partition(".")[2]
    known = empty.vocabulary.topics.get(topic)
    if not known or level not in known.levels:
        return _fill(draft, part, {"level": level}, empty, keys)
    entry = with_words_for_none(fill(draft, "levels.0", {topic: (level,)}, empty).entry, defaults.none_says)
    found = [
        {**one, "sources": list(keys)} if one["topic"] == topic and keys else one for one in entry["findings"]
    ]
    return replace(draft, entry={**entry, "findings": found})


def _is_same(source: Mapping[str, str], line: str) -> bool:
    """Whether an entry has the source already; the day on which it was seen stands in no sheet."""
    name, _, link = line.partition(BAR)
    return source["name"] == name and (not link or source.get("url") == link)


def _is_in(source: Mapping[str, str], lines: list[str]) -> bool:
    named = [part for line in lines for part in line.split(BAR)]
    return source["name"] in named or source.get("url", "") in named


def _source_lines(typed: Mapping[str, str]) -> list[str]:
    places = [f"source_{place}" for place in range(1, MOST_SOURCES + 1)]
    rows = [(typed.get(place, ""), typed.get(f"{place}{LINK}", "")) for place in places]
    return [BAR.join(filter(None, row)) for row in rows if any(row)]


def _wrong(draft: Draft, columns: Mapping[tuple[str, str], str], heads: Heads) -> list[tuple[str, Problem]]:
    """The faults of the parts that could not be taken, each with the head of its column."""
    found: list[tuple[str, Problem]] = []
    for part, wrong in draft.wrong.items():
        for fault in wrong.faults:
            head, told = _head(part, fault, columns, heads), fault.problem
            column = heads.column(head)
            if column and column.name == "level":
                shown = repr(" ".join(wrong.typed.get("level", ())))
                told = problem("unknown_choice", shown=shown, choices=heads.choices(column))
            found.append((head, told))
    return found


def _head(part: str, fault: Fault, columns: Mapping[tuple[str, str], str], heads: Heads) -> str:
    here = {name: head for (one, name), head in columns.items() if one == part}
    steps = fault.key.split(".")
    exact = next((here[step] for step in reversed(steps) if step in here), None)
    if steps[-1] == "url":
        links = (head for name, head in here.items() if name.endswith(LINK))
        return next(links, heads.words.called(f"source_1{LINK}"))
    fallback = heads.words.called(RATING) if part.startswith("rating") else part
    return exact or next(iter(here.values()), fallback)


def _missing(draft: Draft, columns: Mapping[tuple[str, str], str], heads: Heads) -> list[tuple[str, Problem]]:
    """What keeps it from being published, though nothing in it is wrong."""
    without = not draft.entry.get("sources") or unsourced(draft.entry)
    lacks = [_says_of(columns[f"finding.{topic}", "level"], heads) for topic in wordless(draft.entry)]
    if not draft.entry.get("pitch") and "glance" not in draft.wrong:
        lacks.append(heads.words.called("one_line"))
    if without and "sources" not in draft.wrong:
        lacks.append(heads.words.called("source_1"))
    return [(head, problem("missing")) for head in lacks]


def _says_of(head: str, heads: Heads) -> str:
    """The column for the sentence beside that for the level, as the reader calls it."""
    column = heads.column(head)
    own = f"{head}{SAYS}"
    return own if column is None or heads.column(own) else heads.words.called(f"{column.head}{SAYS}")
