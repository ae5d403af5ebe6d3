"""A row of any file as a film, or why it is none. Which column says what is data: catalogue.toml."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from knowledge.catalogue.formats import field_parsers
from knowledge.catalogue.formats.columns import Layout
from knowledge.catalogue.formats.ids import film_id, is_odd, shortened
from knowledge.catalogue.formats.list_titles import Titled, titled
from knowledge.catalogue.records import Line, Record, RefusedRow, Row
from knowledge.titles.folding import LONGEST_SLUG, slug

NO_ID, NO_TITLE = "no id", "no title"
ODD_ID = f"an id that cannot be used; it has at most {LONGEST_SLUG} letters, digits, - and _"
NO_NAME = "an address or a number of Wikidata's instead of a title"
AHEAD = "not released: its year or day lies ahead"
WRONG_YEAR = "the year lies ahead, though many people have rated the film; it is taken without a year"
MANY_VOTES = 100
"""A film that so many people rated has been shown, whatever year a file gives it."""
V = TypeVar("V")
Ratings = tuple[tuple[str, str], ...]
"""(board, what it says)."""


def line_of(row: Row, layout: Layout, at: int, today: date) -> Line:
    """The film of a row; or, in few words, why it gives none."""
    if reason := _refusal(row, layout) or _ahead(row, layout, today):
        return RefusedRow(reason, at)
    try:
        return _film(row, layout, today)
    except _NoFilm as error:
        return RefusedRow(str(error), at)


class _NoFilm(Exception):
    """What a row lacks."""


def _refusal(row: Row, layout: Layout) -> str | None:
    for head, reason_for in layout.checks:
        if (cell := row.get(head)) and (reason := reason_for(cell)):
            return reason
    return None


def _ahead(row: Row, layout: Layout, today: date) -> str | None:
    """A day that is still to come, in whichever order its numbers are read."""
    for cell in _cells(row, layout, "released"):
        if (
            (field_parsers.year(cell) or 0) >= today.year
            and (days := field_parsers.days(cell))
            and min(days) > today
        ):
            return AHEAD
    return None


def _film(row: Row, layout: Layout, today: date) -> Record:
    source, title = layout.source, _title(row, layout)
    votes = _first(row, layout, "votes", field_parsers.count)
    named, without = _dated(title, _year(row, layout), votes or 0, today)
    found = film_id(row, layout) if not source.by_title else _by_title(named, layout)
    if found is None:
        raise _NoFilm(ODD_ID if is_odd(row, layout) else NO_ID)
    if not (title or source.only_known):
        raise _NoFilm(NO_TITLE)
    if field_parsers.is_item(title) or title == found:
        raise _NoFilm(NO_NAME)
    return Record(
        found,
        named.title or None,
        named.year,
        _first(row, layout, "popularity", field_parsers.popularity) if votes is None else votes,
        _first(row, layout, "runtime", field_parsers.minutes),
        _names(row, layout, named),
        ratings := _ratings(row, layout),
        _reasons(row, layout, ratings),
        without,
    )


def _title(row: Row, layout: Layout) -> str:
    """The first column of titles that has one, else the original title; empty where there is none."""
    title = _first(row, layout, "title", field_parsers.name) or _first(
        row, layout, "original", field_parsers.name
    )
    if not title and any(map(field_parsers.is_address, _cells(row, layout, "title"))):
        raise _NoFilm(NO_NAME)
    return title or ""


def _year(row: Row, layout: Layout) -> int | None:
    said = _first(row, layout, "year", field_parsers.year)
    return said if said is not None else _first(row, layout, "released", field_parsers.year)


def _dated(title: str, year: int | None, votes: int, today: date) -> tuple[Titled, str | None]:
    """The title with the year of one of both places, and what is to be said of a year that cannot be."""
    ahead = year is not None and year > today.year
    named = titled(title, None if ahead else year)
    if ahead and named.year is None and votes >= MANY_VOTES:
        return named, WRONG_YEAR
    if (ahead and named.year is None) or (named.year or 0) > today.year:
        raise _NoFilm(AHEAD)
    return named, None


def _by_title(named: Titled, layout: Layout) -> str | None:
    if not named.title or named.year is None:
        return None
    return shortened(f"{layout.source.ids or ''}{slug(named.title, named.year)}")


def _names(row: Row, layout: Layout, named: Titled) -> tuple[str, ...]:
    originals = (field_parsers.name(cell) for cell in _cells(row, layout, "original"))
    others = (name for cell in _cells(row, layout, "names") for name in field_parsers.names(cell))
    found = dict.fromkeys(name for name in (*originals, *named.names, *others) if name)
    found.pop(named.title, None)
    return tuple(found)


def _ratings(row: Row, layout: Layout) -> Ratings:
    codes = ((board, field_parsers.code(board, row.get(head, ""))) for head, board in layout.boards.items())
    return tuple((board, code) for board, code in codes if code)


def _reasons(row: Row, layout: Layout, ratings: Ratings) -> Ratings:
    """By board its reason; one that names no board is that of the only board with a code."""
    heads = ((board, row.get(head, "")) for head, board in layout.reasons.items())
    said = {board: reason for board, cell in heads if (reason := field_parsers.reason(cell))}
    boards = {board for board, _ in ratings}
    alone = _first(row, layout, "reason", field_parsers.reason)
    if alone and len(boards) == 1:
        said = {**dict.fromkeys(boards, alone), **said}
    return tuple(said.items())


def _cells(row: Row, layout: Layout, field: str) -> list[str]:
    """The filled cells of that meaning."""
    heads = layout.columns.get(field)
    return [cell for head in heads if (cell := row.get(head, "").strip())] if heads else []


def _first(row: Row, layout: Layout, field: str, read: Callable[[str], V | None]) -> V | None:
    for cell in _cells(row, layout, field):
        if (value := read(cell)) is not None:
            return value
    return None
