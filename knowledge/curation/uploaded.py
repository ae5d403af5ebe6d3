"""An uploaded file entry by entry: what can be published, and drafts of the others with their faults."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from knowledge.curation.csv_cells import restored
from knowledge.curation.draft import WRITER, Draft, fill, preview, start, start_from, with_facts
from knowledge.curation.entry_checks import check_entry, check_together
from knowledge.curation.faults import Fault, Faulty, Problem, problem
from knowledge.curation.named_keys import named_key
from knowledge.curation.plain_columns import TITLE, YEAR
from knowledge.curation.plain_heads import Heads, is_plain
from knowledge.curation.plain_rows import Defaults, read_row
from knowledge.curation.sections import SECTIONS
from knowledge.curation.sheet_words import ENGLISH_SHEET, SheetWords
from knowledge.curation.steps import section_of
from knowledge.curation.toml_models import shape
from knowledge.curation.upload import GUIDE, MOST_BYTES, decoded, file_name, tables_of
from knowledge.curation.upload_limits import faults_of_form
from knowledge.curation.upload_parsers import PARSERS, csv_rows, faults_of_columns, row_table
from knowledge.curation.workbook import ENDINGS, Rows, workbook_rows
from knowledge.entry import Movie, Status
from knowledge.entry_walk import fields_of
from knowledge.field_marks import Input, InSection, ItemKey
from knowledge.library import Library
from knowledge.titles.folding import slug
from knowledge.vocabulary import Board

WITH_COMMAS = ("csv", "tsv")
WINDOWS, UNUSED = "cp1252", re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
"""The encoding of spreadsheets in Western Europe and America, and the bytes that stand for nothing there."""
OTHER_SHAPE = (AttributeError, KeyError, TypeError, ValueError)
"""What comes of a table that has texts where an entry has lists."""


@dataclass(frozen=True, slots=True)
class UploadedEntry:
    """One entry of a file: as it can be published, or what is wrong with it and the draft that it makes."""

    heading: str
    place: str
    """Such as *row 3*; empty where the file is one entry."""
    movie: Movie | None = None
    draft: Draft | None = None
    faults: tuple[tuple[str, Problem], ...] = ()
    """Each with the column or key that it is about."""


def read_entries(
    name: str,
    data: bytes,
    library: Library,
    board: Board,
    defaults: Defaults,
    words: SheetWords = ENGLISH_SHEET,
) -> tuple[UploadedEntry, ...]:
    """All entries of a file. Raises Faulty where it cannot be read as a whole. It may take seconds."""
    file = file_name(name)
    ending = file.rpartition(".")[2].lower()
    if ending not in (*PARSERS, *ENDINGS):
        endings = ", ".join(f".{one}" for one in (*PARSERS, *ENDINGS))
        raise Faulty([Fault(file, "", problem("ending", endings=endings))])
    if ending in ENDINGS or ending in WITH_COMMAS:
        packed = ending in ENDINGS
        heads, rows = workbook_rows(data, file) if packed else csv_rows(_sheet_text(file, data), file)
        heads = [head.strip().lower() for head in heads]
        if faults := list(faults_of_columns(heads, file)):
            raise Faulty(faults)
        found = (
            _plain(heads, rows, file, Heads(library.vocabulary, board, words), library, defaults)
            if is_plain(heads, words)
            else _dotted(heads, rows, file, library, defaults)
        )
    else:
        found = [_of_table(at, table, file, library, defaults) for at, table in tables_of(file, data)]
    return tuple(_together(list(found), library))


def _sheet_text(file: str, data: bytes) -> str:
    """The text of a spreadsheet that was saved as CSV. Raises Faulty."""
    return decoded(file, data.decode(WINDOWS).encode() if is_windows_sheet(file, data) else data)


def is_windows_sheet(name: str, data: bytes) -> bool:
    """Whether it is a spreadsheet's text as they write it on Windows unless they are told to write UTF-8."""
    if not name.lower().endswith(WITH_COMMAS) or len(data) > MOST_BYTES or UNUSED.search(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return False


def _plain(
    heads: list[str], rows: Rows, file: str, known: Heads, library: Library, defaults: Defaults
) -> Iterator[UploadedEntry]:
    filled = [
        head for place, head in enumerate(heads) if any(row[place : place + 1] != [""] for _, row in rows)
    ]
    if unknown := [head for head in filled if head and known.column(head) is None]:
        raise Faulty(Fault(file, "row 1", known.problem(head)) for head in unknown)
    named = {known.words.column(head): head for head in reversed(heads)}
    for number, cells in rows:
        row = {head: restored(cell.strip()) for head, cell in zip(heads, cells, strict=False) if head}
        title, year = (row.get(named.get(name, ""), "") for name in (TITLE, YEAR))
        if title.startswith(known.words.examples):
            continue
        read = read_row(row, known, library, defaults)
        heading = f"{title} ({year})" if title else ""
        movie = preview(read.draft) if read.draft and not read.faults else None
        yield UploadedEntry(heading, f"row {number}", movie, read.draft, read.faults)


def _dotted(
    heads: list[str], rows: Rows, file: str, library: Library, defaults: Defaults
) -> Iterator[UploadedEntry]:
    for number, cells in rows:
        try:
            at, table = row_table(heads, cells, number, file)
        except Faulty as faulty:
            yield UploadedEntry("", f"row {number}", faults=_bare(faulty.faults, {}))
        else:
            yield _of_table(at, table, file, library, defaults)


def _of_table(
    at: Sequence[str], table: dict[str, Any], file: str, library: Library, defaults: Defaults
) -> UploadedEntry:
    whole = _whole(table, defaults)
    heading = f"{whole['title']} ({whole.get('year', '')})" if whole.get("title") else ""
    movie: Movie | None = None
    found = tuple(faults_of_form(whole, file))
    if not found:
        try:
            movie = shape(Movie, whole, file)
        except Faulty as faulty:
            found = faulty.faults
        else:
            found = tuple(check_entry(movie, library.vocabulary, file))
    place = ".".join(at)
    if "id" not in table:  # It follows from title and year, and so does what is wrong with it.
        found = tuple(one for one in found if one.key != "id")
    if not found:
        return UploadedEntry(heading, place, movie)
    empty = Library.of((), library.vocabulary)
    return UploadedEntry(heading, place, None, _drafted(whole, empty, defaults), _bare(found, whole))


def _whole(table: dict[str, Any], defaults: Defaults) -> dict[str, Any]:
    """With what is the bot's to fill in: the id, the day, and who wrote it, as far as it is not there."""
    title, year = table.get("title"), table.get("year")
    named = {"id": slug(title, year)} if isinstance(title, str) and isinstance(year, int) else {}
    today = defaults.today.isoformat()
    written = {"status": Status.DRAFT.value, "written_by": WRITER, "written_on": today}
    return {**named, "provenance": written, **table}


def _drafted(table: Mapping[str, Any], empty: Library, defaults: Defaults) -> Draft | None:
    """With all that can stand, and the rest as if it had been typed into its form; None without a title."""
    try:
        draft = start(table["title"], table["year"], defaults.today)
    except (Faulty, *OTHER_SHAPE):
        return None
    left: dict[str, Any] = {}
    for name in (
        name for name in ("sources", *fields_of(Movie)) if name in table and name not in draft.entry
    ):
        try:
            known = with_facts(draft, {name: table[name]}, empty)
        except OTHER_SHAPE:
            known = draft
        left |= {name: table[name]} if known is draft else {}
        draft = known
    for part in _parts(left):
        section, which = section_of(part)
        try:
            typed = section.show(left, which)
            draft = fill(draft, part, typed, empty) if typed else draft
        except OTHER_SHAPE:  # There is no form that could show it; its fault is told.
            continue
    return draft


def _parts(table: Mapping[str, Any]) -> Iterator[str]:
    """Such as `finding.fear` for each item of a list, and `story`."""
    items: defaultdict[str, list[str]] = defaultdict(list)
    for name, field in fields_of(Movie).items():
        by, section = field.mark(ItemKey), field.mark(InSection)
        rows: Any = table.get(name)
        if by and section and not field.mark(Input) and isinstance(rows, list):
            for place, one in enumerate(cast("list[Any]", rows)):
                named = cast("dict[str, Any]", one) if isinstance(one, dict) and by.found_again else None
                items[section.name].append(str(named.get(by.fields[0]) if named else place))
    for kind in SECTIONS:
        yield from (f"{kind}.{which}" for which in items[kind]) if kind in items else (kind,)


def _together(entries: list[UploadedEntry], library: Library) -> Iterator[UploadedEntry]:
    """What only shows beside the guide and the file's other entries."""
    good = [(one.place or one.heading, one.movie) for one in entries if one.movie]
    new = {movie.id for _, movie in good}
    others = [(GUIDE, movie) for movie in library.movies.values() if movie.id not in new]
    found: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in check_together([*others, *good]):
        found[fault.file].append(fault)
    for one in entries:
        faults = found.get(one.place or one.heading, [])
        if one.movie and faults:
            draft = one.draft or start_from(one.movie, 0)
            yield replace(one, movie=None, draft=draft, faults=_bare(faults, {}))
        else:
            yield one


def _bare(faults: Sequence[Fault], table: Mapping[str, Any]) -> tuple[tuple[str, Problem], ...]:
    return tuple((named_key(fault.key, table), fault.problem) for fault in faults)
