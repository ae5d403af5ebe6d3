"""A file into the catalogue, and the catalogue into an index: each is done whole or not at all."""

import shutil
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import mkdtemp

from knowledge.catalogue.formats.detecting import TABLE, Format, format_of
from knowledge.catalogue.formats.opening import Progress
from knowledge.catalogue.records import Record, Refused
from knowledge.catalogue.store import FILE, Known, Store
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import MANIFEST, VERSION
from knowledge.titles.index.building import build

BESIDE = ("title.ratings", "title.akas")
"""IMDb's files that are taken along with title.basics when they lie beside it."""
BASICS = "title.basics"
Codes = Mapping[str, Collection[str]]
"""By board: the codes that it has."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: lines taken, films new or different, and lines refused by reason."""

    file: str
    format: str
    taken: int
    changed: int
    refused: Mapping[str, int]


@dataclass(slots=True)
class _Count:
    """Counts lines while they pass by."""

    codes: Codes
    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter[str])

    def records(self, form: Format, path: Path, progress: Progress) -> Iterator[Record]:
        for line in form.read(path, progress):
            if isinstance(line, Refused):
                self.refused[line.reason] += 1
                continue
            self.taken += 1
            yield replace(line, ratings=tuple(self._valid(line))) if line.ratings else line

    def _valid(self, record: Record) -> Iterator[tuple[str, str]]:
        for board, code in record.ratings:
            if code in self.codes.get(board, ()):
                yield board, code
            else:
                self.refused[f"rating {board} {code!r}: the board has no such code"] += 1


def import_catalogue(path: Path, into: Path, progress: Progress, codes: Codes) -> list[Imported]:
    """Take a file, and IMDb's others beside it, into the catalogue, then renew the index if anything changed.

    `codes` are the boards' valid codes. UnknownFormat, OSError, EOFError, UnicodeDecodeError or ValueError
    leave the catalogue as it was.
    """
    done: list[Imported] = []
    with Store(into) as store:
        for each in (path, *_beside(path)):
            done.append(_taken(store, each, progress, codes))
    renew_index(into)
    return done


def _beside(path: Path) -> list[Path]:
    if not path.name.startswith(BASICS):
        return []
    others = (path.with_name(path.name.replace(BASICS, name)) for name in BESIDE)
    return [other for other in others if other.exists()]


def _taken(store: Store, path: Path, progress: Progress, codes: Codes) -> Imported:
    form, counts = format_of(path), _Count(codes)
    source = f"{form.name} {path.name.split('.')[0]}" if form == TABLE else form.name
    changed = store.put(source, counts.records(form, path, progress), only_known=form.only_known)
    return Imported(path.name, form.name, counts.taken, changed, counts.refused)


def renew_index(into: Path) -> Path:
    """Build the index of the catalogue's present edition unless it is there; returns where it is."""
    with Store(into) as store:
        index = into / f"index-{store.edition}-{VERSION}"
        if not (index / MANIFEST).exists():
            making = Path(mkdtemp(prefix="making-", dir=into))
            build(_film(known) for known in store.films()).save(making)
            making.rename(index)
    for old in (*into.glob("index-*"), *into.glob("making-*")):
        if old != index:
            # Who has the old index mapped keeps it until it lets go.
            shutil.rmtree(old, ignore_errors=True)
    return index


def index_of(into: Path) -> Path | None:
    """The newest whole index of a catalogue, for `Titles.open`; None before the first import."""
    whole = [path for path in into.glob(f"index-*-{VERSION}") if (path / MANIFEST).exists()]
    return max(whole, key=lambda path: int(path.name.split("-")[1]), default=None)


def ready_index(into: Path) -> Path | None:
    """The same, built anew where a newer Usher lays it out otherwise: half a minute for all films, once."""
    if found := index_of(into):
        return found
    return renew_index(into) if (into / FILE).exists() else None


def known_film(into: Path, film_id: str) -> Known | None:
    """What the catalogue knows of a film beside its names: year, minutes, official codes, and from where."""
    if index_of(into) is None:
        return None
    with Store(into) as store:
        return store.film(film_id)


def films_of(path: Path) -> list[Film]:
    """The films of one file by themselves, without a catalogue, as measuring wants them."""
    read = format_of(path).read(path, lambda _: None)
    records = (line for line in read if isinstance(line, Record) and line.title)
    return [
        Film(one.id, one.title or "", one.year, one.names, one.votes or 0, imdb=_imdb(one.id))
        for one in records
    ]


def _imdb(film_id: str) -> str | None:
    return film_id if film_id.startswith("tt") else None


def _film(known: Known) -> Film:
    return Film(known.id, known.title, known.year, known.names, known.votes, imdb=_imdb(known.id))
