"""A file into the catalogue, and what is kept there out of it: done whole or not at all."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge.catalogue.catalogue_index import clear, forget_before, make_index
from knowledge.catalogue.formats.sniff import Format, format_of
from knowledge.catalogue.formats.text_reader import Progress
from knowledge.catalogue.records import Record, RefusedRow
from knowledge.catalogue.shipped_films import SHIPPED, ShippedFilms
from knowledge.catalogue.store import Store, changing
from knowledge.titles.films import Film, imdb_among

BESIDE = ("title.ratings", "title.akas")
"""IMDb's files that are taken along with title.basics when they lie beside it."""
BASICS = "title.basics"
MOST_REASONS = 40
OTHER = "for other reasons"
FIRST = 3
"""Rows of each reason of which it is said where they are."""
MOST_SHOWN = 20
Codes = Mapping[str, Collection[str]]
"""By board: the codes that it has."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: rows taken, films new or different, and rows refused by reason."""

    file: str
    format: str
    taken: int
    changed: int
    refused: Mapping[str, int]
    first: Mapping[str, Sequence[int]]
    """By reason: where in the file the first such rows are."""
    counted: str
    """What a row is: a line, or a film of a list."""


@dataclass(slots=True)
class _Count:
    """Counts rows while they pass by."""

    codes: Codes
    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter[str])
    first: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def records(self, form: Format, path: Path, progress: Progress) -> Iterator[Record]:
        for line in form.read(path, progress):
            if isinstance(line, RefusedRow):
                self._refuse(line.reason, line.at)
                continue
            self.taken += 1
            if line.without:
                self._refuse(line.without)
            yield replace(line, ratings=tuple(self._valid(line))) if line.ratings else line

    def _refuse(self, reason: str, *at: int) -> None:
        # Reasons show what stands in a cell; a file could have another one in every row.
        shared = reason if reason in self.refused or len(self.refused) < MOST_REASONS else OTHER
        self.refused[shared] += 1
        first = self.first.setdefault(shared, [])
        first += at[: FIRST - len(first)]

    def _valid(self, record: Record) -> Iterator[tuple[str, str]]:
        for board, code in record.ratings:
            if code in self.codes.get(board, ()):
                yield board, code
            else:
                self._refuse(f"rating {board} {code[:MOST_SHOWN]!r}: the board has no such code")


def import_catalogue(
    path: Path, into: Path, progress: Progress, codes: Codes, shipped: ShippedFilms = SHIPPED
) -> list[Imported]:
    """Take a file, and IMDb's others beside it, into the catalogue, with an index of what it then holds.

    The index has the films that are `shipped` as well. `codes` are the boards' valid codes. UnknownFormat,
    OSError, EOFError or ValueError leave the catalogue as it was, and so does the end of the process at any
    moment.
    """
    return import_files((path, *_beside(path)), into, progress, codes, shipped)


def import_files(
    files: Sequence[Path], into: Path, progress: Progress, codes: Codes, shipped: ShippedFilms = SHIPPED
) -> list[Imported]:
    """The same with several files, in this order: all of them are taken, or none."""
    with changing(into) as store:
        clear(into, store.edition)
        done = [_taken(store, each, progress, codes) for each in files]
        index = make_index(store, into, shipped)
    forget_before(index)
    return done


def _beside(path: Path) -> list[Path]:
    if not path.name.startswith(BASICS):
        return []
    others = (path.with_name(path.name.replace(BASICS, name)) for name in BESIDE)
    return [other for other in others if other.exists()]


def _taken(store: Store, path: Path, progress: Progress, codes: Codes) -> Imported:
    form, counts = format_of(path), _Count(codes)
    source = f"{form.name} {path.name.split('.')[0]}" if form.source.each_file else form.name
    changed = store.put(source, counts.records(form, path, progress), only_known=form.only_known)
    return Imported(path.name, form.name, counts.taken, changed, counts.refused, counts.first, form.counted)


def films_of(path: Path) -> list[Film]:
    """The films of one file by themselves, without a catalogue, as measuring wants them."""
    read = format_of(path).read(path, lambda _: None)
    records = (line for line in read if isinstance(line, Record) and line.title)
    return [
        Film(one.id, one.title or "", one.year, one.names, one.votes or 0, imdb=imdb_among(one.id))
        for one in records
    ]
